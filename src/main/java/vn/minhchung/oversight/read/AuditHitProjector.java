package vn.minhchung.oversight.read;

import static vn.minhchung.oversight.OversightViews.HITS;
import static vn.minhchung.oversight.OversightViews.ROUNDS;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.oversight.AuditHitId;
import vn.minhchung.oversight.AuditHitState;
import vn.minhchung.oversight.AuditHitView;
import vn.minhchung.oversight.AuditRoundView;
import vn.minhchung.oversight.OversightEvent;
import vn.minhchung.oversight.OversightEvent.HitAcceptedAsFalseAlarm;
import vn.minhchung.oversight.OversightEvent.HitExplained;
import vn.minhchung.oversight.OversightEvent.HitFound;
import vn.minhchung.oversight.OversightEvent.HitReopened;
import vn.minhchung.oversight.OversightEvent.HitTurnedIntoFinding;
import vn.minhchung.oversight.OversightEvent.RecordAudited;

/** One row per hit, and one per round. */
@Component
final class AuditHitProjector implements Projector {
    @Override
    public String name() {
        return "oversight.AuditHit";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(HITS, ROUNDS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof OversightEvent event)) return;
        switch (event) {
            case RecordAudited e ->
                views.put(
                        ROUNDS,
                        e.round().value(),
                        new AuditRoundView(e.wholePast(), e.through(), e.on(), e.hits(), e.left()));
            case HitFound e -> views.put(HITS, e.hit().value(), found(e, recorded.position()));
            case HitExplained e ->
                views.put(HITS, e.hit().value(), known(views, e.hit()).explained(e.explanation(), e.explainedBy()));
            case HitAcceptedAsFalseAlarm e ->
                views.put(HITS, e.hit().value(), known(views, e.hit()).nowIs(AuditHitState.FALSE_ALARM, e.reason()));
            case HitTurnedIntoFinding e ->
                views.put(HITS, e.hit().value(), known(views, e.hit()).nowIs(AuditHitState.FINDING, e.finding()));
            case HitReopened e ->
                views.put(HITS, e.hit().value(), known(views, e.hit()).nowIs(AuditHitState.OPEN, e.reason()));
        }
    }

    private static AuditHitView known(ViewWriter views, AuditHitId hit) {
        return Objects.requireNonNull(views.get(HITS, hit.value()));
    }

    private static AuditHitView found(HitFound e, long position) {
        return new AuditHitView(
                e.rule(),
                e.part(),
                e.severity(),
                e.subject().value(),
                e.difference().source(),
                e.difference().target(),
                e.difference().difference(),
                e.difference().unit(),
                e.on(),
                e.events().stream().map(id -> EventId.of(id).value()).toList(),
                position,
                AuditHitState.OPEN,
                null,
                null,
                null);
    }
}
