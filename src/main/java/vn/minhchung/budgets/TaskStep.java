package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A step of a task, done or still waiting, with its due day by the rules known at the moment shown.
 *
 * @param done null while it waits
 */
public record TaskStep(WaitingDue waiting, @Nullable StepDoneView done) implements Readable {
    /** In the order they began to wait. */
    public static final Comparator<TaskStep> IN_ORDER = Comparator.comparing((TaskStep step) -> step.since())
            .thenComparing(
                    step -> step.done() == null ? LocalDate.MAX : step.done().doneOn())
            .thenComparing(step -> step.waiting().waiting().key());

    /** All steps of a task. */
    public record Of(List<TaskStep> steps) {}

    public WaitingStep step() {
        return waiting.step();
    }

    public LocalDate since() {
        return waiting.since();
    }

    public @Nullable LocalDate dueOn() {
        return waiting.dueOn();
    }

    public @Nullable LocalDate doneOn() {
        return done == null ? null : done.doneOn();
    }

    /** Null where no rule sets a due day, and while a step waits within its time. */
    public @Nullable Boolean inTime(LocalDate today) {
        LocalDate due = waiting.dueOn();
        if (due == null) return null;
        LocalDate doneOn = doneOn();
        if (doneOn == null) return today.isAfter(due) ? Boolean.FALSE : null;
        return !doneOn.isAfter(due);
    }

    @Override
    public boolean visibleTo(Viewer viewer) {
        return waiting.visibleTo(viewer);
    }

    @Override
    public boolean party(Viewer viewer) {
        return true;
    }
}
