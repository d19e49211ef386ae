package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;

/** What happened to a table of completed work. It moves no money: papers that do rest on it. */
public sealed interface VolumeEvent extends DomainEvent {
    VolumeId volume();

    ProjectId project();

    /**
     * The table was drawn up.
     *
     * @param contractValue of the task's contract
     * @param completedBefore what earlier confirmed tables say was completed
     * @param unit whose registered signatories sign it
     * @param drawnBy who drew it up or inspected the work, and their principals
     */
    @EventType(name = "budgets.VolumeDrawnUp")
    record VolumeDrawnUp(
            VolumeId volume,
            ProjectId project,
            OrganisationId host,
            OrganisationId unit,
            String number,
            int tranche,
            LocalDate requestedOn,
            LocalDate throughOn,
            List<VolumeRow> rows,
            Vnd contractValue,
            Vnd completedBefore,
            Vnd total,
            List<PersonId> drawnBy)
            implements VolumeEvent {}

    /** @param signedBy the signer and its principals */
    @EventType(name = "budgets.VolumeSignedSecond")
    record VolumeSignedSecond(
            VolumeId volume, ProjectId project, PersonId signer, List<PersonId> signedBy, LocalDate signedOn)
            implements VolumeEvent {}

    /** Both signatures are there: papers may rest on it. */
    @EventType(name = "budgets.VolumeConfirmed")
    record VolumeConfirmed(
            VolumeId volume, ProjectId project, Vnd total, PersonId signer, List<PersonId> signedBy, LocalDate signedOn)
            implements VolumeEvent {}

    /** The table does not count. */
    @EventType(name = "budgets.VolumeCancelled")
    record VolumeCancelled(VolumeId volume, ProjectId project, Vnd total, String reason) implements VolumeEvent {}

    /**
     * A paper rests on the table.
     *
     * @param amount of the completed work it uses; zero for an advance, which only needs that there was work
     */
    @EventType(name = "budgets.VolumeUsed")
    record VolumeUsed(VolumeId volume, ProjectId project, TreasuryPaperId paper, Vnd amount) implements VolumeEvent {}

    /** A paper was cancelled, amended, or booked in part: so much of the work may be paid by another. */
    @EventType(name = "budgets.VolumeFreed")
    record VolumeFreed(VolumeId volume, ProjectId project, TreasuryPaperId paper, Vnd amount) implements VolumeEvent {}
}
