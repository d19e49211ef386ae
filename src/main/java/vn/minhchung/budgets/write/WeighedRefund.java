package vn.minhchung.budgets.write;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.RefundPart;
import vn.minhchung.budgets.RefundTerms;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.Rules;

/**
 * What a refund decision comes to, by the task's money and the rule it is pinned to.
 *
 * @param cleared spending at the treasury: advances cleared, and payments
 * @param toReturn the advance outstanding: papers return it
 * @param debt cleared but not proven, and the shares of what was proven
 * @param rule the version that set the least shares; null while none is in force
 * @param payDays null while none is in force
 */
record WeighedRefund(
        Vnd cleared,
        Vnd toReturn,
        Vnd debt,
        @Nullable RuleRef rule,
        @Nullable Long payDays) {

    /**
     * @param received by the host, without what came back
     * @throws Refusal INVALID_INPUT for shares beyond the whole, REFUND_MORE_THAN_RECEIVED when more was used than received,
     *     REFUND_PROVEN_NOT_CLEARED while proven money stands as an advance, REFUND_TOO_LOW below the share of the rule
     */
    static WeighedRefund of(RefundTerms terms, Vnd received, Vnd cleared, TaskFacts task, Rules rules, LocalDate on) {
        Vnd proven = terms.proven();
        Vnd used = proven.plus(terms.unproven());
        if (used.isMoreThan(received))
            throw Refusal.of(ErrorCode.REFUND_MORE_THAN_RECEIVED, "limit", received.digits(), "actual", used.digits())
                    .at("parts");
        if (proven.isMoreThan(cleared))
            throw Refusal.of(
                            ErrorCode.REFUND_PROVEN_NOT_CLEARED,
                            "limit",
                            cleared.digits(),
                            "actual",
                            proven.digits(),
                            "remaining",
                            proven.minus(cleared).digits())
                    .at("parts");
        Applied rule = rules.forTask(task.pinned(), "refund.shares", on);
        for (int i = 0; i < terms.parts().size(); i++)
            check(terms.parts().get(i), Integer.toString(i), terms, task, rule);
        return new WeighedRefund(
                cleared,
                received.minus(cleared),
                cleared.minus(proven).plus(terms.share()),
                rule.ref().orElse(null),
                rule.version().map(version -> version.number("payDays")).orElse(null));
    }

    private static void check(RefundPart part, String at, RefundTerms terms, TaskFacts task, Applied rule) {
        Limits.requirePositive(part.proven(), "parts", at, "proven");
        if (part.shareBp() < 0 || part.shareBp() > 10_000)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", part.shareBp(), "expected", "0–10000")
                    .at("parts", at, "shareBp");
        Acting.reason(part.reason());
        rule.work(
                        "receivedVnd",
                        part.proven(),
                        "usedVnd",
                        part.proven(),
                        "unprovenVnd",
                        Vnd.ZERO,
                        "cause",
                        part.cause(),
                        "khoan",
                        task.khoanMode(),
                        "procedureFollowed",
                        terms.procedureFollowed(),
                        "fraud",
                        terms.fraud())
                .ifPresent(worked -> rule.refuseUnless(
                        !worked.vnd("minVnd").isMoreThan(part.comesBack()),
                        ErrorCode.REFUND_TOO_LOW,
                        "limit",
                        worked.vnd("minVnd").digits(),
                        "actual",
                        part.comesBack().digits()));
    }

    @Nullable
    LocalDate dueOn(LocalDate decidedOn) {
        return payDays == null ? null : decidedOn.plusDays(payDays);
    }
}
