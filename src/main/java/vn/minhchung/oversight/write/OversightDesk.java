package vn.minhchung.oversight.write;

import java.util.Comparator;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.oversight.Hit;
import vn.minhchung.oversight.HitFinder;
import vn.minhchung.oversight.OversightCommand.AcceptFalseAlarm;
import vn.minhchung.oversight.OversightCommand.AuditRecord;
import vn.minhchung.oversight.OversightCommand.ExplainHit;
import vn.minhchung.oversight.OversightCommand.ReopenHit;
import vn.minhchung.oversight.OversightCommand.TurnIntoFinding;
import vn.minhchung.oversight.OversightEvent.RecordAudited;

/** Where commands about hits arrive. What is new the rules say, from the record. */
@Component
final class OversightDesk implements Desk {
    /** One append stays small; what is left comes with the next round. */
    private static final int AT_ONCE = 50;

    private final Aggregates aggregates;
    private final HitFinder finder;

    OversightDesk(Aggregates aggregates, HitFinder finder) {
        this.aggregates = aggregates;
        this.finder = finder;
    }

    @CommandHandler
    void handle(AuditRecord command, Decision decision) {
        HitFinder.Found found = finder.find(command.wholePast(), decision.today());
        List<Hit> now = found.hits().stream()
                .limit(AT_ONCE)
                .sorted(Comparator.comparing(hit -> hit.id().value()))
                .toList();
        // found by another node in the meantime, it is refused here and asked for again
        for (Hit hit : now) aggregates.create(HitCase.class, hit.id().value(), newHit -> newHit.decide(hit));
        aggregates.create(
                AuditRound.class,
                command.subject(),
                round -> round.decide(new RecordAudited(
                        command.round(),
                        command.wholePast(),
                        found.through(),
                        decision.today(),
                        now.size(),
                        found.hits().size() - now.size())));
    }

    @CommandHandler
    void handle(ExplainHit command, Decision decision) {
        aggregates.on(HitCase.class, command.subject(), hit -> hit.decide(command, decision));
    }

    @CommandHandler
    void handle(AcceptFalseAlarm command, Decision decision) {
        aggregates.on(HitCase.class, command.subject(), hit -> hit.decide(command, decision));
    }

    @CommandHandler
    void handle(TurnIntoFinding command, Decision decision) {
        aggregates.on(HitCase.class, command.subject(), hit -> hit.decide(command, decision));
    }

    @CommandHandler
    void handle(ReopenHit command, Decision decision) {
        aggregates.on(HitCase.class, command.subject(), hit -> hit.decide(command, decision));
    }
}
