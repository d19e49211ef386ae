package vn.minhchung.budgets.write;

import java.util.List;
import vn.minhchung.access.Signatories;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.rules.Rules;

/**
 * Who may sign a treasury paper (domain.md 3.1): two registered persons, the second never first, the preparer never first,
 * whoever measured the work not at all. Compared are natural persons and the principals they act for.
 */
final class SigningRules {
    private final Rules rules;
    private final Signatories signatories;

    SigningRules(Rules rules, Signatories signatories) {
        this.rules = rules;
        this.signatories = signatories;
    }

    void second(OrganisationId unit, Decision decision, List<PersonId> persons, List<PersonId> volumeBy) {
        registered(decision, signatories.isSecond(unit, decision.person(), decision.today()));
        rules.twoPersons("four-eyes.volume-withdrawal", decision.today(), volumeBy, persons);
    }

    void first(
            OrganisationId unit,
            Decision decision,
            List<PersonId> persons,
            List<PersonId> preparedBy,
            List<PersonId> secondBy,
            List<PersonId> volumeBy) {
        rules.twoPersons("four-eyes.withdrawal.first-second", decision.today(), secondBy, persons);
        rules.twoPersons("four-eyes.withdrawal.preparer-first", decision.today(), preparedBy, persons);
        rules.twoPersons("four-eyes.volume-withdrawal", decision.today(), volumeBy, persons);
        registered(decision, signatories.isFirst(unit, decision.person(), decision.today()));
    }

    /** Whether registration is demanded is itself a rule the director may switch. */
    private void registered(Decision decision, boolean listed) {
        rules.on("signatory.registered", decision.today())
                .refuseUnless(
                        listed,
                        ErrorCode.SIGNATORY_NOT_REGISTERED,
                        "person",
                        decision.person().value());
    }
}
