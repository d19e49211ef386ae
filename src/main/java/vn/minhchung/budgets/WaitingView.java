package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.rules.DueDay;

/**
 * A step somebody is waited for. When it is due is not stored: rules may come into force, or a calendar be decided, after
 * the step began to wait.
 *
 * @param key what names it among all that wait: a step that is done, or gives way to the next, is found by it
 * @param object the id of what is to be acted on
 * @param project the task; null for the unit's own appropriations
 * @param roles who may do it
 * @param party the organisation whose people are meant; null for the department
 * @param since the day it began to wait
 * @param countsFrom the day its due day is counted from; null where no rule is known that sets one
 */
public record WaitingView(
        String key,
        WaitingStep step,
        String object,
        @Nullable ProjectId project,
        List<Role> roles,
        @Nullable OrganisationId party,
        LocalDate since,
        @Nullable LocalDate countsFrom)
        implements Readable {

    /** Which due day to ask the rules for; null where no rule names one for the step. */
    public DueDay.@Nullable Key due(long position) {
        return countsFrom == null ? null : step.due(position, countsFrom);
    }

    /** The same step, for the people of another organisation. */
    public WaitingView ofParty(OrganisationId other) {
        return new WaitingView(key, step, object, project, roles, other, since, countsFrom);
    }

    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.staff() || (party != null && viewer.hosts().contains(party));
    }

    @Override
    public boolean party(Viewer viewer) {
        return visibleTo(viewer);
    }
}
