package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.budgets.AppropriationEvent;
import vn.minhchung.budgets.AppropriationEvent.AllocationReleased;
import vn.minhchung.budgets.AppropriationEvent.AppropriationAssigned;
import vn.minhchung.budgets.AppropriationEvent.AppropriationDrawn;
import vn.minhchung.budgets.AppropriationEvent.AppropriationEntryReversed;
import vn.minhchung.budgets.AppropriationEvent.TaskAllocated;
import vn.minhchung.budgets.CarryOverEvent.CarriedOver;
import vn.minhchung.budgets.CarryOverPart;
import vn.minhchung.budgets.EntryKind;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.AuditHitUnit;
import vn.minhchung.oversight.Difference;

/**
 * Question 19: money of a year that a task was given and never drew, not even in part; a task carried over more years in a row
 * than the rule lets pass. Money given late in the year, or while the task was suspended, is not idle.
 */
final class IdleMoney implements Check {
    private final Map<AppropriationId, Integer> years = new HashMap<>();
    private final Map<Share, Given> given = new LinkedHashMap<>();
    private final Map<ProjectId, Map<Integer, Ref>> carried = new HashMap<>();

    private record Share(AppropriationId appropriation, ProjectId project) {}

    private static final class Given {
        Vnd amount = Vnd.ZERO;
        boolean drawn;
        boolean told;
    }

    @Override
    public String family() {
        return "audit.idle-money";
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        switch (recorded.event()) {
            case AppropriationEvent e -> appropriation(recorded, e, day, out);
            case CarriedOver e -> carried(recorded, e, out);
            default -> {
                // gives no money
            }
        }
    }

    private Given of(AppropriationId appropriation, ProjectId project) {
        return given.computeIfAbsent(new Share(appropriation, project), _ -> new Given());
    }

    private void appropriation(Recorded recorded, AppropriationEvent event, LocalDate day, Findings out) {
        switch (event) {
            case AppropriationAssigned e ->
                years.put(e.appropriation(), e.code().year());
            case TaskAllocated e -> allocated(recorded, e, day, out);
            case AllocationReleased e -> less(of(e.appropriation(), e.project()), e.amount());
            case AppropriationEntryReversed e -> {
                ProjectId project = e.project();
                if (project != null && e.kind() == EntryKind.ALLOCATION)
                    less(of(e.appropriation(), project), e.amount());
            }
            case AppropriationDrawn e -> of(e.appropriation(), e.project()).drawn = true;
            default -> {
                // gives no task money and draws none
            }
        }
    }

    private static void less(Given share, Vnd amount) {
        share.amount = share.amount.minus(amount);
    }

    private void allocated(Recorded recorded, TaskAllocated e, LocalDate day, Findings out) {
        Given share = of(e.appropriation(), e.project());
        share.amount = share.amount.plus(e.amount());
        Integer year = years.get(e.appropriation());
        if (year == null) return;
        LocalDate last = LocalDate.of(year, 12, 31);
        Ref event = Ref.of(recorded);
        out.rule(family(), last).ifPresent(rule -> {
            if (day.isAfter(last.minusDays(rule.number("lateDays")))) return;
            out.after(last.plusDays(rule.number("graceDays")), () -> {
                TaskRecord task = out.tasks.of(e.project());
                if (share.told || share.drawn || !share.amount.isPositive()) return;
                if (task.suspendedOn(last) || task.terminatedOn(last)) return;
                share.told = true;
                out.hit(
                        rule,
                        AuditHitPart.ALLOCATION_NEVER_DRAWN,
                        task.id.value(),
                        new Difference(
                                "0",
                                share.amount.digits(),
                                share.amount.negate().digits(),
                                AuditHitUnit.VND),
                        List.of(event));
            });
        });
    }

    private void carried(Recorded recorded, CarriedOver e, Findings out) {
        for (ProjectId project :
                e.parts().stream().map(CarryOverPart::project).distinct().toList()) {
            Map<Integer, Ref> byYear = carried.computeIfAbsent(project, _ -> new HashMap<>());
            byYear.putIfAbsent(e.year(), Ref.of(recorded));
            List<Ref> row = new ArrayList<>();
            for (Ref at = byYear.get(e.year()); at != null; at = byYear.get(e.year() - row.size())) row.add(at);
            out.rule(family(), e.effectiveOn()).ifPresent(rule -> {
                long most = rule.number("maxCarryOvers");
                if (row.size() > most && row.getFirst().equals(Ref.of(recorded)))
                    out.hit(
                            rule,
                            AuditHitPart.CARRIED_OVER_AGAIN,
                            project.value(),
                            project.value(),
                            Difference.of(row.size(), most, AuditHitUnit.COUNT),
                            row);
            });
        }
    }
}
