package vn.minhchung.budgets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.view.Shown;

/**
 * A task's money side at one position.
 *
 * @param budget null for a task without an approval, as past tasks
 * @param waiting what it waits for, soonest due first
 */
public record TaskMoney(@Nullable BudgetView budget, List<WaitingDue> waiting) {
    public record Key(long position, String project) {
        public static Key of(Shown<?> project) {
            return new Key(project.moment().position(), project.id());
        }
    }
}
