package vn.minhchung.oversight.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.oversight.AuditHitState;
import vn.minhchung.oversight.Hit;
import vn.minhchung.oversight.HitSubject;
import vn.minhchung.oversight.OversightCommand.AcceptFalseAlarm;
import vn.minhchung.oversight.OversightCommand.ExplainHit;
import vn.minhchung.oversight.OversightCommand.ReopenHit;
import vn.minhchung.oversight.OversightCommand.TurnIntoFinding;
import vn.minhchung.oversight.OversightEvent.HitAcceptedAsFalseAlarm;
import vn.minhchung.oversight.OversightEvent.HitExplained;
import vn.minhchung.oversight.OversightEvent.HitFound;
import vn.minhchung.oversight.OversightEvent.HitReopened;
import vn.minhchung.oversight.OversightEvent.HitTurnedIntoFinding;
import vn.minhchung.oversight.OversightEvent.OfHit;

/**
 * One hit: found open, explained by the department, then closed by an inspector, as a false alarm with its reason or as a
 * finding; and opened again when that was too early. It is found once and never deleted.
 */
@AggregateRoot(type = "AuditHit")
class HitCase {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private AuditHitState state = AuditHitState.OPEN;

    HitCase() {}

    void decide(Hit hit) {
        apply(new HitFound(
                hit.id(),
                hit.rule(),
                hit.part(),
                hit.severity(),
                new HitSubject(hit.subject()),
                hit.difference(),
                hit.events(),
                hit.positions(),
                hit.on()));
    }

    void decide(ExplainHit command, Decision decision) {
        requireNotClosed();
        apply(new HitExplained(command.hit(), said(command.explanation(), "explanation"), decision.person()));
    }

    void decide(AcceptFalseAlarm command, Decision decision) {
        decision.requireTaken();
        requireNotClosed();
        apply(new HitAcceptedAsFalseAlarm(command.hit(), said(command.reason(), "reason")));
    }

    void decide(TurnIntoFinding command, Decision decision) {
        decision.requireTaken();
        requireNotClosed();
        apply(new HitTurnedIntoFinding(command.hit(), said(command.finding(), "finding")));
    }

    void decide(ReopenHit command, Decision decision) {
        decision.requireTaken();
        if (state == AuditHitState.OPEN) throw Refusal.of(ErrorCode.WRONG_STATE, "state", state);
        apply(new HitReopened(command.hit(), said(command.reason(), "reason")));
    }

    private void requireNotClosed() {
        if (state == AuditHitState.FALSE_ALARM || state == AuditHitState.FINDING)
            throw Refusal.of(ErrorCode.WRONG_STATE, "state", state);
    }

    private static String said(String text, String field) {
        String tidy = text.strip();
        if (tidy.isEmpty())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "missing").at(field);
        return tidy;
    }

    @EventSourcingHandler
    void evolve(OfHit event) {
        id = event.hit().value();
        state = switch (event) {
            case HitFound _, HitReopened _ -> AuditHitState.OPEN;
            case HitExplained _ -> AuditHitState.EXPLAINED;
            case HitAcceptedAsFalseAlarm _ -> AuditHitState.FALSE_ALARM;
            case HitTurnedIntoFinding _ -> AuditHitState.FINDING;
        };
    }
}
