package vn.minhchung.audit.write;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.AuditCommand.ContinueLog;
import vn.minhchung.audit.AuditCommand.RotateLogKey;
import vn.minhchung.audit.AuditCommand.SealReadings;
import vn.minhchung.audit.AuditCommand.SealRefusals;
import vn.minhchung.audit.DayBook;
import vn.minhchung.audit.LogContradiction;
import vn.minhchung.audit.LogContradictions;
import vn.minhchung.audit.LogKeyId;
import vn.minhchung.audit.LogKeyRing;
import vn.minhchung.audit.ReadingBook;
import vn.minhchung.audit.RefusalBook;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.log.VerifierKey;

/** Where audit's own commands arrive. */
@Component
final class AuditDesk implements Desk {
    private final Aggregates aggregates;
    private final RefusalBook refusals;
    private final ReadingBook readings;
    private final LogContradictions contradictions;
    private final LogKeyRing keys;
    private final StoryClock clock;

    AuditDesk(
            Aggregates aggregates,
            RefusalBook refusals,
            ReadingBook readings,
            LogContradictions contradictions,
            LogKeyRing keys,
            StoryClock clock) {
        this.aggregates = aggregates;
        this.refusals = refusals;
        this.readings = readings;
        this.contradictions = contradictions;
        this.keys = keys;
        this.clock = clock;
    }

    @CommandHandler
    void handle(RotateLogKey command, Decision decision) {
        decision.requireReason();
        VerifierKey current = keys.current();
        if (!current.text().equals(command.oldKey()))
            throw Refusal.of(ErrorCode.WRONG_STATE, "expected", command.oldKey(), "actual", current.text())
                    .at("oldKey");
        VerifierKey next = keys.next(decision.requestId());
        LogKeyId id = LogKeyId.of(current.name());
        aggregates.guard(RotatedKeys.class, id.value(), rotated -> rotated.decide(id, current.text(), next.text()));
    }

    @CommandHandler
    void handle(ContinueLog command, Decision decision) {
        decision.requireReason();
        LogContradiction found = contradictions
                .find(command.contradiction())
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "id", command.contradiction()));
        aggregates.create(ContradictedLog.class, command.subject(), log -> log.decide(found));
    }

    @CommandHandler
    void handle(SealRefusals command, Decision decision) {
        Instant now = clock.now();
        DayBook.Digest digest = refusals.written(command.day());
        aggregates.create(RefusalDay.class, command.subject(), day -> day.decide(command, digest, now));
    }

    @CommandHandler
    void handle(SealReadings command, Decision decision) {
        Instant now = clock.now();
        DayBook.Digest digest = readings.written(command.day());
        aggregates.create(ReadingDay.class, command.subject(), day -> day.decide(command, digest, now));
    }
}
