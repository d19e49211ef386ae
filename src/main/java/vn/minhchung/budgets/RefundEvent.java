package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RefundId;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.Vnd;

/** What happened to a refund. Those with postings are the money facts. */
public sealed interface RefundEvent extends DomainEvent {
    RefundId refund();

    ProjectId project();

    @EventType(name = "budgets.NonCompletionReported")
    record NonCompletionReported(
            RefundId refund, ProjectId project, OrganisationId host, Vnd used, String explanation, LocalDate reportedOn)
            implements RefundEvent {}

    /** The decision on paper was recorded; it holds when a second person confirms. */
    @EventType(name = "budgets.RefundDecisionRecorded")
    record RefundDecisionRecorded(
            RefundId refund,
            ProjectId project,
            OrganisationId host,
            RefundTerms terms,
            LocalDate decidedOn,
            Evidence evidence,
            List<PersonId> recordedBy)
            implements RefundEvent {}

    @EventType(name = "budgets.RefundDecisionRejected")
    record RefundDecisionRejected(RefundId refund, ProjectId project, String reason) implements RefundEvent {}

    /**
     * It was decided what comes back; a later decision revises it. What the treasury holds as an advance is returned by papers;
     * the rest is a debt and stands in the postings.
     *
     * @param host who owes it
     * @param cleared what had become spending at the treasury by then
     * @param toReturn the advance that was outstanding by then
     * @param debt in all, by this decision
     * @param debtBefore by the decision it revises; zero for the first
     * @param rule the version that set the least shares; null while none is in force
     * @param dueOn last day of payment; null while no version sets one
     * @param barred organisations and persons kept out of new tasks until all has come back
     */
    @EventType(name = "budgets.RefundDecided")
    record RefundDecided(
            RefundId refund,
            ProjectId project,
            OrganisationId host,
            RefundTerms terms,
            Vnd cleared,
            Vnd toReturn,
            Vnd debt,
            Vnd debtBefore,
            @Nullable RuleRef rule,
            @Nullable LocalDate dueOn,
            List<String> barred,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements RefundEvent, MoneyEvent {}

    /** @param payment its number, from 1 */
    @EventType(name = "budgets.RefundPaymentRecorded")
    record RefundPaymentRecorded(
            RefundId refund,
            ProjectId project,
            int payment,
            Vnd amount,
            String voucherNumber,
            LocalDate paidOn,
            Evidence evidence,
            List<PersonId> recordedBy)
            implements RefundEvent {}

    @EventType(name = "budgets.RefundPaymentRejected")
    record RefundPaymentRejected(RefundId refund, ProjectId project, int payment, String reason)
            implements RefundEvent {}

    /**
     * A clearing was booked or reversed after the decision: more, or less, is spending at the treasury than the decision
     * counted, and it has to be decided anew.
     *
     * @param decidedWith what the decision counted as cleared
     * @param cleared what is cleared now
     */
    @EventType(name = "budgets.RefundRevisionDue")
    record RefundRevisionDue(RefundId refund, ProjectId project, OrganisationId host, Vnd decidedWith, Vnd cleared)
            implements RefundEvent {}

    /**
     * What is cleared at the treasury is again what the decision counted.
     *
     * @param decidedOn the day of that decision
     */
    @EventType(name = "budgets.RefundRevisionNotDue")
    record RefundRevisionNotDue(RefundId refund, ProjectId project, OrganisationId host, LocalDate decidedOn)
            implements RefundEvent {}

    /** An instalment is in the budget. */
    @EventType(name = "budgets.RefundPaid")
    record RefundPaid(
            RefundId refund,
            ProjectId project,
            int payment,
            Vnd amount,
            Vnd owedAfter,
            String voucherNumber,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements RefundEvent, MoneyEvent {}

    @EventType(name = "budgets.RefundTransferred")
    record RefundTransferred(RefundId refund, ProjectId project, OrganisationId from, OrganisationId to, Vnd owed)
            implements RefundEvent {}

    /** The debt is paid and no advance is outstanding: nothing has to come back any more. */
    @EventType(name = "budgets.RefundSettled")
    record RefundSettled(RefundId refund, ProjectId project, OrganisationId host, Vnd refunded)
            implements RefundEvent {}

    /**
     * A return that had settled it was reversed: an advance is outstanding again.
     *
     * @param barred kept out of new tasks again
     */
    @EventType(name = "budgets.RefundReopened")
    record RefundReopened(RefundId refund, ProjectId project, OrganisationId host, List<String> barred)
            implements RefundEvent {}
}
