package vn.minhchung.budgets.write;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.text.PlainText;

/** What every decision about money asks of the decision itself. */
final class Acting {
    private Acting() {}

    /** The natural person and its principals, in a fixed order, to be compared at a later step. */
    static List<PersonId> persons(Decision decision, Role... roles) {
        return decision.persons(decision.exercised(roles)).stream()
                .sorted(Comparator.comparing(PersonId::value))
                .toList();
    }

    /** What the treasury did or confirmed rests on its own paper. */
    static void onTreasuryPaper(Decision decision) {
        if (decision.basis().stream().noneMatch(b -> b.kind() == LegalBasis.Kind.TREASURY_VOUCHER))
            throw Refusal.of(ErrorCode.EVIDENCE_REQUIRED, "needed", LegalBasis.Kind.TREASURY_VOUCHER)
                    .at("decision", "basis");
    }

    /**
     * True when the decision was taken on paper: it then needs its document. Taken here, it needs a decider.
     *
     * @throws Refusal BASIS_REQUIRED, DECIDER_NOT_COMPETENT
     */
    static boolean recorded(Decision decision, Role... deciders) {
        if (decision.recorded()) {
            decision.requireBasis();
            return true;
        }
        if (!decision.actor().hasAny(Set.of(deciders)))
            throw Refusal.of(ErrorCode.DECIDER_NOT_COMPETENT, "needed", String.join(", ", names(deciders)));
        return false;
    }

    static String reason(String reason) {
        if (PlainText.saysNothing(reason))
            throw Refusal.of(ErrorCode.REASON_REQUIRED).at("reason");
        return reason.strip();
    }

    static void notAfter(LocalDate earlier, LocalDate later, String field) {
        if (earlier.isAfter(later))
            throw Refusal.of(ErrorCode.DATES_OUT_OF_ORDER, "earlier", later, "later", earlier)
                    .at(field);
    }

    private static List<String> names(Role... roles) {
        return List.of(roles).stream().map(Role::name).toList();
    }
}
