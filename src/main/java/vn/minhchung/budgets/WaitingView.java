package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A step somebody is waited for.
 *
 * @param object the id of what is to be acted on
 * @param project the task; null for the unit's own appropriations
 * @param roles who may do it
 * @param party the organisation whose people are meant; null for the department
 * @param since the day it began to wait
 */
public record WaitingView(
        WaitingStep step,
        String object,
        @Nullable ProjectId project,
        List<Role> roles,
        @Nullable OrganisationId party,
        LocalDate since)
        implements Readable {
    /** No rule sets a due day for the steps of money yet: due day, its calendar, its rule and what is overdue are null. */
    public @Nullable LocalDate dueOn() {
        return null;
    }

    public @Nullable String calendar() {
        return null;
    }

    public @Nullable String rule() {
        return null;
    }

    public @Nullable Integer overdueDays() {
        return null;
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
