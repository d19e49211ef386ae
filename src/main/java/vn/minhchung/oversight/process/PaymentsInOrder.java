package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.minhchung.budgets.AppropriationEvent;
import vn.minhchung.budgets.AppropriationEvent.AdvanceMovedIn;
import vn.minhchung.budgets.AppropriationEvent.AdvanceMovedOut;
import vn.minhchung.budgets.AppropriationEvent.AppropriationAssigned;
import vn.minhchung.budgets.AppropriationEvent.AppropriationCancelled;
import vn.minhchung.budgets.AppropriationEvent.AppropriationCarriedIn;
import vn.minhchung.budgets.AppropriationEvent.AppropriationCarriedOut;
import vn.minhchung.budgets.AppropriationEvent.AppropriationCut;
import vn.minhchung.budgets.AppropriationEvent.AppropriationDrawReversed;
import vn.minhchung.budgets.AppropriationEvent.AppropriationDrawn;
import vn.minhchung.budgets.AppropriationEvent.AppropriationEntryReversed;
import vn.minhchung.budgets.AppropriationEvent.AppropriationGiveBackReversed;
import vn.minhchung.budgets.AppropriationEvent.AppropriationGivenBack;
import vn.minhchung.budgets.AppropriationEvent.AppropriationHeld;
import vn.minhchung.budgets.AppropriationEvent.AppropriationHoldReleased;
import vn.minhchung.budgets.AppropriationEvent.AppropriationSupplemented;
import vn.minhchung.budgets.AppropriationEvent.RecodedIn;
import vn.minhchung.budgets.AppropriationEvent.RecodedInReversed;
import vn.minhchung.budgets.AppropriationEvent.RecodedOut;
import vn.minhchung.budgets.AppropriationEvent.RecodedOutReversed;
import vn.minhchung.budgets.TreasuryPaperEvent;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperExecuted;
import vn.minhchung.budgets.TreasuryPaperEvent.WithdrawalPrepared;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.Difference;
import vn.minhchung.rules.RuleVersion;

/**
 * Question 12: money paid before the contract, while suspended, after termination, or beyond what the year's appropriation
 * could still bear. The day is the treasury's: what it paid before a suspension and was recorded later is in order.
 */
final class PaymentsInOrder implements Check {
    private final Set<TreasuryPaperId> withdrawals = new HashSet<>();
    private final Map<AppropriationId, Vnd> usable = new HashMap<>();
    private final Map<AppropriationId, Vnd> drawn = new HashMap<>();

    @Override
    public String family() {
        return "audit.payments";
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        switch (recorded.event()) {
            case TreasuryPaperEvent e -> {
                if (e instanceof WithdrawalPrepared prepared) withdrawals.add(prepared.paper());
                if (e instanceof TreasuryPaperExecuted executed && withdrawals.contains(executed.paper()))
                    paid(recorded, executed, out);
            }
            case AppropriationEvent e -> appropriation(recorded, e, day, out);
            default -> {
                // pays nothing
            }
        }
    }

    private void paid(Recorded recorded, TreasuryPaperExecuted e, Findings out) {
        Optional<RuleVersion> rule = out.rule(family(), e.effectiveOn());
        if (rule.isEmpty()) return;
        TaskRecord task = out.tasks.of(e.project());
        Ref event = Ref.of(recorded);
        LocalDate on = e.effectiveOn();
        LocalDate contracted = task.contractedOn;
        if (contracted == null || on.isBefore(contracted))
            out.hit(
                    rule.get(),
                    AuditHitPart.PAID_BEFORE_CONTRACT,
                    task.id.value(),
                    contracted == null ? Difference.words(on.toString(), "…") : Difference.of(on, contracted),
                    List.of(event));
        LocalDate suspended = task.suspendedFrom;
        if (suspended != null && task.suspendedOn(on))
            out.hit(
                    rule.get(),
                    AuditHitPart.PAID_WHILE_SUSPENDED,
                    task.id.value(),
                    Difference.of(on, suspended.minusDays(1)),
                    List.of(event));
        LocalDate terminated = task.terminatedFrom;
        if (terminated != null && task.terminatedOn(on))
            out.hit(
                    rule.get(),
                    AuditHitPart.PAID_AFTER_TERMINATION,
                    task.id.value(),
                    Difference.of(on, terminated.minusDays(1)),
                    List.of(event));
    }

    private void appropriation(Recorded recorded, AppropriationEvent event, LocalDate day, Findings out) {
        AppropriationId id = event.appropriation();
        switch (event) {
            case AppropriationAssigned e -> add(usable, id, e.carriedIn().plus(e.assigned()));
            case AppropriationSupplemented e -> add(usable, id, e.amount());
            case AppropriationCarriedIn e -> add(usable, id, e.amount());
            case AppropriationHoldReleased e -> add(usable, id, e.amount());
            case AppropriationCut e -> add(usable, id, e.amount().negate());
            case AppropriationHeld e -> add(usable, id, e.amount().negate());
            case AppropriationCarriedOut e -> add(usable, id, e.amount().negate());
            case AppropriationCancelled e -> add(usable, id, e.amount().negate());
            case AppropriationEntryReversed e -> reversed(e);
            case AppropriationDrawReversed e -> add(drawn, id, e.amount().negate());
            case AppropriationGivenBack e -> add(drawn, id, e.amount().negate());
            case AdvanceMovedOut e -> add(drawn, id, e.amount().negate());
            case RecodedOut e -> add(drawn, id, e.amount().negate());
            case RecodedInReversed e -> add(drawn, id, e.amount().negate());
            case AppropriationGiveBackReversed e -> add(drawn, id, e.amount());
            case AdvanceMovedIn e -> add(drawn, id, e.amount());
            case RecodedIn e -> add(drawn, id, e.amount());
            case RecodedOutReversed e -> add(drawn, id, e.amount());
            case AppropriationDrawn e -> {
                add(drawn, id, e.amount());
                Vnd may = usable.getOrDefault(id, Vnd.ZERO);
                Vnd is = drawn.getOrDefault(id, Vnd.ZERO);
                if (is.isMoreThan(may))
                    out.rule(family(), day)
                            .ifPresent(rule -> out.hit(
                                    rule,
                                    AuditHitPart.BEYOND_APPROPRIATION,
                                    e.project().value(),
                                    Difference.of(is, may),
                                    List.of(Ref.of(recorded))));
            }
            default -> {
                // what is allocated or bound within it changes neither
            }
        }
    }

    private void reversed(AppropriationEntryReversed e) {
        Vnd amount = e.amount();
        switch (e.kind()) {
            case ASSIGNMENT, SUPPLEMENT, HOLD_RELEASE -> add(usable, e.appropriation(), amount.negate());
            case CUT, HOLD, CANCELLATION -> add(usable, e.appropriation(), amount);
            default -> {
                // allocations stay within it
            }
        }
    }

    private static void add(Map<AppropriationId, Vnd> sums, AppropriationId id, Vnd amount) {
        sums.merge(id, amount, Vnd::plus);
    }
}
