package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationEvent.*;
import vn.minhchung.budgets.DepositAccountEvent.*;
import vn.minhchung.budgets.GuardEvent.*;
import vn.minhchung.budgets.RefundEvent.*;
import vn.minhchung.budgets.TreasuryPaperEvent.*;
import vn.minhchung.budgets.VolumeEvent.*;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RefundId;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/** One sample of every event about money. */
public final class BudgetsExamples {
    public static final AppropriationId APPROPRIATION = new AppropriationId(Id.derived("appropriation", "2025"));
    public static final ProjectId TASK = new ProjectId(Id.derived("project", "longan"));
    public static final TreasuryPaperId WITHDRAWAL = new TreasuryPaperId(Id.derived("paper", "first"));
    public static final TreasuryPaperId CLEARING = new TreasuryPaperId(Id.derived("paper", "clearing"));
    public static final DepositAccountId DEPOSIT = new DepositAccountId(Id.derived("deposit-account", "host"));
    public static final OrganisationId UNIT = new OrganisationId(Id.derived("organisation", "department"));
    public static final OrganisationId HOST = new OrganisationId(Id.derived("organisation", "host"));
    public static final PersonId ACCOUNTANT = new PersonId(Id.derived("person", "accountant"));
    public static final PersonId DIRECTOR = new PersonId(Id.derived("person", "director"));
    public static final AppropriationKey CODE = new AppropriationKey(UNIT, "417", "101", "12", "00000", 2025);
    public static final LocalDate DAY = LocalDate.of(2025, 3, 10);
    public static final TreasuryPaperLine LINE =
            new TreasuryPaperLine(LineCategory.REMUNERATION, "7017", FundSource.STATE_BUDGET, m(100), "Thù lao đợt 1");
    public static final Payee PAYEE = new Payee(DEPOSIT, HOST, "3713.0.1099901", "KBNN tỉnh");

    private static final AppropriationId OTHER_APPROPRIATION =
            new AppropriationId(Id.derived("appropriation", "2025 khoản 102"));
    private static final VolumeId VOLUME = new VolumeId(Id.derived("volume", "first"));
    private static final RefundId REFUND = RefundId.of(TASK);
    private static final RefundTerms TERMS = new RefundTerms(
            List.of(new RefundPart(RefundCause.SUBJECTIVE, m(550), 3_000, "Chậm tiến độ")), m(70), true, false);
    private static final TreasuryPaperId OPENING = new TreasuryPaperId(Id.derived("paper", "opening"));
    private static final TreasuryPaperId RECODING = new TreasuryPaperId(Id.derived("paper", "recoding"));
    private static final Evidence SEEN = Evidence.DOCUMENT;
    private static final String BY_UNIT = Entries.id(APPROPRIATION.value(), 1);
    private static final String BY_PAPER = Entries.id(WITHDRAWAL.value(), 1);

    private BudgetsExamples() {}

    static List<DomainEvent> all() {
        return List.of(
                new AppropriationRecorded(APPROPRIATION, CODE, m(50), m(700), DAY, SEEN, List.of(ACCOUNTANT)),
                new AppropriationAssigned(
                        APPROPRIATION,
                        CODE,
                        m(0),
                        m(700),
                        BY_UNIT,
                        DAY,
                        DAY,
                        SEEN,
                        ofUnit(LedgerAccount.ASSIGNED, null, m(700))),
                new AppropriationChangeRecorded(
                        APPROPRIATION, 1, ChangeKind.CUT, m(100), DAY, SEEN, List.of(ACCOUNTANT)),
                new AppropriationChangeRejected(APPROPRIATION, 1, ChangeKind.CUT, "ghi nhầm số tiền"),
                new AppropriationEnteredInTabmis(APPROPRIATION, null, DAY),
                new AppropriationSupplemented(
                        APPROPRIATION,
                        null,
                        m(50),
                        BY_UNIT,
                        DAY,
                        DAY,
                        SEEN,
                        ofUnit(LedgerAccount.ADJUSTED, null, m(50))),
                new AppropriationCut(
                        APPROPRIATION, 1, m(100), BY_UNIT, DAY, DAY, SEEN, ofUnit(LedgerAccount.CUT, null, m(100))),
                new AppropriationHeld(
                        APPROPRIATION, null, m(10), BY_UNIT, DAY, DAY, SEEN, ofUnit(LedgerAccount.HELD, null, m(10))),
                new AppropriationHoldReleased(
                        APPROPRIATION, null, m(10), BY_UNIT, DAY, DAY, SEEN, ofUnit(LedgerAccount.HELD, null, m(-10))),
                new TaskAllocated(
                        APPROPRIATION,
                        TASK,
                        m(400),
                        BY_UNIT,
                        DAY,
                        DAY,
                        SEEN,
                        ofUnit(LedgerAccount.ALLOCATED, TASK, m(400))),
                new AllocationReleased(
                        APPROPRIATION,
                        TASK,
                        m(100),
                        BY_UNIT,
                        DAY,
                        DAY,
                        SEEN,
                        ofUnit(LedgerAccount.ALLOCATED, TASK, m(-100))),
                new AppropriationEntryReversed(
                        APPROPRIATION,
                        BY_UNIT,
                        EntryKind.CUT,
                        null,
                        m(100),
                        "cắt nhầm dự toán",
                        "12/BB-SKHCN",
                        Entries.id(APPROPRIATION.value(), 2),
                        DAY,
                        DAY,
                        SEEN,
                        ofUnit(LedgerAccount.CUT, null, m(-100))),
                new AppropriationCommitted(APPROPRIATION, WITHDRAWAL, TASK, m(100)),
                new AppropriationCommitmentReleased(APPROPRIATION, WITHDRAWAL, TASK, m(100)),
                new AppropriationDrawn(APPROPRIATION, WITHDRAWAL, TASK, m(100)),
                new AppropriationDrawReversed(APPROPRIATION, WITHDRAWAL, TASK, m(100)),
                new BudgetCodeTaken(CODE.key(), APPROPRIATION),
                new BudgetCodeFreed(CODE.key(), APPROPRIATION),
                new PaperNumberTaken(UNIT, TreasuryPaperKind.ADVANCE, 2025, "GR-01", WITHDRAWAL),
                new PaperNumberFreed(UNIT, TreasuryPaperKind.ADVANCE, 2025, "GR-01", WITHDRAWAL),
                new PaymentVoucherTaken("0002/2025-03-10", REFUND.value()),
                new PaymentVoucherFreed("0002/2025-03-10", REFUND.value()),
                new VoucherTaken("0001/2025-03-10", WITHDRAWAL),
                new VoucherFreed("0001/2025-03-10", WITHDRAWAL),
                new TaskFundsAllocated(TASK, APPROPRIATION, m(400)),
                new TaskFundsHeld(TASK),
                new TaskFundsHoldLifted(TASK),
                new TaskFundsTakenBack(TASK, APPROPRIATION, m(100)),
                new TaskFundsCommitted(TASK, WITHDRAWAL, TreasuryPaperKind.ADVANCE, 1, m(100)),
                new TaskFundsReleased(TASK, WITHDRAWAL, TreasuryPaperKind.ADVANCE, 1, m(100)),
                new TaskFundsCleared(TASK, CLEARING, 1, m(60)),
                new TaskFundsClearingReversed(TASK, CLEARING, 1, m(60)),
                new TaskFundsReturned(TASK, CLEARING, 1, m(10)),
                new TaskFundsReturnReversed(TASK, CLEARING, 1, m(10)),
                new AppropriationGivenBack(APPROPRIATION, CLEARING, TASK, m(10)),
                new AppropriationGiveBackReversed(APPROPRIATION, CLEARING, TASK, m(10)),
                new SettlementPrepared(
                        CLEARING,
                        TASK,
                        HOST,
                        APPROPRIATION,
                        CODE,
                        "TT-01",
                        TreasuryPaperKind.CLEARING,
                        1,
                        WITHDRAWAL,
                        List.of(LINE),
                        m(100),
                        null,
                        List.of(ACCOUNTANT),
                        null,
                        List.of(),
                        DAY),
                new SettlementAmended(
                        CLEARING,
                        TASK,
                        WITHDRAWAL,
                        List.of(LINE),
                        m(100),
                        m(90),
                        "sửa số tiền",
                        List.of(ACCOUNTANT),
                        List.of(DIRECTOR)),
                new SettlementCancelled(CLEARING, TASK, WITHDRAWAL, m(100), "lập trùng"),
                new AdvanceBound(WITHDRAWAL, TASK, CLEARING, m(100), List.of(LINE)),
                new AdvanceUnbound(WITHDRAWAL, TASK, CLEARING, m(100)),
                new AdvanceSettled(WITHDRAWAL, TASK, CLEARING, TreasuryPaperKind.CLEARING, m(100), List.of(LINE)),
                new AdvanceSettlementReversed(
                        WITHDRAWAL, TASK, CLEARING, TreasuryPaperKind.CLEARING, m(100), List.of(LINE)),
                new RecodingPrepared(
                        RECODING,
                        TASK,
                        HOST,
                        OTHER_APPROPRIATION,
                        CODE,
                        "DC-01",
                        1,
                        new Recoded(WITHDRAWAL, TreasuryPaperKind.ADVANCE, APPROPRIATION, CODE, List.of(LINE)),
                        List.of(LINE),
                        m(100),
                        "Hạch toán nhầm khoản",
                        List.of(ACCOUNTANT),
                        DAY),
                new RecodingCommitted(
                        RECODING,
                        TASK,
                        OTHER_APPROPRIATION,
                        m(100),
                        Entries.id(RECODING.value(), 1),
                        DAY,
                        DAY,
                        SEEN,
                        recoding(1)),
                new RecodingCancelled(RECODING, TASK, WITHDRAWAL, m(100), "Mã cũ đúng"),
                new RecodingReleased(
                        RECODING,
                        TASK,
                        OTHER_APPROPRIATION,
                        m(100),
                        Entries.id(RECODING.value(), 2),
                        DAY,
                        DAY,
                        SEEN,
                        recoding(-1)),
                new RecodingBound(WITHDRAWAL, TASK, RECODING, m(100), List.of(LINE)),
                new RecodingUnbound(WITHDRAWAL, TASK, RECODING, m(100)),
                new LinesRecoded(WITHDRAWAL, TASK, RECODING, m(100), List.of(LINE)),
                new RecodingReversed(WITHDRAWAL, TASK, RECODING, m(100), List.of(LINE)),
                new RecodingReserved(OTHER_APPROPRIATION, RECODING, TASK, m(100)),
                new RecodingReservationReleased(OTHER_APPROPRIATION, RECODING, TASK, m(100)),
                new RecodedIn(OTHER_APPROPRIATION, RECODING, TASK, m(100)),
                new RecodedInReversed(OTHER_APPROPRIATION, RECODING, TASK, m(100)),
                new RecodedOut(APPROPRIATION, RECODING, TASK, m(100)),
                new RecodedOutReversed(APPROPRIATION, RECODING, TASK, m(100)),
                new NonCompletionReported(REFUND, TASK, HOST, m(620), "Thiên tai làm hỏng mô hình", DAY),
                new RefundDecisionRecorded(REFUND, TASK, HOST, TERMS, DAY, SEEN, List.of(ACCOUNTANT)),
                new RefundDecisionRejected(REFUND, TASK, "Sai số quyết định"),
                new RefundDecided(
                        REFUND,
                        TASK,
                        HOST,
                        TERMS,
                        m(550),
                        m(250),
                        m(165),
                        m(0),
                        new RuleRef("refund.shares", "ttlt-27-2015"),
                        DAY.plusDays(60),
                        List.of(HOST.value(), ACCOUNTANT.value()),
                        Entries.id(REFUND.value(), 1),
                        DAY,
                        DAY,
                        SEEN,
                        refund(LedgerAccount.REFUND_ORDERED)),
                new RefundPaymentRecorded(REFUND, TASK, 1, m(165), "C1-01", DAY, SEEN, List.of(ACCOUNTANT)),
                new RefundPaymentRejected(REFUND, TASK, 1, "Sai số tiền"),
                new RefundPaid(
                        REFUND,
                        TASK,
                        1,
                        m(165),
                        m(0),
                        "C1-01",
                        Entries.id(REFUND.value(), 2),
                        DAY,
                        DAY,
                        SEEN,
                        refund(LedgerAccount.REFUNDED)),
                new RefundTransferred(REFUND, TASK, HOST, UNIT, m(100)),
                new RefundSettled(REFUND, TASK, HOST, m(165)),
                new RefundRevisionDue(REFUND, TASK, HOST, m(550), m(620)),
                new RefundRevisionNotDue(REFUND, TASK, HOST, DAY),
                new RefundReopened(REFUND, TASK, HOST, List.of(HOST.value())),
                new OpeningPrepared(
                        OPENING,
                        TASK,
                        HOST,
                        APPROPRIATION,
                        CODE,
                        "SD-01",
                        1,
                        DAY.minusDays(5),
                        List.of(new OpeningBalance(
                                2025, LINE.line(), LINE.source(), LINE.item(), m(150), m(0), m(40), m(10))),
                        List.of(LINE),
                        m(140),
                        SEEN,
                        List.of(ACCOUNTANT)),
                new OpeningBooked(
                        OPENING,
                        TASK,
                        APPROPRIATION,
                        List.of(LINE),
                        m(140),
                        Entries.id(OPENING.value(), 1),
                        DAY,
                        DAY,
                        SEEN,
                        recoding(1)),
                new OpeningCancelled(OPENING, TASK, m(140), "Kho bạc chưa xác nhận"),
                new TaskFundsTakenOver(TASK, OPENING, 1, m(0), m(140), m(0), m(40)),
                new TaskFundsTakeoverReversed(TASK, OPENING, 1, m(0), m(140), m(0), m(40)),
                new VolumeDrawnUp(
                        VOLUME,
                        TASK,
                        HOST,
                        UNIT,
                        "01/BKL-SKHCN",
                        1,
                        DAY.minusDays(10),
                        DAY.minusDays(12),
                        List.of(new VolumeRow("Điều tra, phân tích mẫu", m(400), m(100))),
                        m(900),
                        m(0),
                        m(100),
                        List.of(DIRECTOR)),
                new VolumeSignedSecond(VOLUME, TASK, ACCOUNTANT, List.of(ACCOUNTANT), DAY),
                new VolumeConfirmed(VOLUME, TASK, m(100), DIRECTOR, List.of(DIRECTOR), DAY),
                new VolumeCancelled(VOLUME, TASK, m(100), "Ghi nhầm đợt cấp"),
                new VolumeUsed(VOLUME, TASK, CLEARING, m(100)),
                new VolumeFreed(VOLUME, TASK, CLEARING, m(40)),
                new TaskFundsMeasured(TASK, VOLUME, m(100)),
                new TaskFundsMeasureTakenBack(TASK, VOLUME, m(100)),
                new DepositAccountRegistered(
                        DEPOSIT,
                        HOST,
                        "3713.0.1099901",
                        "KBNN tỉnh",
                        LocalDate.of(2025, 1, 1),
                        null,
                        List.of(DIRECTOR)),
                new DepositAccountConfirmed(DEPOSIT, HOST, "3713.0.1099901"),
                new DepositAccountClosed(DEPOSIT, HOST, "3713.0.1099901", DAY),
                prepared(),
                new WithdrawalAmended(
                        WITHDRAWAL,
                        TASK,
                        List.of(LINE),
                        m(100),
                        m(90),
                        PAYEE,
                        "sửa số tiền",
                        List.of(ACCOUNTANT),
                        List.of(DIRECTOR),
                        BY_PAPER,
                        DAY,
                        DAY,
                        SEEN,
                        ofPaper(LedgerAccount.COMMITTED, m(10))),
                new TreasuryPaperSignedSecond(WITHDRAWAL, TASK, ACCOUNTANT, List.of(ACCOUNTANT), DAY),
                new TreasuryPaperSignedFirst(WITHDRAWAL, TASK, DIRECTOR, List.of(DIRECTOR), DAY),
                new TreasuryPaperSent(WITHDRAWAL, TASK, m(100), DAY, false),
                new TreasuryFactRecorded(
                        WITHDRAWAL,
                        TASK,
                        TreasuryFactKind.EXECUTION,
                        "0001",
                        DAY,
                        null,
                        List.of(LINE),
                        SEEN,
                        List.of(ACCOUNTANT)),
                new TreasuryFactRejected(WITHDRAWAL, TASK, TreasuryFactKind.EXECUTION, "chứng từ của giấy rút khác"),
                new TreasuryPaperExecuted(
                        WITHDRAWAL,
                        TASK,
                        TreasuryPaperKind.ADVANCE,
                        APPROPRIATION,
                        "0001",
                        List.of(LINE),
                        m(100),
                        BY_PAPER,
                        DAY,
                        DAY,
                        SEEN,
                        ofPaper(LedgerAccount.ADVANCED, m(100))),
                new TreasuryPaperReturned(WITHDRAWAL, TASK, m(100), DAY, "sai tài khoản thụ hưởng"),
                new WithdrawalCancelled(
                        WITHDRAWAL,
                        TASK,
                        m(100),
                        "không còn cần",
                        BY_PAPER,
                        DAY,
                        DAY,
                        SEEN,
                        ofPaper(LedgerAccount.COMMITTED, m(-100))),
                new ReceiptConfirmed(
                        WITHDRAWAL,
                        TASK,
                        HOST,
                        m(100),
                        BY_PAPER,
                        DAY,
                        DAY,
                        SEEN,
                        ofPaper(LedgerAccount.HOST_RECEIVED, m(100))),
                new TreasuryPaperEntryReversed(
                        WITHDRAWAL,
                        TASK,
                        BY_PAPER,
                        EntryKind.ADVANCE,
                        m(100),
                        "ghi nhầm chứng từ",
                        "12/BB-SKHCN",
                        Entries.id(WITHDRAWAL.value(), 2),
                        DAY,
                        DAY,
                        SEEN,
                        ofPaper(LedgerAccount.ADVANCED, m(-100))));
    }

    public static WithdrawalPrepared prepared() {
        return new WithdrawalPrepared(
                WITHDRAWAL,
                TASK,
                HOST,
                APPROPRIATION,
                CODE,
                "GR-01",
                TreasuryPaperKind.ADVANCE,
                1,
                List.of(LINE),
                m(100),
                PAYEE,
                List.of(ACCOUNTANT),
                null,
                List.of(),
                BY_PAPER,
                DAY,
                DAY,
                SEEN,
                ofPaper(LedgerAccount.COMMITTED, m(100)));
    }

    static List<Posting> ofUnit(LedgerAccount account, @Nullable ProjectId task, Vnd amount) {
        Posting one =
                new Posting(account, APPROPRIATION, task, 2025, FundSource.STATE_BUDGET, null, null, null, amount);
        return List.of(one, counter(one));
    }

    static List<Posting> ofPaper(LedgerAccount account, Vnd amount) {
        Posting one = new Posting(
                account,
                APPROPRIATION,
                TASK,
                2025,
                FundSource.STATE_BUDGET,
                LineCategory.REMUNERATION,
                "7017",
                1,
                amount);
        return List.of(one, counter(one));
    }

    private static Posting counter(Posting p) {
        return new Posting(
                p.account().counter(),
                p.appropriation(),
                p.project(),
                p.year(),
                p.source(),
                p.line(),
                p.item(),
                p.tranche(),
                p.amount().negate());
    }

    private static Vnd m(long millions) {
        return Vnd.of(millions * 1_000_000);
    }

    private static List<Posting> recoding(int sign) {
        return List.of(
                recoding(LedgerAccount.COMMITTED, m(100L * sign)),
                recoding(LedgerAccount.COMMITTED.counter(), m(-100L * sign)));
    }

    private static Posting recoding(LedgerAccount account, Vnd amount) {
        return new Posting(
                account, OTHER_APPROPRIATION, TASK, 2025, FundSource.STATE_BUDGET, LINE.line(), LINE.item(), 1, amount);
    }

    private static List<Posting> refund(LedgerAccount account) {
        return List.of(claim(account, m(165)), claim(account.counter(), m(-165)));
    }

    private static Posting claim(LedgerAccount account, Vnd amount) {
        return new Posting(account, null, TASK, 2025, FundSource.STATE_BUDGET, null, null, null, amount);
    }
}
