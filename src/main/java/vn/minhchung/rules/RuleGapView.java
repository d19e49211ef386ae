package vn.minhchung.rules;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * An entry of the officer's queue: decisions passed with the warning RULE_MISSING.
 *
 * @param wanted the date, the pinned version or the calendar year that was looked for
 * @param decisions how many decisions passed without it
 * @param eventIds their last events, the newest {@link #SHOWN} of them
 * @param firstOn day of the first of them
 */
public record RuleGapView(String family, String wanted, int decisions, List<EventId> eventIds, LocalDate firstOn)
        implements Readable {

    public static final int SHOWN = 20;

    /** A hidden task must not show through the queue: staff only. */
    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.staff();
    }
}
