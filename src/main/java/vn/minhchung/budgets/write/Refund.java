package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.Entries;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.RefundCommand.RecordRefundPayment;
import vn.minhchung.budgets.RefundCommand.RejectRefund;
import vn.minhchung.budgets.RefundCommand.RejectRefundPayment;
import vn.minhchung.budgets.RefundCommand.ReportNonCompletion;
import vn.minhchung.budgets.RefundEvent;
import vn.minhchung.budgets.RefundEvent.*;
import vn.minhchung.budgets.RefundState;
import vn.minhchung.budgets.RefundTerms;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RefundId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.rules.Rules;

/**
 * What has to come back of the money of a task that was not completed. Decided by parts, revised only by a new decision, paid
 * in instalments each of which a second person compares with its voucher. What the treasury still holds as an advance is no
 * debt: papers return it. All has come back when the debt is paid and no advance is outstanding.
 */
@AggregateRoot(type = "Refund")
class Refund {
    @AggregateIdentifier
    private String id;

    private ProjectId project;
    private OrganisationId host;
    private RefundState state;
    private @Nullable RefundDecisionRecorded recorded;
    private Vnd cleared = Vnd.ZERO;
    private Vnd debt = Vnd.ZERO;
    private Vnd paid = Vnd.ZERO;
    private boolean decided;
    private LocalDate decidedOn;
    private boolean revisionDue;
    private final TreeSet<String> barred = new TreeSet<>();
    private final Map<Integer, RefundPaymentRecorded> pending = new TreeMap<>();
    private int payments;
    private int entries;

    Refund() {}

    /** True once the debt is paid, and decided of all that is cleared: what is left to come back is at most an advance. */
    boolean paidUp() {
        return open() && !revisionDue && recorded == null && pending.isEmpty() && !owed().isPositive();
    }

    /** A decision on it holds, and not all has come back. */
    boolean open() {
        return decided && state != RefundState.SETTLED;
    }

    /** Whether a new decision became due, or no longer is, now that so much is cleared. */
    boolean changedBy(Vnd clearedNow) {
        return clearedNow.equals(cleared) == revisionDue;
    }

    /** @param clearedNow at the treasury */
    void compare(Vnd clearedNow) {
        if (!changedBy(clearedNow)) return;
        if (revisionDue) apply(new RefundRevisionNotDue(self(), project, host, decidedOn));
        else apply(new RefundRevisionDue(self(), project, host, cleared, clearedNow));
    }

    /** A decision on it holds. */
    boolean decided() {
        return decided;
    }

    Vnd debt() {
        return debt;
    }

    List<String> barred() {
        return List.copyOf(barred);
    }

    private Vnd owed() {
        return debt.minus(paid);
    }

    /** Recorded payments that nobody has compared with their vouchers yet. */
    private Vnd waiting() {
        return Vnd.sum(
                pending.values().stream().map(RefundPaymentRecorded::amount).toList());
    }

    void decide(ReportNonCompletion command, Decision decision, TaskFacts task) {
        decision.requireTaken();
        if (!decision.actor().has(Role.HOST_HEAD, task.host()))
            throw Refusal.of(ErrorCode.NOT_YOUR_HOST, "host", task.host().value());
        if (recorded != null || decided)
            throw Refusal.of(ErrorCode.WRONG_STATE, "state", state, "needed", RefundState.REPORTED);
        Limits.requireNotNegative(command.used(), "used");
        apply(new NonCompletionReported(
                RefundId.of(task.id()),
                task.id(),
                task.host(),
                command.used(),
                Acting.reason(command.explanation()),
                decision.effectiveOn()));
    }

    /** On paper: it waits for a second person. */
    void record(TaskFacts task, RefundTerms terms, Decision decision) {
        requireDecidable();
        apply(new RefundDecisionRecorded(
                RefundId.of(task.id()),
                task.id(),
                host == null ? task.host() : host,
                terms,
                decision.effectiveOn(),
                Evidence.of(decision.basis()),
                decision.recorders(Role.OFFICER, Role.COMMITTEE, Role.DIRECTOR)));
    }

    void reject(RejectRefund command, Decision decision) {
        decision.requireTaken();
        requireRecorded();
        apply(new RefundDecisionRejected(self(), project, Acting.reason(command.reason())));
    }

    /** What a second person has compared with the paper. */
    RefundDecisionRecorded comparedBy(Decision decision, Rules rules) {
        decision.requireTaken();
        RefundDecisionRecorded compared = requireRecorded();
        rules.twoPersons("four-eyes.record-confirm", decision.today(), compared.recordedBy(), confirmer(decision));
        return compared;
    }

    private RefundDecisionRecorded requireRecorded() {
        if (recorded == null)
            throw Refusal.of(ErrorCode.WRONG_STATE, "state", state, "needed", RefundState.DECISION_RECORDED);
        return recorded;
    }

    /** @param weighed what the decision comes to by the task's money and the rule */
    void settleTerms(
            TaskFacts task,
            RefundTerms terms,
            WeighedRefund weighed,
            List<String> bars,
            LocalDate decidedOn,
            Evidence evidence,
            LocalDate today) {
        // what waits for its second person was paid as well
        Vnd paidIn = paid.plus(waiting());
        if (paidIn.isMoreThan(weighed.debt()))
            throw Refusal.of(
                            ErrorCode.REFUND_BELOW_PAID,
                            "limit",
                            paidIn.digits(),
                            "actual",
                            weighed.debt().digits())
                    .at("parts");
        apply(new RefundDecided(
                RefundId.of(task.id()),
                task.id(),
                host == null ? task.host() : host,
                terms,
                weighed.cleared(),
                weighed.toReturn(),
                weighed.debt(),
                debt,
                weighed.rule(),
                weighed.dueOn(decidedOn),
                bars,
                Entries.id(RefundId.of(task.id()).value(), entries + 1),
                decidedOn,
                today,
                evidence,
                Postings.ofTaskInYear(decidedOn.getYear(), task.id(), null)
                        .add(LedgerAccount.REFUND_ORDERED, weighed.debt().minus(debt))
                        .list()));
    }

    void requireDecidable() {
        if (recorded != null)
            throw Refusal.of(
                    ErrorCode.WRONG_STATE, "state", RefundState.DECISION_RECORDED, "needed", RefundState.DECIDED);
    }

    void decide(RecordRefundPayment command, Decision decision) {
        decision.requireTaken();
        requireOwed();
        Acting.onTreasuryPaper(decision);
        Acting.notAfter(command.paidOn(), decision.today(), "paidOn");
        Limits.requirePositive(command.amount(), "amount");
        Vnd left = owed().minus(waiting());
        Limits.require(ErrorCode.REFUND_EXCEEDED, owed(), left, command.amount(), "amount");
        apply(new RefundPaymentRecorded(
                self(),
                project,
                payments + 1,
                command.amount(),
                command.voucherNumber().strip(),
                command.paidOn(),
                Evidence.of(decision.basis()),
                confirmer(decision)));
    }

    void confirmPayment(int payment, Decision decision, Rules rules) {
        decision.requireTaken();
        RefundPaymentRecorded known = requirePending(payment);
        rules.twoPersons("four-eyes.record-confirm", decision.today(), known.recordedBy(), confirmer(decision));
        apply(new RefundPaid(
                self(),
                project,
                payment,
                known.amount(),
                owed().minus(known.amount()),
                known.voucherNumber(),
                Entries.id(id, entries + 1),
                known.paidOn(),
                decision.today(),
                known.evidence().or(Evidence.of(decision.basis())),
                Postings.ofTaskInYear(known.paidOn().getYear(), project, null)
                        .add(LedgerAccount.REFUNDED, known.amount())
                        .list()));
    }

    void reject(RejectRefundPayment command, Decision decision) {
        decision.requireTaken();
        requirePending(command.payment());
        apply(new RefundPaymentRejected(self(), project, command.payment(), Acting.reason(command.reason())));
    }

    /** Of a payment that nobody has compared yet. */
    String voucherOf(int payment) {
        RefundPaymentRecorded known = requirePending(payment);
        return Voucher.key(known.voucherNumber(), known.paidOn());
    }

    private RefundPaymentRecorded requirePending(int payment) {
        RefundPaymentRecorded known = pending.get(payment);
        if (known != null) return known;
        if (payment > 0 && payment <= payments) throw Refusal.of(ErrorCode.ALREADY_CONFIRMED, "payment", payment);
        throw Refusal.of(ErrorCode.NOT_FOUND, "id", payment).at("payment");
    }

    /** The act by which the host was merged, split or dissolved is the basis: it says who succeeds it. */
    void transfer(OrganisationId successor, Decision decision) {
        decision.requireTaken();
        if (decision.basis().stream().noneMatch(b -> b.kind() == LegalBasis.Kind.DECISION))
            throw Refusal.of(ErrorCode.BASIS_REQUIRED, "needed", LegalBasis.Kind.DECISION)
                    .at("decision", "basis");
        requireOwed();
        if (successor.equals(host))
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", successor.value(), "expected", "another host")
                    .at("successor");
        apply(new RefundTransferred(self(), project, host, successor, owed()));
    }

    OrganisationId host() {
        return host;
    }

    void settle() {
        apply(new RefundSettled(self(), project, host, paid));
    }

    boolean settled() {
        return state == RefundState.SETTLED;
    }

    /** What had settled it was booked in error. */
    void reopen(List<String> bars) {
        apply(new RefundReopened(self(), project, host, bars));
    }

    private void requireOwed() {
        if (!open()) throw Refusal.of(ErrorCode.WRONG_STATE, "state", state, "needed", RefundState.DECIDED);
    }

    @EventSourcingHandler
    void evolve(RefundEvent event) {
        id = event.refund().value();
        project = event.project();
        switch (event) {
            case NonCompletionReported e -> {
                host = e.host();
                if (!decided) state = RefundState.REPORTED;
            }
            case RefundDecisionRecorded e -> {
                recorded = e;
                state = RefundState.DECISION_RECORDED;
            }
            case RefundDecisionRejected _ -> {
                recorded = null;
                state = decided ? RefundState.DECIDED : RefundState.REPORTED;
            }
            case RefundDecided e -> {
                recorded = null;
                decided = true;
                host = e.host();
                cleared = e.cleared();
                debt = e.debt();
                decidedOn = e.effectiveOn();
                revisionDue = false;
                barred.addAll(e.barred());
                state = RefundState.DECIDED;
                entries++;
            }
            case RefundRevisionDue _ -> revisionDue = true;
            case RefundRevisionNotDue _ -> revisionDue = false;
            case RefundPaymentRecorded e -> {
                payments = e.payment();
                pending.put(e.payment(), e);
            }
            case RefundPaymentRejected e -> pending.remove(e.payment());
            case RefundPaid e -> {
                pending.remove(e.payment());
                paid = paid.plus(e.amount());
                entries++;
            }
            case RefundTransferred e -> {
                barred.remove(e.from().value());
                barred.add(e.to().value());
                host = e.to();
            }
            case RefundSettled _ -> {
                state = RefundState.SETTLED;
                barred.clear();
            }
            case RefundReopened e -> {
                state = RefundState.DECIDED;
                barred.addAll(e.barred());
            }
        }
    }

    private static List<PersonId> confirmer(Decision decision) {
        return Acting.persons(decision, Role.OFFICER, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT);
    }

    private RefundId self() {
        return new RefundId(id);
    }
}
