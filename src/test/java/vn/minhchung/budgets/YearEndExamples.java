package vn.minhchung.budgets;

import static vn.minhchung.budgets.BudgetsExamples.ACCOUNTANT;
import static vn.minhchung.budgets.BudgetsExamples.APPROPRIATION;
import static vn.minhchung.budgets.BudgetsExamples.CLEARING;
import static vn.minhchung.budgets.BudgetsExamples.DAY;
import static vn.minhchung.budgets.BudgetsExamples.LINE;
import static vn.minhchung.budgets.BudgetsExamples.TASK;
import static vn.minhchung.budgets.BudgetsExamples.WITHDRAWAL;

import java.util.List;
import vn.minhchung.budgets.AppropriationEvent.*;
import vn.minhchung.budgets.CarryOverEvent.*;
import vn.minhchung.budgets.TreasuryPaperEvent.AdvanceCarriedOver;
import vn.minhchung.budgets.TreasuryPaperEvent.LapsedWithdrawalExecuted;
import vn.minhchung.budgets.TreasuryPaperEvent.WithdrawalLapsed;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.LineCategory;

/** One sample of every event of the end of a budget year. */
public final class YearEndExamples {
    /** SHA-256 of an empty file. */
    public static final String TABLE = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final CarryOverId CARRY_OVER = new CarryOverId(Id.derived("carry-over", "first"));
    private static final AppropriationId NEXT = new AppropriationId(Id.derived("appropriation", "2026"));
    private static final AppropriationKey NEXT_CODE =
            new AppropriationKey(BudgetsExamples.UNIT, "417", "101", "12", "00000", 2026);
    private static final List<CarryOverPart> PARTS = List.of(new CarryOverPart(TASK, WITHDRAWAL, m(100)));
    public static final BalanceTable BALANCE = new BalanceTable(m(700), m(0), m(100), m(0), m(20), m(600), m(0), m(0));

    private static final Correction CORRECTION = new Correction(
            Entries.id(WITHDRAWAL.value(), 3),
            WITHDRAWAL,
            "KB-0123",
            DAY,
            List.of(new CorrectionLine(TASK, 1, LineCategory.REMUNERATION, "7017", m(20))),
            m(20),
            "chứng từ về sau ngày khoá sổ",
            "KB-0123");

    private YearEndExamples() {}

    static List<DomainEvent> all() {
        return List.of(
                new AppropriationSpent(APPROPRIATION, WITHDRAWAL, TASK, 1, m(100), List.of(LINE)),
                new AppropriationSpendingReversed(APPROPRIATION, WITHDRAWAL, TASK, 1, m(100), List.of(LINE)),
                new AppropriationCancelled(
                        APPROPRIATION,
                        null,
                        m(600),
                        Entries.id(APPROPRIATION.value(), 8),
                        DAY,
                        DAY,
                        Evidence.DOCUMENT,
                        BudgetsExamples.ofUnit(LedgerAccount.CANCELLED, null, m(600))),
                new YearClosingRecorded(APPROPRIATION, 2025, BALANCE, TABLE, 4_711L, DAY, List.of(ACCOUNTANT)),
                new YearClosingRejected(APPROPRIATION, 2025, "chưa đối chiếu với kho bạc"),
                new YearClosed(
                        APPROPRIATION,
                        2025,
                        BALANCE,
                        TABLE,
                        4_711L,
                        Entries.id(APPROPRIATION.value(), 9),
                        DAY,
                        DAY,
                        Evidence.DOCUMENT,
                        BudgetsExamples.ofPaper(LedgerAccount.SETTLED_IN_YEAR, m(100))),
                new WithdrawalLapsed(
                        WITHDRAWAL,
                        TASK,
                        2025,
                        m(20),
                        Entries.id(WITHDRAWAL.value(), 3),
                        DAY,
                        DAY,
                        Evidence.DOCUMENT,
                        BudgetsExamples.ofPaper(LedgerAccount.COMMITTED, m(-20))),
                new AppropriationCarryOverOpened(APPROPRIATION, CARRY_OVER, CarryOverKind.ADVANCE, 2025, m(100)),
                new AppropriationCarryOverEnded(APPROPRIATION, CARRY_OVER, 2025),
                new AppropriationCarriedOut(APPROPRIATION, CARRY_OVER, m(50)),
                new AppropriationCarriedIn(NEXT, CARRY_OVER, m(50)),
                new AdvanceMovedOut(APPROPRIATION, CARRY_OVER, TASK, m(100)),
                new AdvanceMovedIn(NEXT, CARRY_OVER, TASK, m(100)),
                new AdvanceReturnDemanded(
                        APPROPRIATION, CLEARING, WITHDRAWAL, TASK, 2025, m(100), ReturnCause.NO_NEXT_APPROPRIATION),
                new AdvanceCarriedOver(WITHDRAWAL, TASK, CARRY_OVER, NEXT, NEXT_CODE, m(100)),
                new CarryOverDeclared(
                        CARRY_OVER,
                        CarryOverKind.ADVANCE,
                        APPROPRIATION,
                        BudgetsExamples.CODE,
                        m(100),
                        PARTS,
                        "hợp đồng đang thực hiện",
                        DAY),
                new CarryOverConfirmationRecorded(CARRY_OVER, 2025, m(100), DAY, List.of(ACCOUNTANT)),
                new CarryOverConfirmed(CARRY_OVER, 2025, m(100), DAY),
                new CarryOverLetterRecorded(
                        CARRY_OVER,
                        2025,
                        CarryOverOutcome.GRANTED,
                        m(100),
                        PARTS,
                        "41/STC-NS",
                        DAY,
                        Evidence.DOCUMENT,
                        List.of(ACCOUNTANT)),
                new CarryOverRecordRejected(CARRY_OVER, 2025, true, "sai số văn bản"),
                new CarryOverRefused(CARRY_OVER, CarryOverKind.ADVANCE, 2025, m(100), PARTS, "41/STC-NS"),
                new CarryOverWithdrawn(CARRY_OVER, 2025, "kê khai nhầm"),
                new CarriedOver(
                        CARRY_OVER,
                        CarryOverKind.ADVANCE,
                        APPROPRIATION,
                        NEXT,
                        2025,
                        m(100),
                        PARTS,
                        "41/STC-NS",
                        Entries.id(CARRY_OVER.value(), 1),
                        DAY,
                        DAY,
                        Evidence.DOCUMENT,
                        BudgetsExamples.ofPaper(LedgerAccount.ADVANCED, m(-100))),
                new ClosedYearCorrectionRecorded(
                        APPROPRIATION, 2025, CORRECTION, DAY, Evidence.DOCUMENT, List.of(ACCOUNTANT)),
                new ClosedYearCorrectionRejected(APPROPRIATION, 2025, "chưa có biên bản"),
                new ClosedYearCorrected(
                        APPROPRIATION,
                        2025,
                        CORRECTION,
                        Entries.id(APPROPRIATION.value(), 10),
                        DAY,
                        DAY,
                        Evidence.DOCUMENT,
                        BudgetsExamples.ofPaper(LedgerAccount.SETTLED_IN_YEAR, m(20))),
                new LapsedWithdrawalExecuted(WITHDRAWAL, TASK, 2025, m(20), "KB-0123", DAY));
    }

    private static Vnd m(long millions) {
        return Vnd.of(millions * 1_000_000);
    }
}
