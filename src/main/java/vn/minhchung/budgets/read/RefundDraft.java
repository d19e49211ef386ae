package vn.minhchung.budgets.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.RefundEvent;
import vn.minhchung.budgets.RefundEvent.*;
import vn.minhchung.budgets.RefundState;
import vn.minhchung.budgets.RefundTerms;
import vn.minhchung.budgets.RefundView;
import vn.minhchung.budgets.RefundView.Payment;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.Vnd;

/** The next version of a refund's view, while one event is applied. */
final class RefundDraft {
    private final ProjectId project;
    private @Nullable OrganisationId host;
    private RefundState state = RefundState.REPORTED;
    private @Nullable Vnd reportedUsed;
    private @Nullable String explanation;
    private @Nullable LocalDate reportedOn;
    private @Nullable RefundTerms terms;
    private @Nullable LocalDate decidedOn;
    private @Nullable LocalDate dueOn;
    private Vnd cleared = Vnd.ZERO;
    private Vnd toReturn = Vnd.ZERO;
    private Vnd debt = Vnd.ZERO;
    private Vnd paid = Vnd.ZERO;
    private @Nullable RuleRef rule;
    private int decisions;
    private final List<Payment> payments = new ArrayList<>();
    private final TreeSet<String> barred = new TreeSet<>();
    private @Nullable LocalDate settledOn;

    RefundDraft(ProjectId project, @Nullable RefundView v) {
        this.project = project;
        if (v == null) return;
        host = v.host();
        state = v.state();
        reportedUsed = v.reportedUsed();
        explanation = v.explanation();
        reportedOn = v.reportedOn();
        terms = v.terms();
        decidedOn = v.decidedOn();
        dueOn = v.dueOn();
        cleared = v.cleared();
        toReturn = v.toReturn();
        debt = v.debt();
        paid = v.paid();
        rule = v.rule();
        decisions = v.decisions();
        payments.addAll(v.payments());
        barred.addAll(v.barred());
        settledOn = v.settledOn();
    }

    void apply(RefundEvent event, LocalDate today) {
        switch (event) {
            case NonCompletionReported e -> {
                host = e.host();
                reportedUsed = e.used();
                explanation = e.explanation();
                reportedOn = e.reportedOn();
            }
            case RefundDecisionRecorded e -> {
                host = host == null ? e.host() : host;
                state = RefundState.DECISION_RECORDED;
                if (decisions == 0) terms = e.terms();
            }
            case RefundDecisionRejected _ -> {
                state = decisions == 0 ? RefundState.REPORTED : RefundState.DECIDED;
                if (decisions == 0) terms = null;
            }
            case RefundDecided e -> decided(e);
            case RefundRevisionDue _, RefundRevisionNotDue _ -> {
                // the decision holds until it is revised
            }
            case RefundPaymentRecorded e ->
                payments.add(new Payment(e.payment(), e.amount(), e.voucherNumber(), e.paidOn(), false));
            case RefundPaymentRejected e -> payments.removeIf(p -> p.number() == e.payment());
            case RefundPaid e -> {
                payments.replaceAll(p -> p.number() == e.payment()
                        ? new Payment(p.number(), p.amount(), p.voucherNumber(), p.paidOn(), true)
                        : p);
                paid = paid.plus(e.amount());
            }
            case RefundTransferred e -> {
                host = e.to();
                barred.remove(e.from().value());
                barred.add(e.to().value());
            }
            case RefundSettled _ -> {
                state = RefundState.SETTLED;
                barred.clear();
                settledOn = today;
            }
            case RefundReopened e -> {
                state = RefundState.DECIDED;
                barred.addAll(e.barred());
                settledOn = null;
            }
        }
    }

    private void decided(RefundDecided e) {
        host = e.host();
        state = RefundState.DECIDED;
        terms = e.terms();
        decidedOn = e.effectiveOn();
        dueOn = e.dueOn();
        cleared = e.cleared();
        toReturn = e.toReturn();
        debt = e.debt();
        rule = e.rule();
        decisions++;
        barred.addAll(e.barred());
    }

    RefundView view() {
        return new RefundView(
                project,
                Objects.requireNonNull(host),
                state,
                reportedUsed,
                explanation,
                reportedOn,
                terms,
                decidedOn,
                dueOn,
                cleared,
                toReturn,
                debt,
                paid,
                rule,
                decisions,
                List.copyOf(payments),
                List.copyOf(barred),
                settledOn);
    }
}
