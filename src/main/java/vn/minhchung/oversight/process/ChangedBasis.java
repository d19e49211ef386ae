package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.minhchung.budgets.AppropriationEvent.ClosedYearCorrected;
import vn.minhchung.budgets.AppropriationEvent.YearClosed;
import vn.minhchung.budgets.RefundEvent.RefundDecided;
import vn.minhchung.budgets.RefundEvent.RefundRevisionDue;
import vn.minhchung.budgets.RefundEvent.RefundRevisionNotDue;
import vn.minhchung.budgets.SettlementEvent.SettlementReturned;
import vn.minhchung.budgets.SettlementEvent.TaskSettlementFiled;
import vn.minhchung.budgets.TaskSpendingEvent.TaskSpendingNoLongerAccepted;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperEntryReversed;
import vn.minhchung.budgets.VolumeEvent.VolumeCancelled;
import vn.minhchung.budgets.VolumeEvent.VolumeFreed;
import vn.minhchung.budgets.VolumeEvent.VolumeUsed;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RefundId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.AuditHitUnit;
import vn.minhchung.oversight.Difference;
import vn.minhchung.rules.RuleVersion;

/**
 * Question 27: what was signed stands on figures that changed since: a closed year that was corrected, a task's settlement
 * after which accepted spending or a booking was taken back, a refund decided on other figures than the treasury's and not
 * revised in time, a table of completed work taken back under a paper. What was returned first, or revised in time, is lawful.
 */
final class ChangedBasis implements Check {
    private final Map<YearOf, Ref> closed = new HashMap<>();
    private final Map<ProjectId, Ref> settlements = new HashMap<>();
    private final Map<RefundId, Ref> revisions = new HashMap<>();
    private final Map<VolumeId, Map<TreasuryPaperId, Ref>> used = new HashMap<>();

    private record YearOf(AppropriationId appropriation, int year) {}

    @Override
    public String family() {
        return "audit.changed-basis";
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        Ref event = Ref.of(recorded);
        switch (recorded.event()) {
            case YearClosed e -> closed.put(new YearOf(e.appropriation(), e.year()), event);
            case ClosedYearCorrected e -> {
                Ref signed = closed.get(new YearOf(e.appropriation(), e.year()));
                if (signed != null)
                    out.rule(family(), day)
                            .ifPresent(rule -> out.hit(
                                    rule,
                                    AuditHitPart.CLOSED_YEAR_CHANGED,
                                    e.appropriation().value(),
                                    Difference.of(1, 0, AuditHitUnit.COUNT),
                                    List.of(event, signed)));
            }
            case TaskSettlementFiled e -> settlements.put(e.project(), event);
            case SettlementReturned e -> {
                ProjectId project = e.project();
                if (project != null) settlements.remove(project);
            }
            case TaskSpendingNoLongerAccepted e ->
                settled(
                        e.project(),
                        Vnd.sum(e.sums().stream().map(sum -> sum.amount()).toList()),
                        event,
                        day,
                        out);
            case TreasuryPaperEntryReversed e -> settled(e.project(), e.total(), event, day, out);
            case RefundRevisionDue e -> {
                revisions.put(e.refund(), event);
                out.rule(family(), day).ifPresent(rule -> revised(rule, e, event, day, out));
            }
            case RefundRevisionNotDue e -> revisions.remove(e.refund());
            case RefundDecided e -> revisions.remove(e.refund());
            case VolumeUsed e ->
                used.computeIfAbsent(e.volume(), _ -> new HashMap<>()).put(e.paper(), event);
            case VolumeFreed e -> used.getOrDefault(e.volume(), new HashMap<>()).remove(e.paper());
            case VolumeCancelled e -> cancelled(e, event, day, out);
            default -> {
                // changes nothing that was signed
            }
        }
    }

    private void settled(ProjectId project, Vnd amount, Ref event, LocalDate day, Findings out) {
        Ref signed = settlements.get(project);
        if (signed == null) return;
        out.rule(family(), day)
                .ifPresent(rule -> out.hit(
                        rule,
                        AuditHitPart.SETTLEMENT_CHANGED,
                        project.value(),
                        new Difference("0", amount.digits(), amount.negate().digits(), AuditHitUnit.VND),
                        List.of(event, signed)));
    }

    private void revised(RuleVersion rule, RefundRevisionDue e, Ref event, LocalDate day, Findings out) {
        out.after(day.plusDays(rule.number("revisionDays")), () -> {
            if (event.equals(revisions.get(e.refund())))
                out.hit(
                        rule,
                        AuditHitPart.REFUND_BASIS_CHANGED,
                        e.project().value(),
                        Difference.of(e.cleared(), e.decidedWith()),
                        List.of(event));
        });
    }

    private void cancelled(VolumeCancelled e, Ref event, LocalDate day, Findings out) {
        Map<TreasuryPaperId, Ref> papers = used.getOrDefault(e.volume(), Map.of());
        if (papers.isEmpty()) return;
        out.rule(family(), day)
                .ifPresent(rule -> out.hit(
                        rule,
                        AuditHitPart.VOLUME_TAKEN_BACK,
                        e.project().value(),
                        new Difference(
                                "0", e.total().digits(), e.total().negate().digits(), AuditHitUnit.VND),
                        papers(event, papers)));
    }

    private static List<Ref> papers(Ref event, Map<TreasuryPaperId, Ref> papers) {
        return Stream.concat(Stream.of(event), papers.values().stream().sorted(Comparator.comparingLong(Ref::position)))
                .toList();
    }
}
