package vn.minhchung.projects.write;

import java.util.List;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.ProjectEvent.ApprovedTaskRegistered;
import vn.minhchung.projects.TranchePlan;

/** A contract inside its approval: state money only, in instalments that sum to it (domain notes 1.6, 2.5). */
record ContractContent(SignContract contract) {

    static ContractContent of(SignContract contract) {
        return new ContractContent(contract);
    }

    void check(ApprovedTaskRegistered approval, Decision decision) {
        Words.required(contract.number(), "number");
        if (contract.signedOn().isAfter(decision.today()) || contract.signedOn().isBefore(approval.codeValidFrom())) {
            throw Refusal.of(
                            ErrorCode.DATES_OUT_OF_ORDER,
                            "approved",
                            approval.codeValidFrom(),
                            "signedOn",
                            contract.signedOn(),
                            "today",
                            decision.today())
                    .at("signedOn");
        }
        // The two parties to a contract are two persons by its nature; no switch changes that.
        if (contract.hostSignatory().equals(decision.decidedBy().person())) {
            throw Refusal.of(ErrorCode.FOUR_EYES, "person", contract.hostSignatory())
                    .at("hostSignatory");
        }
        Vnd value = contract.value();
        if (!value.isPositive())
            throw Refusal.of(ErrorCode.AMOUNT_NOT_POSITIVE, "actual", value).at("value");
        if (value.isMoreThan(approval.stateBudget())) {
            throw Refusal.of(
                            ErrorCode.BUDGET_NOT_BALANCED,
                            "limit",
                            approval.stateBudget(),
                            "actual",
                            value,
                            "difference",
                            value.minus(approval.stateBudget()))
                    .at("value");
        }
        tranches(contract.tranches(), value);
    }

    /** Numbered from 1, positive, and together the value. */
    static void tranches(List<TranchePlan> plan, Vnd value) {
        for (int i = 0; i < plan.size(); i++) {
            TranchePlan tranche = plan.get(i);
            if (tranche.number() != i + 1) {
                throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", i + 1, "value", tranche.number())
                        .at("tranches");
            }
            if (!tranche.amount().isPositive()) {
                throw Refusal.of(ErrorCode.AMOUNT_NOT_POSITIVE, "actual", tranche.amount())
                        .at("tranches");
            }
        }
        Vnd planned = Vnd.sum(plan.stream().map(TranchePlan::amount).toList());
        if (!planned.equals(value)) {
            throw Refusal.of(
                            ErrorCode.LINES_DO_NOT_SUM,
                            "stated",
                            value,
                            "summed",
                            planned,
                            "difference",
                            value.minus(planned))
                    .at("tranches");
        }
    }
}
