package vn.minhchung.budgets;

import static vn.minhchung.kernel.Role.ACCOUNTANT;
import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.COMMITTEE;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.HOST_HEAD;
import static vn.minhchung.kernel.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RefundId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about a refund (domain.md 1.11, 1.11.1; TTLT 27/2015 art. 16–17; Law 93/2025 art. 9). */
public sealed interface RefundCommand extends Command {
    ProjectId project();

    @Override
    default String subject() {
        return RefundId.of(project()).value();
    }

    /**
     * The host explains why the task was not completed.
     *
     * @param used what it says was used of the money received
     */
    @MayBeSentBy(
            mutation = "reportNonCompletion",
            roles = {HOST_HEAD})
    record ReportNonCompletion(ProjectId project, Vnd used, String explanation) implements RefundCommand {}

    /**
     * What comes back, by parts. A second decision revises the first.
     *
     * @param parts of the money properly used, each with its cause and share; they sum to what was proven
     * @param unproven used, but not shown to be properly used
     * @param procedureFollowed under Law 93/2025 nothing properly used comes back when the procedure was followed …
     * @param fraud … and there was no fraud
     */
    @MayBeSentBy(
            mutation = "decideRefund",
            roles = {OFFICER, COMMITTEE, DIRECTOR},
            deciders = {COMMITTEE, DIRECTOR},
            seen = true)
    record DecideRefund(
            ProjectId project, List<RefundPart> parts, Vnd unproven, boolean procedureFollowed, boolean fraud)
            implements RefundCommand {}

    /** A second person has compared the recorded decision with the signed paper. */
    @MayBeSentBy(
            mutation = "confirmRefund",
            roles = {OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT},
            seen = true)
    record ConfirmRefund(ProjectId project) implements RefundCommand {}

    /** The recorded decision does not agree with the paper. */
    @MayBeSentBy(
            mutation = "rejectRefund",
            roles = {OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT},
            seen = true)
    record RejectRefund(ProjectId project, String reason) implements RefundCommand {}

    /**
     * An instalment was paid into the budget (giấy nộp tiền vào NSNN, C1-02).
     *
     * @param voucherNumber unique with the date
     */
    @MayBeSentBy(
            mutation = "recordRefundPayment",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER},
            seen = true)
    record RecordRefundPayment(ProjectId project, Vnd amount, String voucherNumber, LocalDate paidOn)
            implements RefundCommand {}

    /** A second person has compared the payment with its voucher. */
    @MayBeSentBy(
            mutation = "confirmRefundPayment",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER},
            seen = true)
    record ConfirmRefundPayment(ProjectId project, int payment) implements RefundCommand {}

    /** The recorded payment does not agree with its voucher. */
    @MayBeSentBy(
            mutation = "rejectRefundPayment",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER},
            seen = true)
    record RejectRefundPayment(ProjectId project, int payment, String reason) implements RefundCommand {}

    /**
     * The host was merged, split or dissolved: its successor owes what is left. The basis is the decision on that. One that owes
     * a refund already takes on this one too: the bar keeps it out of new tasks, not out of old debts.
     */
    @MayBeSentBy(
            mutation = "transferRefund",
            roles = {DIRECTOR},
            seen = true)
    record TransferRefund(ProjectId project, OrganisationId successor) implements RefundCommand {}
}
