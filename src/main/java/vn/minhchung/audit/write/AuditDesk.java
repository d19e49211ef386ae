package vn.minhchung.audit.write;

import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.AuditCommand.ContinueLog;
import vn.minhchung.audit.AuditCommand.SealRefusals;
import vn.minhchung.audit.LogContradiction;
import vn.minhchung.audit.LogContradictions;
import vn.minhchung.audit.RefusalBook;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;

/** Where audit's own commands arrive. */
@Component
final class AuditDesk implements Desk {
    private final Aggregates aggregates;
    private final RefusalBook refusals;
    private final LogContradictions contradictions;

    AuditDesk(Aggregates aggregates, RefusalBook refusals, LogContradictions contradictions) {
        this.aggregates = aggregates;
        this.refusals = refusals;
        this.contradictions = contradictions;
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
