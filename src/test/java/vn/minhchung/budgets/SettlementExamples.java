package vn.minhchung.budgets;

import static vn.minhchung.budgets.BudgetsExamples.ACCOUNTANT;
import static vn.minhchung.budgets.BudgetsExamples.APPROPRIATION;
import static vn.minhchung.budgets.BudgetsExamples.DAY;
import static vn.minhchung.budgets.BudgetsExamples.TASK;

import java.util.List;
import vn.minhchung.budgets.SettlementEvent.*;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.SettlementId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.LineCategory;

/** One sample of every event of the two settlements. */
public final class SettlementExamples {
    private static final SettlementId OF_TASK = SettlementId.of(TASK);
    private static final List<SettlementCut> CUTS =
            List.of(new SettlementCut(null, LineCategory.REMUNERATION, null, m(30), "không có chứng từ"));

    private SettlementExamples() {}

    static List<DomainEvent> all() {
        return List.of(
                new YearlySettlementFiled(
                        SettlementId.of(APPROPRIATION),
                        APPROPRIATION,
                        BudgetsExamples.UNIT,
                        2025,
                        new BalanceTable(m(100), m(0), m(100), m(0), m(0), m(0), m(0), m(600)),
                        List.of(new SettlementLine(TASK, LineCategory.REMUNERATION, "7017", m(100))),
                        m(100),
                        YearEndExamples.TABLE,
                        DAY),
                new TaskSettlementFiled(
                        OF_TASK,
                        TASK,
                        BudgetsExamples.HOST,
                        true,
                        new TaskBalance(m(1_000), m(800), m(800), m(780), m(20), m(0)),
                        List.of(new SettlementLine(TASK, LineCategory.REMUNERATION, null, m(800))),
                        m(800),
                        YearEndExamples.TABLE,
                        DAY),
                new SettlementReturned(OF_TASK, TASK, "thiếu bảng kê chứng từ"),
                new SettlementReviewRecorded(
                        OF_TASK,
                        TASK,
                        SettlementOutcome.APPROVED,
                        CUTS,
                        "lưu hồ sơ",
                        "15/TB-STC",
                        DAY,
                        Evidence.DOCUMENT,
                        List.of(ACCOUNTANT)),
                new SettlementReviewRejected(OF_TASK, TASK, "sai số thông báo"),
                new SettlementNoticed(
                        OF_TASK,
                        TASK,
                        CUTS,
                        "lưu hồ sơ",
                        "15/TB-STC",
                        m(770),
                        m(30),
                        Entries.id(OF_TASK.value(), 1),
                        DAY,
                        DAY,
                        Evidence.DOCUMENT,
                        BudgetsExamples.ofPaper(LedgerAccount.SETTLED, m(770))),
                new SettlementNoticeCarriedOut(
                        OF_TASK,
                        TASK,
                        "đã nộp ngân sách",
                        m(30),
                        "C1-0009",
                        Entries.id(OF_TASK.value(), 2),
                        DAY,
                        DAY,
                        Evidence.DOCUMENT,
                        BudgetsExamples.ofPaper(LedgerAccount.REFUNDED, m(30))),
                new GuardEvent.TaskFundsSettled(TASK, m(770)));
    }

    private static Vnd m(long millions) {
        return Vnd.of(millions * 1_000_000);
    }
}
