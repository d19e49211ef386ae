package vn.minhchung.projects.write;

import java.time.LocalDate;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;

/**
 * Who may approve a task: the people's committee; the director only by delegation or written authorisation, which is then
 * among the bases (Luật KH&amp;CN 29/2013 and provincial delegations; domain notes 1.5).
 */
final class ApprovalDecision {
    private ApprovalDecision() {}

    static void requireCompetent(Decision decision) {
        Decider decider = decision.decidedBy();
        if (decider.role() == Role.COMMITTEE) return;
        boolean delegated = decider.delegation() != null
                || decision.basis().stream().anyMatch(b -> b.kind() == LegalBasis.Kind.AUTHORISATION);
        if (decider.role() != Role.DIRECTOR || !delegated) {
            throw Refusal.of(
                    ErrorCode.DECIDER_NOT_COMPETENT,
                    "role",
                    decider.role(),
                    "needed",
                    "COMMITTEE, DIRECTOR + AUTHORISATION");
        }
    }

    /** The day of the approval: of the signature where it is known, else the day it takes effect. */
    static LocalDate day(Decision decision) {
        LocalDate signed = decision.decidedBy().signedOn();
        if (signed != null) return signed;
        LocalDate dated = decision.documentDate();
        return dated != null ? dated : decision.effectiveOn();
    }
}
