package vn.minhchung.projects.write;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.rules.Rules;

/**
 * What a decision about the life of a task is taken with, beside the life itself.
 *
 * @param contractedOn day of the contract
 * @param end of the task by its terms in force
 */
record LifeCase(Decision decision, OrganisationId host, LocalDate contractedOn, LocalDate end, Rules rules) {
    LocalDate today() {
        return decision.today();
    }

    LocalDate effectiveOn() {
        return decision.effectiveOn();
    }

    String requireReason() {
        String reason = decision.reason();
        if (reason == null || PlainText.saysNothing(reason)) throw Refusal.of(ErrorCode.REASON_REQUIRED);
        return reason.strip();
    }

    void requireBasis() {
        decision.requireBasis();
    }

    void requireMinutes() {
        if (decision.basis().stream().noneMatch(b -> b.kind() == LegalBasis.Kind.MINUTES))
            throw Refusal.of(ErrorCode.BASIS_REQUIRED, "needed", LegalBasis.Kind.MINUTES)
                    .at("decision", "basis");
    }

    /** Taken here: a record of it on paper would again need somebody to confirm it. */
    void requireTaken() {
        decision.requireTaken();
    }

    /** Of the host only its own people act, whichever of these roles they hold there. */
    void requireOfHost(Role... roles) {
        requireTaken();
        for (Role role : roles) if (decision.actor().has(role, host)) return;
        throw Refusal.of(ErrorCode.NOT_YOUR_HOST, "host", host);
    }

    /** Everybody who may not confirm what is being recorded; nobody when the decision is taken here. */
    List<PersonId> recordedBy(Role... roles) {
        return Acts.recordedBy(decision, roles);
    }

    /** A second person answers for what another recorded. */
    void requireSecond(List<PersonId> recordedBy) {
        requireTaken();
        Role role = decision.exercised(
                Role.OFFICER,
                Role.ACCOUNTANT,
                Role.CHIEF_ACCOUNTANT,
                Role.REGISTRAR,
                Role.DEPUTY_DIRECTOR,
                Role.DIRECTOR);
        rules.twoPersons(Acts.RECORD_CONFIRM, today(), decision.persons(role), recordedBy);
    }

    static Refusal outOfOrder(String earlier, LocalDate first, String later, LocalDate second) {
        return Refusal.of(ErrorCode.DATES_OUT_OF_ORDER, earlier, first, later, second);
    }
}
