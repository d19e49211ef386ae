package vn.minhchung.oversight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.RestsOn;
import vn.minhchung.kernel.RuleRef;

/** What continuous audit puts on record. No hit is ever taken back: what becomes of it is told after it. */
public sealed interface OversightEvent extends DomainEvent {

    /**
     * The record was judged; each new hit stands in an event of its own beside this one.
     *
     * @param wholePast by the rules known then, from the first event on
     * @param through the last position judged
     * @param on days before it were over
     * @param hits how many were new and were put on record
     * @param left how many more were new: the next round puts them on record
     */
    @EventType(name = "oversight.RecordAudited")
    record RecordAudited(AuditRoundId round, boolean wholePast, long through, LocalDate on, int hits, int left)
            implements OversightEvent {}

    /** About one hit. */
    sealed interface OfHit extends OversightEvent {
        AuditHitId hit();
    }

    /**
     * An audit rule found something.
     *
     * @param rule the version that held on the day judged
     * @param events ids of the events it rests on, the one that is wrong first; {@code positions} theirs
     * @param on the day it was wrong from
     */
    @EventType(name = "oversight.HitFound")
    record HitFound(
            AuditHitId hit,
            RuleRef rule,
            AuditHitPart part,
            AuditSeverity severity,
            HitSubject subject,
            Difference difference,
            List<String> events,
            List<Long> positions,
            LocalDate on)
            implements OfHit, RestsOn {
        /** What was not done is shown by the whole past of the object. */
        @Override
        public List<String> restsOn() {
            List<String> ids = new ArrayList<>(List.of(subject.value()));
            events.forEach(event -> ids.add(EventId.of(event).value()));
            return ids;
        }
    }

    /** @param explainedBy who explained */
    @EventType(name = "oversight.HitExplained")
    record HitExplained(AuditHitId hit, String explanation, PersonId explainedBy) implements OfHit {}

    @EventType(name = "oversight.HitAcceptedAsFalseAlarm")
    record HitAcceptedAsFalseAlarm(AuditHitId hit, String reason) implements OfHit {}

    @EventType(name = "oversight.HitTurnedIntoFinding")
    record HitTurnedIntoFinding(AuditHitId hit, String finding) implements OfHit {}

    @EventType(name = "oversight.HitReopened")
    record HitReopened(AuditHitId hit, String reason) implements OfHit {}
}
