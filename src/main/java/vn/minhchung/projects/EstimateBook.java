package vn.minhchung.projects;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.Decision;

/**
 * The estimates of tasks, for decisions that change what is approved. Asked inside the command's unit of work; what is read
 * is guarded by its append.
 */
public interface EstimateBook {
    /**
     * What is approved by source, line and year today: the approval, after the moves between lines the host was free to
     * make. The state a change of the budget starts from.
     */
    List<BudgetShare> inForce(TaskFacts task);

    /**
     * Items that may stand in an estimate of the task: each multiplies out, together they are exactly these shares, and
     * the norms the task is pinned to are kept. More experts than the norm allows are left to the deciding.
     *
     * @param on the day the items are proposed
     * @throws vn.minhchung.kernel.Refusal BUDGET_NOT_BALANCED, LINES_DO_NOT_SUM, INVALID_INPUT, RULE_REFUSED
     */
    void check(TaskFacts task, List<EstimateItem> items, List<BudgetShare> mustSumTo, LocalDate on);

    /**
     * A new version of the estimate in force, as part of the decision on an adjustment. More experts than the norm allows
     * need the decision's reason.
     *
     * @param adjustment id of the adjustment
     * @param items empty where the adjustment came without: the version then has shares only
     * @param after the approved budget from now on
     */
    void revise(
            TaskFacts task, String adjustment, List<EstimateItem> items, List<BudgetShare> after, Decision decision);
}
