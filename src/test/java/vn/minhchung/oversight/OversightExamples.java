package vn.minhchung.oversight;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.oversight.OversightEvent.HitAcceptedAsFalseAlarm;
import vn.minhchung.oversight.OversightEvent.HitExplained;
import vn.minhchung.oversight.OversightEvent.HitFound;
import vn.minhchung.oversight.OversightEvent.HitReopened;
import vn.minhchung.oversight.OversightEvent.HitTurnedIntoFinding;
import vn.minhchung.oversight.OversightEvent.RecordAudited;

/** Samples of this module's events. */
public final class OversightExamples {
    public static final AuditRoundId ROUND = new AuditRoundId("audit-round:01890a5d-ac96-7741-b9f0-7f2a4b8c0801");
    public static final LocalDate DAY = LocalDate.of(2025, 3, 10);

    private static final String PAID = "01890a5d-ac96-7741-b9f0-7f2a4b8c0802";

    private OversightExamples() {}

    /** The first advance, a đồng too much. */
    public static Hit hit() {
        return hit(PAID);
    }

    /** @param event id of the event that is wrong: another one is another hit */
    public static Hit hit(String event) {
        return new Hit(
                AuditHitId.of("audit.advances", AuditHitPart.FIRST_ADVANCE.name(), event, ""),
                new RuleRef("audit.advances", "kiem-soat-noi-bo"),
                AuditHitPart.FIRST_ADVANCE,
                AuditSeverity.HIGH,
                "project:01890a5d-ac96-7741-b9f0-7f2a4b8c0101",
                Difference.of(Vnd.of(450_000_001), Vnd.of(450_000_000)),
                List.of(event),
                List.of(41L),
                DAY);
    }

    public static HitFound found() {
        return found(hit());
    }

    public static HitFound found(Hit hit) {
        return new HitFound(
                hit.id(),
                hit.rule(),
                hit.part(),
                hit.severity(),
                new HitSubject(hit.subject()),
                hit.difference(),
                hit.events(),
                hit.positions(),
                hit.on());
    }

    public static HitExplained explained(PersonId by) {
        return new HitExplained(hit().id(), "Kho bạc làm tròn", by);
    }

    public static HitAcceptedAsFalseAlarm falseAlarm() {
        return new HitAcceptedAsFalseAlarm(hit().id(), "Đã đối chiếu chứng từ");
    }

    public static HitTurnedIntoFinding finding() {
        return new HitTurnedIntoFinding(hit().id(), "Tạm ứng vượt mức");
    }

    public static HitReopened reopened() {
        return new HitReopened(hit().id(), "Chứng từ mới");
    }

    public static RecordAudited audited(int hits, int left) {
        return new RecordAudited(ROUND, false, 57, DAY, hits, left);
    }

    static List<DomainEvent> all() {
        return List.of(
                audited(1, 0),
                found(),
                explained(new PersonId("person:01890a5d-ac96-7741-b9f0-7f2a4b8c0001")),
                falseAlarm(),
                finding(),
                reopened());
    }
}
