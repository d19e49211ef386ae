package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * What has to come back of a task's money, as it stands.
 *
 * @param host who owes it
 * @param reportedUsed what the host says was used; null without a report
 * @param terms of the decision in force or recorded; null before
 * @param cleared spending at the treasury when it was decided
 * @param toReturn the advance outstanding when it was decided
 * @param debt by the decision in force
 * @param paid instalments confirmed
 * @param rule the version that set the least shares
 * @param decisions how many there were; more than one when it was revised
 * @param barred organisations and persons kept out of new tasks
 */
public record RefundView(
        ProjectId project,
        OrganisationId host,
        RefundState state,
        @Nullable Vnd reportedUsed,
        @Nullable String explanation,
        @Nullable LocalDate reportedOn,
        @Nullable RefundTerms terms,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate dueOn,
        Vnd cleared,
        Vnd toReturn,
        Vnd debt,
        Vnd paid,
        @Nullable RuleRef rule,
        int decisions,
        List<Payment> payments,
        List<String> barred,
        @Nullable LocalDate settledOn)
        implements Readable {

    /** @param confirmed a second person has compared it with its voucher */
    public record Payment(int number, Vnd amount, String voucherNumber, LocalDate paidOn, boolean confirmed) {}

    /** Still to be paid. */
    public Vnd owed() {
        return debt.minus(paid);
    }

    public List<RefundPart> parts() {
        return terms == null ? List.of() : terms.parts();
    }

    public @Nullable Vnd unproven() {
        return terms == null ? null : terms.unproven();
    }

    public @Nullable Boolean procedureFollowed() {
        return terms == null ? null : terms.procedureFollowed();
    }

    public @Nullable Boolean fraud() {
        return terms == null ? null : terms.fraud();
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
