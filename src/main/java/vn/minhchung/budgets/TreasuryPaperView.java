package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A giấy rút dự toán as it stands.
 *
 * @param preparer who wrote the text in force
 * @param recordedFact what the treasury did, waiting for confirmation
 * @param returnReason of the last return, while it is returned
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
        List<TreasuryPaperLine> lines,
        Vnd total,
        Payee payee,
        TreasuryPaperState state,
        LocalDate preparedOn,
        @Nullable PersonId preparer,
        @Nullable Signature secondSignature,
        @Nullable Signature firstSignature,
        @Nullable LocalDate sentOn,
        @Nullable TreasuryFact recordedFact,
        @Nullable String voucherNumber,
        @Nullable LocalDate executedOn,
        @Nullable LocalDate receivedOn,
        @Nullable String returnReason,
        @Nullable String cancelReason)
        implements Readable {

    public record Signature(PersonId signer, LocalDate signedOn) {}

    public record TreasuryFact(
            TreasuryFactKind kind,
            @Nullable String voucherNumber,
            LocalDate happenedOn,
            @Nullable String reason) {}

    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.staff() || viewer.hosts().contains(host);
    }

    @Override
    public boolean party(Viewer viewer) {
        return visibleTo(viewer);
    }
}
