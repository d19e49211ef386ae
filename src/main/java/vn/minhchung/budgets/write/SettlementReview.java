package vn.minhchung.budgets.write;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.SettlementCut;
import vn.minhchung.budgets.SettlementEvent.SettlementReviewRecorded;
import vn.minhchung.kernel.Decision;

/**
 * A review that is to become a notice: taken here, or recorded from paper and confirmed.
 *
 * @param number of the notice
 * @param confirmed true where a second person confirms what was recorded
 */
record SettlementReview(
        List<SettlementCut> cuts,
        @Nullable String findings,
        String number,
        LocalDate noticedOn,
        LocalDate today,
        Evidence evidence,
        boolean confirmed) {

    static SettlementReview taken(List<SettlementCut> cuts, @Nullable String findings, Decision decision) {
        decision.requireBasis();
        return new SettlementReview(
                cuts,
                findings,
                decision.basis().getFirst().number(),
                decision.effectiveOn(),
                decision.today(),
                Evidence.of(decision.basis()),
                false);
    }

    static SettlementReview confirmed(SettlementReviewRecorded recorded, Decision decision) {
        return new SettlementReview(
                recorded.cuts(),
                recorded.findings(),
                recorded.number(),
                recorded.noticedOn(),
                decision.today(),
                recorded.evidence().or(Evidence.of(decision.basis())),
                true);
    }
}
