package vn.minhchung.budgets;

import static vn.minhchung.kernel.Role.DEPUTY_DIRECTOR;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.HOST_ACCOUNTANT;
import static vn.minhchung.kernel.Role.HOST_HEAD;
import static vn.minhchung.kernel.Role.INVESTIGATOR;
import static vn.minhchung.kernel.Role.OFFICER;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.projects.EstimateItem;

/** What can be asked about the estimate of a task (domain.md 2.2, 2.4). */
public sealed interface EstimateCommand extends Command {
    ProjectId project();

    @Override
    default String subject() {
        return project().value();
    }

    /** The estimate in detail; its items are exactly the approved budget, by source, line and year. */
    @MayBeSentBy(
            mutation = "proposeEstimate",
            roles = {INVESTIGATOR, HOST_ACCOUNTANT, HOST_HEAD, OFFICER})
    record ProposeEstimate(ProjectId project, List<EstimateItem> items) implements EstimateCommand {}

    /** Back to whoever drew it up. */
    @MayBeSentBy(
            mutation = "returnEstimate",
            roles = {OFFICER, DIRECTOR, DEPUTY_DIRECTOR},
            seen = true)
    record ReturnEstimate(ProjectId project, String reason) implements EstimateCommand {}

    /**
     * The estimate holds from now on.
     *
     * @param expertsException why more is spent on experts than the norm allows, where it is
     */
    @MayBeSentBy(
            mutation = "approveEstimate",
            roles = {DIRECTOR, DEPUTY_DIRECTOR},
            seen = true)
    record ApproveEstimate(ProjectId project, @Nullable String expertsException) implements EstimateCommand {}

    /**
     * The plan of a move between khoán lines (phương án điều chỉnh); the plan is the basis of the decision.
     *
     * @param items the whole estimate as it would be: same sums by source and year
     */
    @MayBeSentBy(
            mutation = "planLineMoves",
            roles = {INVESTIGATOR, HOST_ACCOUNTANT},
            seen = true)
    record PlanLineMoves(ProjectId project, List<EstimateItem> items) implements EstimateCommand {}

    /** The head of the host does not approve the plan. */
    @MayBeSentBy(
            mutation = "returnLineMoves",
            roles = {HOST_HEAD},
            seen = true)
    record ReturnLineMoves(ProjectId project, String reason) implements EstimateCommand {}

    /** The head of the host approves the plan: the money moves. The total stays. */
    @MayBeSentBy(
            mutation = "moveBetweenLines",
            roles = {HOST_HEAD},
            seen = true)
    record MoveBetweenLines(ProjectId project) implements EstimateCommand {}
}
