package vn.minhchung.projects;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.command.Inputs;

/**
 * What an adjustment asks for. Only the parts of the kind's form are given; the rest is null or empty.
 *
 * @param before the text in force, where the kind changes words; of a title the system itself knows it
 * @param after the text asked for
 * @param end last day asked for, of an extension or a shortening
 * @param contentDonePercent how much of the content is done, 0–100, of a shortening
 * @param investigator the new principal investigator
 * @param cause why the old one is replaced
 * @param host the successor
 * @param successorDocument on merger, split or dissolution
 * @param members all members after the change, without the principal investigator
 * @param budget all shares after the change, of all sources
 * @param tranches the plan of the contract after the change; empty where it stays
 * @param items the detailed estimate behind the budget, which then sums to it; empty where it comes without
 */
public record AdjustmentContent(
        @Nullable String before,
        @Nullable String after,
        @Nullable LocalDate end,
        @Nullable Integer contentDonePercent,
        @Nullable PersonId investigator,
        @Nullable ReplacementCause cause,
        @Nullable OrganisationId host,
        @Nullable String successorDocument,
        List<TaskMember> members,
        List<BudgetShare> budget,
        List<TranchePlan> tranches,
        List<EstimateItem> items) {
    public static final AdjustmentContent NONE = new AdjustmentContent(
            null, null, null, null, null, null, null, null, List.of(), List.of(), List.of(), List.of());

    public AdjustmentContent {
        members = Inputs.list(members);
        budget = Inputs.list(budget);
        tranches = Inputs.list(tranches);
        items = Inputs.list(items);
    }

    public static AdjustmentContent wording(@Nullable String before, String after) {
        return new AdjustmentContent(
                before, after, null, null, null, null, null, null, List.of(), List.of(), List.of(), List.of());
    }

    public static AdjustmentContent until(LocalDate end, @Nullable Integer contentDonePercent) {
        return new AdjustmentContent(
                null,
                null,
                end,
                contentDonePercent,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    public static AdjustmentContent investigator(PersonId person, ReplacementCause why) {
        return new AdjustmentContent(
                null, null, null, null, person, why, null, null, List.of(), List.of(), List.of(), List.of());
    }

    public static AdjustmentContent succeededBy(OrganisationId host, String document) {
        return new AdjustmentContent(
                null, null, null, null, null, null, host, document, List.of(), List.of(), List.of(), List.of());
    }

    public static AdjustmentContent members(List<TaskMember> members) {
        return new AdjustmentContent(
                null, null, null, null, null, null, null, null, members, List.of(), List.of(), List.of());
    }

    public static AdjustmentContent budget(List<BudgetShare> budget, List<TranchePlan> tranches) {
        return budget(budget, tranches, List.of());
    }

    public static AdjustmentContent budget(
            List<BudgetShare> budget, List<TranchePlan> tranches, List<EstimateItem> items) {
        return new AdjustmentContent(
                null, null, null, null, null, null, null, null, List.of(), budget, tranches, items);
    }
}
