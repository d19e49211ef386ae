package vn.minhchung.budgets;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.rules.DueDay;

/** A step that waits, and when it is due by the rules known at the moment shown. */
public record WaitingDue(WaitingView waiting, @Nullable DueDay due) implements Readable {
    /** Soonest first; what has no due day after that, the longest waiting first. */
    public static final Comparator<WaitingDue> SOONEST_FIRST = Comparator.<WaitingDue, LocalDate>comparing(
                    step -> Objects.requireNonNullElse(step.dueOn(), LocalDate.MAX))
            .thenComparing(WaitingDue::since)
            .thenComparing(step -> step.waiting().object());

    /** In the same order, with as many questions to the rules for all of them as for one. */
    public static List<WaitingDue> of(
            Collection<WaitingView> steps, long position, BatchSource<DueDay.Key, DueDay> dueDays) {
        List<DueDay.Key> asked = steps.stream()
                .map(step -> step.due(position))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<DueDay.Key, DueDay> found = asked.isEmpty() ? Map.of() : dueDays.load(asked);
        return steps.stream()
                .map(step -> {
                    DueDay.Key key = step.due(position);
                    return new WaitingDue(step, key == null ? null : found.get(key));
                })
                .toList();
    }

    public WaitingStep step() {
        return waiting.step();
    }

    public List<Role> roles() {
        return waiting.roles();
    }

    public LocalDate since() {
        return waiting.since();
    }

    public @Nullable LocalDate dueOn() {
        return due == null ? null : due.on();
    }

    public @Nullable String calendar() {
        if (due == null) return null;
        return due.workingDays() ? "WORKING_DAYS" : "DAYS";
    }

    /** Calendar days after the due day, 0 while in time; null without a due day. */
    public @Nullable Integer overdueDays(LocalDate today) {
        return due == null ? null : Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(due.on(), today)));
    }

    public boolean overdue(LocalDate today) {
        return due != null && today.isAfter(due.on());
    }

    @Override
    public boolean visibleTo(Viewer viewer) {
        return waiting.visibleTo(viewer);
    }

    @Override
    public boolean party(Viewer viewer) {
        return waiting.party(viewer);
    }
}
