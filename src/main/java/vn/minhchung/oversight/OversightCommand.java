package vn.minhchung.oversight;

import static vn.minhchung.kernel.Role.ACCOUNTANT;
import static vn.minhchung.kernel.Role.ADMIN;
import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.DEPUTY_DIRECTOR;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.INSPECTOR;
import static vn.minhchung.kernel.Role.OFFICER;

import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What may be asked of continuous audit. Nobody can say what a hit is: the rules find them. */
public sealed interface OversightCommand extends Command {

    /**
     * Judges the record and puts what is new on record. The system sends it when there is something; an inspector when the
     * whole past is to be judged by the rules known now.
     */
    @MayBeSentBy(
            mutation = "auditRecord",
            creates = true,
            roles = {INSPECTOR, ADMIN})
    record AuditRecord(AuditRoundId round, boolean wholePast) implements OversightCommand {
        @Override
        public String subject() {
            return round.value();
        }
    }

    /** About one hit. */
    sealed interface OfHit extends OversightCommand {
        AuditHitId hit();

        @Override
        default String subject() {
            return hit().value();
        }
    }

    /** The department says how it came about. */
    @MayBeSentBy(
            mutation = "explainHit",
            roles = {OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, DIRECTOR, DEPUTY_DIRECTOR})
    record ExplainHit(AuditHitId hit, String explanation) implements OfHit {}

    /** Nothing was wrong: the reason stays on record with the hit. */
    @MayBeSentBy(
            mutation = "acceptFalseAlarm",
            roles = {INSPECTOR},
            seen = true)
    record AcceptFalseAlarm(AuditHitId hit, String reason) implements OfHit {}

    /** It goes into the inspector's conclusions. */
    @MayBeSentBy(
            mutation = "turnIntoFinding",
            roles = {INSPECTOR},
            seen = true)
    record TurnIntoFinding(AuditHitId hit, String finding) implements OfHit {}

    /** What was closed, or explained, is open again. */
    @MayBeSentBy(
            mutation = "reopenHit",
            roles = {INSPECTOR},
            seen = true)
    record ReopenHit(AuditHitId hit, String reason) implements OfHit {}
}
