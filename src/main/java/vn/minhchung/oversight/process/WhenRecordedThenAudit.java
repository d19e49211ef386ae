package vn.minhchung.oversight.process;

import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.DeadLetters;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Rounds;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.SystemActor;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.oversight.AuditRoundId;
import vn.minhchung.oversight.HitFinder;
import vn.minhchung.oversight.OversightCommand.AuditRecord;

/**
 * Puts on record what the audit rules find as the record grows and days pass. A round's id derives from the first hit that is
 * new, so two nodes, or a second try, make one round. Where the clock is driven, whoever drives it also sends the command.
 */
@Component
final class WhenRecordedThenAudit implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WhenRecordedThenAudit.class);
    private static final String NAME = "oversight.AuditRecord";
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final HitFinder finder;
    private final Commands commands;
    private final StoryClock clock;
    private final DeadLetters letters;
    private final Rounds rounds = new Rounds("continuous-audit", Duration.ofMinutes(1), EVERY, this::auditQuietly);

    WhenRecordedThenAudit(HitFinder finder, Commands commands, StoryClock clock, DeadLetters letters) {
        this.finder = finder;
        this.commands = commands;
        this.clock = clock;
        this.letters = letters;
        letters.onRetry(NAME, this::auditQuietly);
    }

    @Override
    public void start() {
        if (clock.label() == null) rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    private void auditQuietly() {
        try {
            audit(clock.today());
        } catch (RuntimeException e) {
            LOG.warn("the record was not audited; tried again in {}", EVERY, e);
        }
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
