package vn.minhchung.oversight.process;

import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.DeadLetters;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.RoundsProcess;
import vn.minhchung.kernel.SystemActor;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.oversight.AuditRoundId;
import vn.minhchung.oversight.HitFinder;
import vn.minhchung.oversight.OversightCommand.AuditRecord;

/**
 * Puts on record what the audit rules find as the record grows and days pass. A round's id derives from the first hit that is
 * new, so two nodes, or a second try, make one round.
 */
@Component
final class WhenRecordedThenAudit implements RoundsProcess {
    private static final String NAME = "oversight.AuditRecord";
    private static final Duration FIRST_AFTER = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final HitFinder finder;
    private final Commands commands;
    private final DeadLetters letters;

    WhenRecordedThenAudit(HitFinder finder, Commands commands, DeadLetters letters) {
        this.finder = finder;
        this.commands = commands;
        this.letters = letters;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration firstAfter() {
        return FIRST_AFTER;
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void round(LocalDate today) {
        audit(today);
    }

    /** Answers how many rounds were put on record. */
    int audit(LocalDate today) {
        int done = 0;
        for (HitFinder.Found found = finder.find(false, today);
                !found.hits().isEmpty();
                found = finder.find(false, today)) {
            String first = found.hits().getFirst().id().value();
            AuditRoundId round = new AuditRoundId(Id.derived("audit-round", first));
            if (!letters.attempt(new DeadLetters.Work(NAME, "rounds", round.value()), () -> send(round, today)))
                return done;
            done++;
        }
        return done;
    }

    private void send(AuditRoundId round, LocalDate today) {
        try {
            commands.send(
                    new AuditRecord(round, false),
                    SystemActor.decision(today, "audit:" + round.value(), "auditRecord", round.value()));
        } catch (Refusal refusal) {
            // another node was first
            if (refusal.code() != ErrorCode.ALREADY_EXISTS) throw refusal;
        }
    }
}
