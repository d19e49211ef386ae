package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.budgets.SavingLine;
import vn.minhchung.budgets.SavingPart;
import vn.minhchung.budgets.SavingPart.Receiver;
import vn.minhchung.budgets.SavingsEvent;
import vn.minhchung.budgets.SavingsEvent.SavingAccepted;
import vn.minhchung.budgets.SavingsEvent.SavingDeclared;
import vn.minhchung.budgets.SpendingSum;
import vn.minhchung.budgets.TaskSpendingEvent;
import vn.minhchung.budgets.TaskSpendingEvent.TaskSpendingAccepted;
import vn.minhchung.budgets.TaskSpendingEvent.TaskSpendingNoLongerAccepted;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.SavingsReportId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.Difference;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Worked;

/**
 * Question 17: a saving accepted of a task that did not pass, of money that was not left or of work not done, or with more to
 * the host than the split allows. Sales of products and of trial assets are not on record: that part is not answered.
 */
final class SavingsShared implements Check {
    private final Map<SavingsReportId, SavingDeclared> declared = new HashMap<>();
    /** State money accepted as spent, by task and line. */
    private final Map<ProjectId, Map<LineCategory, Vnd>> spent = new HashMap<>();
    /** Already saved, by task and line. */
    private final Map<ProjectId, Map<LineCategory, Vnd>> saved = new HashMap<>();

    @Override
    public String family() {
        return "audit.savings";
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        switch (recorded.event()) {
            case TaskSpendingEvent e -> {
                if (e instanceof TaskSpendingAccepted accepted) add(accepted.project(), accepted.sums(), false);
                if (e instanceof TaskSpendingNoLongerAccepted taken) add(taken.project(), taken.sums(), true);
            }
            case SavingsEvent e -> {
                if (e instanceof SavingDeclared first) declared.put(first.saving(), first);
                if (e instanceof SavingAccepted accepted) accepted(recorded, accepted, out);
            }
            default -> {
                // saves nothing
            }
        }
    }

    private void add(ProjectId project, List<SpendingSum> sums, boolean less) {
        Map<LineCategory, Vnd> lines = spent.computeIfAbsent(project, _ -> new HashMap<>());
        for (SpendingSum sum : sums) {
            if (sum.source().state())
                lines.merge(sum.line(), less ? sum.amount().negate() : sum.amount(), Vnd::plus);
        }
    }

    private void accepted(Recorded recorded, SavingAccepted e, Findings out) {
        SavingDeclared report = declared.get(e.saving());
        if (report == null) return;
        Ref event = Ref.of(recorded);
        TaskRecord task = out.tasks.of(e.project());
        out.rule(family(), e.effectiveOn()).ifPresent(rule -> {
            Grade grade = task.grade;
            if ((grade == null || !grade.passed())
                    && out.rules
                            .of(task, "savings.accepted-task", e.effectiveOn())
                            .isPresent())
                out.hit(
                        rule,
                        AuditHitPart.SAVING_NOT_PASSED,
                        task.id.value(),
                        Difference.words(grade == null ? "…" : grade.name(), Grade.PASSED.name()),
                        List.of(event));
            left(rule, report, task, event, out);
            split(rule, report, e, task, event, out);
        });
        Map<LineCategory, Vnd> lines = saved.computeIfAbsent(e.project(), _ -> new HashMap<>());
        report.lines().forEach(line -> lines.merge(line.line(), line.amount(), Vnd::plus));
    }

    /** Of a line at most what was approved, less what was spent, saved before, and what work not done cost. */
    private void left(RuleVersion rule, SavingDeclared report, TaskRecord task, Ref event, Findings out) {
        for (LineCategory line :
                report.lines().stream().map(SavingLine::line).distinct().toList()) {
            Vnd asked = Vnd.sum(report.lines().stream()
                    .filter(each -> each.line() == line)
                    .map(SavingLine::amount)
                    .toList());
            Vnd notDone = Vnd.sum(report.lines().stream()
                    .filter(each -> each.line() == line)
                    .map(SavingLine::workNotDone)
                    .toList());
            Vnd approved = Vnd.sum(task.shares.stream()
                    .filter(share -> share.source().state() && share.line() == line)
                    .map(share -> share.amount())
                    .toList());
            Vnd most = approved.minus(of(spent, task, line))
                    .minus(of(saved, task, line))
                    .minus(notDone)
                    .max(Vnd.ZERO);
            if (asked.isMoreThan(most))
                out.hit(
                        rule,
                        AuditHitPart.SAVING_NOT_LEFT,
                        task.id.value(),
                        line.name(),
                        Difference.of(asked, most),
                        List.of(event));
        }
    }

    private static Vnd of(Map<ProjectId, Map<LineCategory, Vnd>> sums, TaskRecord task, LineCategory line) {
        return sums.getOrDefault(task.id, Map.of()).getOrDefault(line, Vnd.ZERO);
    }

    private static void split(
            RuleVersion rule, SavingDeclared report, SavingAccepted e, TaskRecord task, Ref event, Findings out) {
        Vnd khoan = Vnd.sum(report.lines().stream()
                .filter(line -> LineMoves.classOf(task, line.line(), line.normed(), e.effectiveOn(), out)
                        .equals("KHOAN"))
                .map(SavingLine::amount)
                .toList());
        out.rules.of(task, "savings.split", e.effectiveOn()).ifPresent(law -> {
            Worked worked = out.rules.work(
                    law,
                    "khoanVnd",
                    khoan,
                    "nonKhoanVnd",
                    report.total().minus(khoan),
                    "hostFund",
                    report.hostFund(),
                    "scienceFund",
                    report.scienceFund());
            Vnd most = worked.vnd("hostIncomeVnd").plus(worked.vnd("hostFundVnd"));
            Vnd got = Vnd.sum(e.parts().stream()
                    .filter(part -> part.receiver() == Receiver.HOST_INCOME || part.receiver() == Receiver.HOST_FUND)
                    .map(SavingPart::amount)
                    .toList());
            if (got.isMoreThan(most))
                out.hit(
                        rule,
                        AuditHitPart.SAVING_HOST_SHARE,
                        task.id.value(),
                        Difference.of(got, most),
                        List.of(event));
        });
    }
}
