package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A year appropriation; its amounts are figures.
 *
 * @param recordedAssigned what a recorded assignment would give; null once it holds
 * @param changes recorded changes that wait for confirmation
 * @param tasks every task that ever had a part
 * @param closing of its year; null while nobody asked for it
 */
public record AppropriationView(
        AppropriationId appropriation,
        OrganisationId unit,
        String chapter,
        String sector,
        String sourceNature,
        String programme,
        int year,
        AppropriationState state,
        @Nullable LocalDate enteredInTabmisOn,
        @Nullable Vnd recordedAssigned,
        List<PendingChange> changes,
        List<ProjectId> tasks,
        @Nullable YearClosing closing)
        implements Readable {

    /** @param amount null for an entry in TABMIS */
    public record PendingChange(
            int number, ChangeKind kind, @Nullable Vnd amount, LocalDate effectiveOn) {}

    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.staff();
    }

    public AppropriationView in(AppropriationState next, @Nullable LocalDate tabmisOn) {
        return new AppropriationView(
                appropriation,
                unit,
                chapter,
                sector,
                sourceNature,
                programme,
                year,
                next,
                tabmisOn,
                null,
                changes,
                tasks,
                closing);
    }

    public AppropriationView with(List<PendingChange> pending) {
        return new AppropriationView(
                appropriation,
                unit,
                chapter,
                sector,
                sourceNature,
                programme,
                year,
                state,
                enteredInTabmisOn,
                recordedAssigned,
                List.copyOf(pending),
                tasks,
                closing);
    }

    public AppropriationView of(List<ProjectId> allocatedTo) {
        return new AppropriationView(
                appropriation,
                unit,
                chapter,
                sector,
                sourceNature,
                programme,
                year,
                state,
                enteredInTabmisOn,
                recordedAssigned,
                changes,
                List.copyOf(allocatedTo),
                closing);
    }

    /** @param now null when the closing was rejected */
    public AppropriationView closing(AppropriationState next, @Nullable YearClosing now) {
        return new AppropriationView(
                appropriation,
                unit,
                chapter,
                sector,
                sourceNature,
                programme,
                year,
                next,
                enteredInTabmisOn,
                recordedAssigned,
                changes,
                tasks,
                now);
    }
}
