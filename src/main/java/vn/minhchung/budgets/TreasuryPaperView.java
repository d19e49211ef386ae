package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A paper for the treasury as it stands.
 *
 * @param advance what a clearing or a return settles
 * @param recoded what a re-coding takes its lines from
 * @param struckOn of opening balances: the day they were struck
 * @param balances of a task that was taken over, by ledger key
 * @param payee of a withdrawal
 * @param volume the table of completed work it rests on
 * @param reason of a return or a re-coding
 * @param preparer who wrote the text in force
 * @param recordedFact what the treasury did, waiting for confirmation
 * @param executed what the treasury booked; null before
 * @param cleared of an advance, by the treasury
 * @param returned of an advance, by the treasury
 * @param movedAway of what was booked, re-coded to other papers
 * @param settlements clearings and returns of an advance, in the order of their preparation
 * @param recodings prepared for what was booked here, in that order
 * @param returnReason why the treasury sent it back, while it is returned
 */
public record TreasuryPaperView(
        ProjectId project,
        OrganisationId host,
        AppropriationId appropriation,
        AppropriationKey code,
        String number,
        TreasuryPaperKind kind,
        int year,
        int tranche,
        @Nullable TreasuryPaperId advance,
        @Nullable Recoded recoded,
        @Nullable LocalDate struckOn,
        List<OpeningBalance> balances,
        List<TreasuryPaperLine> lines,
        Vnd total,
        @Nullable Payee payee,
        @Nullable VolumeId volume,
        @Nullable String reason,
        TreasuryPaperState state,
        LocalDate preparedOn,
        @Nullable PersonId preparer,
        @Nullable Signature secondSignature,
        @Nullable Signature firstSignature,
        @Nullable LocalDate sentOn,
        @Nullable TreasuryFact recordedFact,
        @Nullable String voucherNumber,
        @Nullable LocalDate executedOn,
        @Nullable Vnd executed,
        Vnd cleared,
        Vnd returned,
        Vnd movedAway,
        List<TreasuryPaperId> settlements,
        List<TreasuryPaperId> recodings,
        @Nullable LocalDate receivedOn,
        @Nullable String returnReason,
        @Nullable String cancelReason)
        implements Readable {

    public record Signature(PersonId signer, LocalDate signedOn) {}

    public record TreasuryFact(
            TreasuryFactKind kind,
            @Nullable String voucherNumber,
            LocalDate happenedOn,
            @Nullable Vnd amount,
            @Nullable String reason) {}

    /** Of an executed advance, or an advance re-coded to here: what is neither cleared, returned nor re-coded away. */
    public @Nullable Vnd outstanding() {
        return kind.holds(recoded) != TreasuryPaperKind.ADVANCE || executed == null
                ? null
                : executed.minus(cleared).minus(returned).minus(movedAway);
    }

    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.staff() || viewer.ofHost(host, project);
    }

    @Override
    public boolean party(Viewer viewer) {
        return visibleTo(viewer);
    }
}
