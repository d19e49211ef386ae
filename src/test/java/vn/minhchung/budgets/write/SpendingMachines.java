package vn.minhchung.budgets.write;

import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.HOST;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Items.share;
import static vn.minhchung.budgets.write.Spent.file;
import static vn.minhchung.budgets.write.Spent.item;
import static vn.minhchung.budgets.write.Spent.replace;
import static vn.minhchung.budgets.write.Spent.report;

import java.util.List;
import vn.minhchung.budgets.SavingLine;
import vn.minhchung.budgets.SavingsCommand;
import vn.minhchung.budgets.SavingsCommand.AcceptSaving;
import vn.minhchung.budgets.SavingsCommand.DeclareSaving;
import vn.minhchung.budgets.SavingsCommand.ReturnSaving;
import vn.minhchung.budgets.SavingsReportState;
import vn.minhchung.budgets.SpendingCommand;
import vn.minhchung.budgets.SpendingCommand.AcceptSpendingReport;
import vn.minhchung.budgets.SpendingCommand.ReturnSpendingReport;
import vn.minhchung.budgets.SpendingReportState;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.SavingsReportId;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.states.StateMachine;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What a host's reports of spending and of savings do in each of their states. */
final class SpendingMachines {
    private static final Decision BY_HOST = Decisions.takenFor(HOST, "kế toán viện", Role.HOST_ACCOUNTANT);
    private static final SavingsReportId SAVING = new SavingsReportId(Id.derived("savings-report", "a"));
    /** Accepted: before that nothing is saved. */
    private static final TaskFacts FACTS =
            Cast.ended(Cast.task(TASK, true, KhoanMode.TUNG_PHAN, share(LineCategory.OTHER, 30)), false, Grade.PASSED);

    private SpendingMachines() {}

    static StateMachine reports() {
        return StateMachine.of(
                        "spending-report",
                        "Report of spending",
                        SpendingReportState.class,
                        SpendingReport.class,
                        report("a").value())
                .in(StateMachine.NONE, SpendingMachines::task)
                .in("FILED", SpendingMachines::filed)
                .in("RETURNED", () -> filed().given(new ReturnSpendingReport(report("a"), "thiếu hoá đơn"), ACCOUNTANT))
                .in("ACCEPTED", SpendingMachines::accepted)
                .sent(file("a", false, item(LineCategory.OTHER, 10, "1")), BY_HOST)
                .sent(new ReturnSpendingReport(report("a"), "thiếu hoá đơn"), ACCOUNTANT)
                .sent(new AcceptSpendingReport(report("a"), null), ACCOUNTANT)
                .sent(replace("a", item(LineCategory.OTHER, 9, "1")), BY_HOST)
                .takes(SpendingCommand.class);
    }

    static StateMachine savings() {
        return StateMachine.of(
                        "savings-report", "Report of savings", SavingsReportState.class, Savings.class, SAVING.value())
                .in(StateMachine.NONE, SpendingMachines::accepted)
                .in("DECLARED", SpendingMachines::declared)
                .in("RETURNED", () -> declared().given(new ReturnSaving(SAVING, "chưa đủ chứng từ"), CHIEF))
                .in("ACCEPTED", () -> declared().given(new AcceptSaving(SAVING), CHIEF))
                .sent(declare(), BY_HOST)
                .sent(new ReturnSaving(SAVING, "chưa đủ chứng từ"), CHIEF)
                .sent(new AcceptSaving(SAVING), CHIEF)
                .takes(SavingsCommand.class);
    }

    private static DecisionFixture task() {
        AllShipped rules = new AllShipped();
        return DecisionFixture.of(aggregates -> {
            EstimateDesk estimates = new EstimateDesk(aggregates, _ -> FACTS, rules, new Cast.Everybody());
            return List.of(
                    new SpendingDesk(aggregates, _ -> FACTS, estimates, rules, new Cast.Everybody()),
                    new SavingsDesk(aggregates, _ -> FACTS, estimates, rules));
        });
    }

    private static DecisionFixture filed() {
        return task().given(file("a", false, item(LineCategory.OTHER, 10, "1")), BY_HOST);
    }

    private static DecisionFixture accepted() {
        return filed().given(new AcceptSpendingReport(report("a"), null), ACCOUNTANT);
    }

    /** Of 30 million 10 are spent. */
    private static DecisionFixture declared() {
        return accepted().given(declare(), BY_HOST);
    }

    private static DeclareSaving declare() {
        return new DeclareSaving(
                SAVING, TASK, List.of(new SavingLine(LineCategory.OTHER, 2025, true, m(5), m(0))), true, true);
    }
}
