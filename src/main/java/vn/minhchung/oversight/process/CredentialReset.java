package vn.minhchung.oversight.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.minhchung.access.AccountEvent.AccountCreated;
import vn.minhchung.access.AccountEvent.CredentialSet;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.AuditHitUnit;
import vn.minhchung.oversight.Difference;

/**
 * A decision taken from an account within hours of somebody else setting its credential anew: it is not proven that the person
 * acted and not who set the credential. The first credential of an account has to be set by somebody else; a person's own
 * change of it is no decision.
 */
final class CredentialReset implements Check {
    private final Map<AccountId, PersonId> persons = new HashMap<>();
    private final Set<AccountId> set = new HashSet<>();
    private final Map<AccountId, Reset> resets = new HashMap<>();

    private record Reset(Instant at, Ref event) {}

    @Override
    public String family() {
        return "audit.credential-reset";
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        Decision decision = recorded.envelope().decision();
        if (recorded.event() instanceof AccountCreated e) persons.put(e.account(), e.person());
        if (recorded.event() instanceof CredentialSet e) {
            boolean first = set.add(e.account());
            boolean byOther = decision != null && !decision.person().equals(persons.get(e.account()));
            if (byOther && !first) resets.put(e.account(), new Reset(recorded.recordedAt(), Ref.of(recorded)));
            return;
        }
        if (decision == null) return;
        AccountId account = decision.actor().account();
        Reset reset = resets.get(account);
        if (reset == null) return;
        // the first decision tells; the next ones rest on the same doubt
        resets.remove(account);
        long hours = Duration.between(reset.at, recorded.recordedAt()).toHours();
        out.rule(family(), day).ifPresent(rule -> {
            if (hours < rule.number("resetHours"))
                out.hit(
                        rule,
                        AuditHitPart.DECIDED_AFTER_RESET,
                        account.value(),
                        Difference.of(hours, rule.number("resetHours"), AuditHitUnit.HOURS),
                        List.of(Ref.of(recorded), reset.event));
        });
    }
}
