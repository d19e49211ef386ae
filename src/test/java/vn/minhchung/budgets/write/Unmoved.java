package vn.minhchung.budgets.write;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.Decision;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.EstimateBook;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.TaskFacts;

/** Estimates of which no line was moved since the approval. */
final class Unmoved implements EstimateBook {
    @Override
    public List<BudgetShare> inForce(TaskFacts task) {
        return task.approved();
    }

    @Override
    public void check(TaskFacts task, List<EstimateItem> items, List<BudgetShare> mustSumTo, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void revise(
            TaskFacts task, String adjustment, List<EstimateItem> items, List<BudgetShare> after, Decision decision) {
        throw new UnsupportedOperationException();
    }
}
