package vn.minhchung.budgets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task's money side at one position.
 *
 * @param budget null for a task without an approval, as past tasks
 */
public record TaskMoney(@Nullable BudgetView budget, List<WaitingView> waiting) {
    public record Key(long position, String project) {}
}
