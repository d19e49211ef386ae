package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperExecuted;
import vn.minhchung.budgets.TreasuryPaperEvent.WithdrawalPrepared;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.AuditHitUnit;
import vn.minhchung.oversight.Difference;
import vn.minhchung.projects.LifeEvent.AcceptanceDossierFiled;
import vn.minhchung.projects.LifeEvent.InspectionAnnounced;
import vn.minhchung.projects.LifeEvent.InspectionHeld;
import vn.minhchung.projects.LifeEvent.PeriodicReportFiled;
import vn.minhchung.projects.ProjectEvent;
import vn.minhchung.rules.RuleVersion;

/**
 * Question 24: a periodic report that did not come, money paid while one was missing, an inspection that was announced and
 * not held. Periods run from the contract; none is owed for one that ends while the task is suspended or after it ended.
 */
final class ReportsDue implements Check {
    private final Map<ProjectId, Reports> tasks = new HashMap<>();
    private final Set<TreasuryPaperId> withdrawals = new HashSet<>();

    private static final class Reports {
        boolean running;
        boolean dossier;
        final Set<Integer> filed = new HashSet<>();
        /** Number of a period nobody reported on → the contract or report after which it did not come. */
        final TreeMap<Integer, Ref> missing = new TreeMap<>();

        @Nullable
        Ref last;

        int announced;
        int held;
    }

    @Override
    public String family() {
        return "audit.reports";
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        switch (recorded.event()) {
            case WithdrawalPrepared e -> withdrawals.add(e.paper());
            case TreasuryPaperExecuted e -> {
                if (withdrawals.contains(e.paper())) paid(recorded, e, out);
            }
            case PeriodicReportFiled e -> {
                Reports reports = of(e.project());
                reports.filed.add(e.number());
                reports.missing.remove(e.number());
                reports.last = Ref.of(recorded);
            }
            case AcceptanceDossierFiled e -> of(e.project()).dossier = true;
            case InspectionAnnounced e -> announced(recorded, e, out);
            case InspectionHeld e -> of(e.project()).held = e.number();
            case ProjectEvent e -> {
                TaskRecord task = out.tasks.of(e.project());
                Reports reports = of(task.id);
                Ref contract = task.contract;
                LocalDate from = task.contractedOn;
                if (contract == null || from == null || reports.running) return;
                reports.running = true;
                reports.last = contract;
                period(task, reports, 1, from, out);
            }
            default -> {
                // reports nothing
            }
        }
    }

    private Reports of(ProjectId project) {
        return tasks.computeIfAbsent(project, _ -> new Reports());
    }

    /** Looks on the due day of a period, and then at the next one. */
    private void period(TaskRecord task, Reports reports, int number, LocalDate from, Findings out) {
        out.rules
                .due("periodic-report", from)
                .ifPresent(due -> out.after(due, () -> {
                    if (due.isAfter(task.end) || task.terminatedOn(due) || task.settled || reports.dossier) return;
                    if (!task.suspendedOn(due))
                        out.rule(family(), due)
                                .ifPresent(rule -> out.after(
                                        due.plusDays(rule.number("graceDays")),
                                        () -> missing(rule, task, reports, number, due, out)));
                    period(task, reports, number + 1, due, out);
                }));
    }

    private static void missing(
            RuleVersion rule, TaskRecord task, Reports reports, int number, LocalDate due, Findings out) {
        Ref last = reports.last;
        if (reports.filed.contains(number) || last == null) return;
        reports.missing.put(number, last);
        out.hit(
                rule,
                AuditHitPart.REPORT_MISSING,
                task.id.value(),
                Integer.toString(number),
                Difference.words("…", due.toString()),
                List.of(last));
    }

    private void paid(Recorded recorded, TreasuryPaperExecuted e, Findings out) {
        Reports reports = of(e.project());
        if (reports.missing.isEmpty()) return;
        List<Ref> events = new ArrayList<>(List.of(Ref.of(recorded)));
        events.addAll(reports.missing.values());
        out.rule(family(), e.effectiveOn())
                .ifPresent(rule -> out.hit(
                        rule,
                        AuditHitPart.PAID_WITHOUT_REPORT,
                        e.project().value(),
                        Difference.of(reports.missing.size(), 0, AuditHitUnit.COUNT),
                        events));
    }

    private void announced(Recorded recorded, InspectionAnnounced e, Findings out) {
        Reports reports = of(e.project());
        reports.announced = e.number();
        TaskRecord task = out.tasks.of(e.project());
        out.rule(family(), e.on())
                .ifPresent(rule -> out.after(e.on().plusDays(rule.number("inspectionDays")), () -> {
                    if (reports.held >= e.number() || reports.announced > e.number()) return;
                    if (task.suspendedOn(e.on()) || task.terminatedOn(e.on())) return;
                    out.hit(
                            rule,
                            AuditHitPart.INSPECTION_NOT_HELD,
                            task.id.value(),
                            Difference.words("…", e.on().toString()),
                            List.of(Ref.of(recorded)));
                }));
    }
}
