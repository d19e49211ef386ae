package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.SavingsEvent.*;
import vn.minhchung.budgets.SpendingEvent.*;
import vn.minhchung.budgets.TaskSpendingEvent.*;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.SavingsReportId;
import vn.minhchung.kernel.SpendingReportId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.Labour;
import vn.minhchung.projects.LabourRole;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.Quantity;
import vn.minhchung.projects.Seminar;
import vn.minhchung.projects.Survey;

/** One sample of every event about spending and savings. */
public final class SpendingExamples {
    private static final ProjectId TASK = BudgetsExamples.TASK;
    private static final OrganisationId HOST = BudgetsExamples.HOST;
    private static final LocalDate DAY = BudgetsExamples.DAY;
    private static final SpendingReportId REPORT = new SpendingReportId(Id.derived("spending-report", "first"));
    private static final SavingsReportId SAVING = new SavingsReportId(Id.derived("savings-report", "first"));
    private static final PersonId INVESTIGATOR = EstimateExamples.INVESTIGATOR;
    private static final PersonId BOOKKEEPER = new PersonId(Id.derived("person", "host-accountant"));
    private static final Evidence SEEN = Evidence.DOCUMENT;
    private static final SpendingVoucher PAID =
            new SpendingVoucher("HĐ-01", DAY.minusDays(9), "Công ty Vật tư Thử nghiệm", null, Vnd.ZERO);
    private static final List<SpendingItem> ITEMS = List.of(
            new SpendingItem(
                    LineCategory.REMUNERATION,
                    FundSource.STATE_BUDGET,
                    "Thù lao tháng 1",
                    Vnd.of(24_000_000),
                    new SpendingVoucher("TL-01", DAY.minusDays(9), null, INVESTIGATOR, Vnd.of(2_400_000)),
                    new Labour(INVESTIGATOR, LabourRole.PRINCIPAL, "1.0", 1, 0, Vnd.of(24_000_000)),
                    null,
                    null,
                    null,
                    null),
            new SpendingItem(
                    LineCategory.SEMINARS_TRAVEL,
                    FundSource.STATE_BUDGET,
                    "Hội thảo lần 1",
                    Vnd.of(10_000_000),
                    PAID,
                    null,
                    new Seminar(1, 20, 1, 0),
                    null,
                    null,
                    null),
            new SpendingItem(
                    LineCategory.SURVEYS,
                    FundSource.STATE_BUDGET,
                    "Điều tra hộ trồng nhãn",
                    Vnd.of(8_000_000),
                    PAID,
                    null,
                    null,
                    new Survey(200, 25, false, Vnd.of(40_000)),
                    null,
                    null),
            new SpendingItem(
                    LineCategory.EQUIPMENT,
                    FundSource.STATE_BUDGET,
                    "Máy đo độ ẩm",
                    Vnd.of(15_000_000),
                    PAID,
                    null,
                    null,
                    null,
                    new SpendingAsset("TS-2025-01", Vnd.of(15_000_000), "Phòng thí nghiệm 2"),
                    null),
            new SpendingItem(
                    LineCategory.MATERIALS,
                    FundSource.COUNTERPART,
                    "Giống nhãn",
                    Vnd.of(5_000_000),
                    PAID,
                    null,
                    null,
                    null,
                    null,
                    new Quantity("2.5", "tạ", Vnd.of(2_000_000))));
    private static final List<SpendingSum> SUMS =
            List.of(new SpendingSum(FundSource.STATE_BUDGET, LineCategory.REMUNERATION, Vnd.of(24_000_000)));
    private static final List<String> VOUCHERS = List.of("CÔNGTYVẬTTƯTHỬNGHIỆM/HĐ-01/2025-03-01");
    private static final Vnd TOTAL = Vnd.of(62_000_000);

    private SpendingExamples() {}

    static List<DomainEvent> all() {
        return List.of(
                new SpendingReported(
                        REPORT,
                        TASK,
                        HOST,
                        DAY.minusMonths(2),
                        DAY,
                        ITEMS,
                        TOTAL,
                        false,
                        List.of(BOOKKEEPER),
                        entry(1),
                        DAY,
                        DAY,
                        SEEN,
                        postings(LedgerAccount.SPENT_REPORTED, 24_000_000)),
                new SpendingReturned(
                        REPORT,
                        TASK,
                        HOST,
                        TOTAL,
                        "Thiếu biên bản hội thảo",
                        entry(2),
                        DAY,
                        DAY,
                        SEEN,
                        postings(LedgerAccount.SPENT_REPORTED, -24_000_000)),
                new SpendingReplaced(
                        REPORT,
                        TASK,
                        HOST,
                        2,
                        DAY.minusMonths(2),
                        DAY,
                        ITEMS,
                        TOTAL,
                        TOTAL,
                        Vnd.ZERO,
                        false,
                        "Bổ sung biên bản hội thảo",
                        List.of(BOOKKEEPER),
                        entry(3),
                        DAY,
                        DAY,
                        SEEN,
                        postings(LedgerAccount.SPENT_REPORTED, 24_000_000)),
                new SpendingAccepted(
                        REPORT,
                        TASK,
                        HOST,
                        TOTAL,
                        Vnd.of(60_000_000),
                        List.of(new NotAccepted(2, Vnd.of(2_000_000), "Vượt số đại biểu dự")),
                        entry(4),
                        DAY,
                        DAY,
                        SEEN,
                        postings(LedgerAccount.SPENT, 24_000_000)),
                new TaskSpendingReported(TASK, REPORT, SUMS, VOUCHERS),
                new TaskSpendingTakenBack(TASK, REPORT, SUMS, VOUCHERS),
                new TaskSpendingAccepted(TASK, REPORT, SUMS),
                new TaskSpendingNoLongerAccepted(TASK, REPORT, SUMS),
                new TaskSavingAccepted(TASK, SAVING, SUMS),
                new SavingDeclared(
                        SAVING,
                        TASK,
                        HOST,
                        List.of(new SavingLine(
                                LineCategory.MATERIALS, 2025, true, Vnd.of(4_000_000), Vnd.of(1_000_000))),
                        Vnd.of(4_000_000),
                        true,
                        false,
                        List.of(BOOKKEEPER),
                        DAY),
                new SavingReturned(SAVING, TASK, HOST, "Phần việc chưa làm không phải là tiết kiệm"),
                new SavingAccepted(
                        SAVING,
                        TASK,
                        Vnd.of(4_000_000),
                        List.of(new SavingPart(SavingPart.Receiver.HOST_INCOME, Vnd.of(4_000_000))),
                        Entries.id(SAVING.value(), 1),
                        DAY,
                        DAY,
                        SEEN,
                        postings(LedgerAccount.SAVED, 4_000_000)));
    }

    private static String entry(int number) {
        return Entries.id(REPORT.value(), number);
    }

    private static List<Posting> postings(LedgerAccount account, long amount) {
        return List.of(posting(account, amount), posting(account.counter(), -amount));
    }

    private static Posting posting(LedgerAccount account, long amount) {
        return new Posting(
                account,
                null,
                TASK,
                2025,
                FundSource.STATE_BUDGET,
                LineCategory.REMUNERATION,
                null,
                null,
                Vnd.of(amount));
    }
}
