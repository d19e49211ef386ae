package vn.minhchung.budgets.write;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.Payee;
import vn.minhchung.budgets.Recoded;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryFactRecorded;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;

/**
 * What the other guards must know of a paper for the treasury.
 *
 * @param number our number on it
 * @param appropriation where it books; of a re-coding the right one
 * @param advance what a clearing or a return settles; null otherwise
 * @param recoded what a re-coding takes its lines from; null otherwise
 * @param opening balances taken over; null otherwise
 * @param payee of a withdrawal
 * @param volume the table of completed work it rests on
 * @param voucher key of the voucher in use; empty while none is
 * @param fact the treasury fact that waits for confirmation
 * @param executed what the treasury booked so far
 */
record PaperTerms(
        TreasuryPaperId id,
        String number,
        ProjectId project,
        OrganisationId host,
        AppropriationId appropriation,
        AppropriationKey code,
        TreasuryPaperKind kind,
        int tranche,
        @Nullable TreasuryPaperId advance,
        @Nullable Recoded recoded,
        @Nullable Opening opening,
        List<TreasuryPaperLine> lines,
        Vnd total,
        @Nullable Payee payee,
        @Nullable VolumeId volume,
        String voucher,
        @Nullable TreasuryFactRecorded fact,
        List<TreasuryPaperLine> executed) {

    /** What a recorded execution will book; null while none waits. */
    @Nullable
    List<TreasuryPaperLine> booking() {
        return fact == null ? null : fact.lines();
    }

    /** What of the table's work it uses for this amount: an advance pays for none of it. */
    Vnd ofVolume(Vnd amount) {
        return kind == TreasuryPaperKind.ADVANCE ? Vnd.ZERO : amount;
    }

    TreasuryPaperId settledAdvance() {
        return Objects.requireNonNull(advance);
    }

    /** What its booked lines are in the ledger. */
    TreasuryPaperKind holds() {
        return kind.holds(recoded);
    }
}
