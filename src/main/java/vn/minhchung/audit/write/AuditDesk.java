package vn.minhchung.audit.write;

import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.AuditCommand.ContinueLog;
import vn.minhchung.audit.AuditCommand.RotateLogKey;
import vn.minhchung.audit.AuditCommand.SealRefusals;
import vn.minhchung.audit.LogContradiction;
import vn.minhchung.audit.LogContradictions;
import vn.minhchung.audit.LogKeyId;
import vn.minhchung.audit.LogKeyRing;
import vn.minhchung.audit.RefusalBook;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.log.VerifierKey;

/** Where audit's own commands arrive. */
@Component
final class AuditDesk implements Desk {
    private final Aggregates aggregates;
    private final RefusalBook refusals;
    private final LogContradictions contradictions;
    private final LogKeyRing keys;

    AuditDesk(Aggregates aggregates, RefusalBook refusals, LogContradictions contradictions, LogKeyRing keys) {
        this.aggregates = aggregates;
        this.refusals = refusals;
        this.contradictions = contradictions;
        this.keys = keys;
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
        var digest =
                Objects.requireNonNull(refusals.digests(List.of(command.day())).get(command.day()));
        aggregates.create(RefusalDay.class, command.subject(), day -> day.decide(command, digest, decision));
    }
}
