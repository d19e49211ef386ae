package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.SettlementId;
import vn.minhchung.kernel.Vnd;

/** What happened to a settlement. */
public sealed interface SettlementEvent extends DomainEvent {
    SettlementId settlement();

    /** The task; null in the settlement of a year. */
    @Nullable
    ProjectId project();

    /**
     * The settlement of a closed year was filed, for the first time or again.
     *
     * @param unit who files it
     * @param table as the year was closed with
     * @param lines the spending of the year by task, line and item
     * @param total of the lines
     */
    @EventType(name = "budgets.YearlySettlementFiled")
    record YearlySettlementFiled(
            SettlementId settlement,
            AppropriationId appropriation,
            OrganisationId unit,
            int year,
            BalanceTable table,
            List<SettlementLine> lines,
            Vnd total,
            String document,
            LocalDate filedOn)
            implements SettlementEvent {
        @Override
        public @Nullable ProjectId project() {
            return null;
        }
    }

    /**
     * The settlement of a task was filed, for the first time or again.
     *
     * @param certified true for a completed task, whose results are registered; a failed one has no certificate
     */
    @EventType(name = "budgets.TaskSettlementFiled")
    record TaskSettlementFiled(
            SettlementId settlement,
            ProjectId project,
            OrganisationId host,
            boolean certified,
            TaskBalance balance,
            List<SettlementLine> lines,
            Vnd total,
            String document,
            LocalDate filedOn)
            implements SettlementEvent {}

    /** It has to be filed again. */
    @EventType(name = "budgets.SettlementReturned")
    record SettlementReturned(
            SettlementId settlement, @Nullable ProjectId project, String missing) implements SettlementEvent {}

    /** A review on paper was recorded; it holds when a second person confirms. */
    @EventType(name = "budgets.SettlementReviewRecorded")
    record SettlementReviewRecorded(
            SettlementId settlement,
            @Nullable ProjectId project,
            SettlementOutcome outcome,
            List<SettlementCut> cuts,
            @Nullable String findings,
            String number,
            LocalDate noticedOn,
            Evidence evidence,
            List<PersonId> recordedBy)
            implements SettlementEvent {}

    @EventType(name = "budgets.SettlementReviewRejected")
    record SettlementReviewRejected(
            SettlementId settlement, @Nullable ProjectId project, String reason) implements SettlementEvent {}

    /**
     * The notice of review (thông báo xét duyệt quyết toán). Of a task it settles; of a year it moves nothing: what it does
     * not settle is corrected in the open year.
     *
     * @param number of the notice
     * @param settled the total less the cuts
     * @param toPayBack state money of a task that is neither settled nor ordered to be refunded; zero of a year
     * @param findings what else is to be done; null for nothing
     * @param postings empty of a year, and of a task with nothing to settle
     */
    @EventType(name = "budgets.SettlementNoticed")
    record SettlementNoticed(
            SettlementId settlement,
            @Nullable ProjectId project,
            List<SettlementCut> cuts,
            @Nullable String findings,
            String number,
            Vnd settled,
            Vnd toPayBack,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements SettlementEvent, MoneyEvent {}

    /**
     * What the notice asks for was done.
     *
     * @param paidBack paid into the budget; zero where nothing had to be
     */
    @EventType(name = "budgets.SettlementNoticeCarriedOut")
    record SettlementNoticeCarriedOut(
            SettlementId settlement,
            @Nullable ProjectId project,
            String report,
            Vnd paidBack,
            @Nullable String voucherNumber,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements SettlementEvent, MoneyEvent {}
}
