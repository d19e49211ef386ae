package vn.minhchung.oversight.process;

import static vn.minhchung.oversight.process.PlantedTask.million;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.EstimateEvent.EstimateApproved;
import vn.minhchung.budgets.EstimateEvent.MovedBetweenLines;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.NotAccepted;
import vn.minhchung.budgets.SavingLine;
import vn.minhchung.budgets.SavingPart;
import vn.minhchung.budgets.SavingPart.Receiver;
import vn.minhchung.budgets.SavingsEvent.SavingAccepted;
import vn.minhchung.budgets.SavingsEvent.SavingDeclared;
import vn.minhchung.budgets.SavingsEvent.SavingReturned;
import vn.minhchung.budgets.SettlementEvent.TaskSettlementFiled;
import vn.minhchung.budgets.SpendingEvent.SpendingAccepted;
import vn.minhchung.budgets.SpendingEvent.SpendingReported;
import vn.minhchung.budgets.SpendingEvent.SpendingReturned;
import vn.minhchung.budgets.SpendingItem;
import vn.minhchung.budgets.SpendingSum;
import vn.minhchung.budgets.SpendingVoucher;
import vn.minhchung.budgets.TaskBalance;
import vn.minhchung.budgets.TaskSpendingEvent.TaskSpendingAccepted;
import vn.minhchung.budgets.TaskSpendingEvent.TaskSpendingNoLongerAccepted;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.EstimateId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.SavingsReportId;
import vn.minhchung.kernel.SettlementId;
import vn.minhchung.kernel.SpendingReportId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.oversight.process.PlantedRecord.Act;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentOpinionRecorded;
import vn.minhchung.projects.AdjustmentOpinion;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.Labour;
import vn.minhchung.projects.LabourRole;
import vn.minhchung.projects.LifeEvent.ResultsRecognised;
import vn.minhchung.projects.LifeEvent.ResultsRegistered;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ReplacementCause;
import vn.minhchung.projects.Seminar;
import vn.minhchung.projects.Survey;
import vn.minhchung.projects.TermsEvent.InvestigatorReplaced;
import vn.minhchung.projects.TermsEvent.TaskBudgetAdjusted;

/** Estimates, spending and savings: questions 9, 10, 13, 14 and 17. */
final class PlantedSpending extends PlantedCases {
    private static final FundSource STATE = FundSource.STATE_BUDGET;

    PlantedSpending(PlantedRecord record, Map<String, int[]> planted) {
        super(record, 9, planted);
    }

    @Override
    void plant() {
        norms();
        labour();
        former();
        moves();
        opinions();
        counterpart();
        savings();
    }

    // estimates

    private static EstimateItem item(LineCategory line, FundSource source, boolean normed, Vnd amount) {
        return new EstimateItem(line, source, 2024, "nội dung", amount, normed, null, null, null, null, null);
    }

    private static EstimateItem item(LineCategory line, long millions) {
        return item(line, STATE, true, million(millions));
    }

    private Act estimate(List<EstimateItem> items, @Nullable String exception) {
        PlantedTask task = task();
        Act act = estimate(task, items, exception);
        task.close();
        return act;
    }

    private Act estimate(PlantedTask task, List<EstimateItem> items, @Nullable String exception) {
        LocalDate day = task.start.plusDays(3);
        EstimateId id = EstimateId.of(task.id);
        return record.add(
                day, id.value(), new EstimateApproved(id, task.id, 1, items, List.of(), Vnd.ZERO, exception, day));
    }

    private static List<EstimateItem> labour(LabourRole role, String coefficient, Vnd rate) {
        Labour labour = new Labour(null, role, coefficient, 2, null, rate);
        return List.of(new EstimateItem(
                LineCategory.REMUNERATION, STATE, 2024, "công", labour.amount(), true, labour, null, null, null, null));
    }

    /** One session of 30, 5 papers, 2 invited: 2 + 0.5 + 30 × 0.3 + 5 × 3 + 2 × 1.5 = 29.5 million. */
    private static List<EstimateItem> seminar(Vnd amount) {
        return List.of(new EstimateItem(
                LineCategory.SEMINARS_TRAVEL,
                STATE,
                2024,
                "hội thảo",
                amount,
                true,
                null,
                new Seminar(1, 30, 5, 2),
                null,
                null,
                null));
    }

    private static List<EstimateItem> survey(int indicators, long price) {
        Survey survey = new Survey(10, indicators, false, Vnd.of(price));
        return List.of(new EstimateItem(
                LineCategory.SURVEYS, STATE, 2024, "phiếu", survey.amount(), true, null, null, survey, null, null));
    }

    private static List<EstimateItem> lines(LineCategory base, long baseMillions, LineCategory line, Vnd amount) {
        return List.of(item(base, baseMillions), item(line, STATE, true, amount));
    }

    private void norms() {
        // 5 % of all state money: of 1,000 million 50
        Function<Vnd, List<EstimateItem>> management = amount -> List.of(
                item(LineCategory.OTHER, STATE, true, million(1_000).minus(amount)),
                item(LineCategory.MANAGEMENT, STATE, true, amount));
        violations("norms", 5, _ -> hit("norms", "NORM_MANAGEMENT", estimate(management.apply(dong(50, 1)), null)));
        inside("norms", 2, _ -> estimate(management.apply(million(50)), null));
        var rem = LineCategory.REMUNERATION;
        var domestic = LineCategory.DOMESTIC_EXPERTS;
        var foreign = LineCategory.FOREIGN_EXPERTS;
        violations(
                "norms",
                5,
                _ -> hit("norms", "NORM_DOMESTIC_EXPERTS", estimate(lines(rem, 300, domestic, dong(90, 1)), null)));
        inside("norms", 2, _ -> estimate(lines(rem, 300, domestic, million(90)), null));
        lawful("norms", 2, _ -> estimate(lines(rem, 300, domestic, million(120)), "cần chuyên gia đầu ngành"));
        violations(
                "norms",
                5,
                _ -> hit("norms", "NORM_FOREIGN_EXPERTS", estimate(lines(rem, 300, foreign, dong(150, 1)), " ")));
        inside("norms", 2, _ -> estimate(lines(rem, 300, foreign, million(150)), null));
        // the host's own money is bound by no norm
        lawful(
                "norms",
                2,
                _ -> estimate(
                        List.of(
                                item(rem, 300),
                                item(LineCategory.MANAGEMENT, FundSource.COUNTERPART, true, million(80)),
                                item(foreign, FundSource.COUNTERPART, true, million(400))),
                        null));
        violations(
                "norms",
                5,
                _ -> hit("norms", "NORM_LABOUR_RATE", estimate(labour(LabourRole.PRINCIPAL, "1", dong(40, 1)), null)));
        inside("norms", 2, _ -> estimate(labour(LabourRole.PRINCIPAL, "1", million(40)), null));
        violations(
                "norms",
                5,
                _ -> hit(
                        "norms",
                        "NORM_LABOUR_COEFFICIENT",
                        estimate(labour(LabourRole.MEMBER, "0.41", million(20)), null)));
        inside("norms", 2, _ -> estimate(labour(LabourRole.MEMBER, "0.4", million(20)), null));
        violations("norms", 5, _ -> hit("norms", "NORM_SEMINAR", estimate(seminar(Vnd.of(29_500_001)), null)));
        inside("norms", 2, _ -> estimate(seminar(Vnd.of(29_500_000)), null));
        violations("norms", 5, i -> hit("norms", "NORM_SURVEY", estimate(survey(29, 40_001 + i), null)));
        inside("norms", 2, i -> estimate(survey(29 + i, 40_000 + 10_000L * i), null));
    }

    // spending

    private SpendingItem work(PersonId person, LabourRole role, String coefficient, int months) {
        return new SpendingItem(
                LineCategory.REMUNERATION,
                STATE,
                "công",
                million(10),
                new SpendingVoucher("BL-" + person, LocalDate.of(2024, 1, 5), null, person, Vnd.ZERO),
                new Labour(person, role, coefficient, months, null, million(20)),
                null,
                null,
                null,
                null);
    }

    private SpendingReportId reported(PlantedTask task, LocalDate from, LocalDate to, SpendingItem item) {
        SpendingReportId report = new SpendingReportId("spending-report:" + unique());
        record.add(
                to.plusDays(5),
                report.value(),
                new SpendingReported(
                        report,
                        task.id,
                        task.host,
                        from,
                        to,
                        List.of(item),
                        item.amount(),
                        false,
                        List.of(),
                        "entry",
                        to,
                        to,
                        Evidence.DOCUMENT,
                        List.of()));
        return report;
    }

    private Act accepted(PlantedTask task, SpendingReportId report, LocalDate day, List<NotAccepted> notAccepted) {
        return record.add(
                day,
                report.value(),
                new SpendingAccepted(
                        report,
                        task.id,
                        task.host,
                        million(10),
                        million(10),
                        notAccepted,
                        "entry",
                        day,
                        day,
                        Evidence.DOCUMENT,
                        List.of()));
    }

    private Act spent(PlantedTask task, LocalDate from, LocalDate to, SpendingItem item, int acceptedAfter) {
        return accepted(task, reported(task, from, to, item), to.plusDays(acceptedAfter), List.of());
    }

    /** Six months at 0.6 in one task, and at another coefficient in a second task. */
    private Act both(String coefficient, LocalDate from, List<NotAccepted> notAccepted, boolean returned) {
        PlantedTask one = task();
        PlantedTask two = task();
        PersonId person = PlantedRecord.person(two.name + "-member");
        LocalDate first = LocalDate.of(2024, 1, 1);
        spent(one, first, LocalDate.of(2024, 6, 30), work(person, LabourRole.MEMBER, "0.6", 6), 10);
        LocalDate to = from.plusMonths(6).minusDays(1);
        SpendingReportId report = reported(two, from, to, work(person, LabourRole.MEMBER, coefficient, 6));
        one.close();
        two.close();
        if (returned)
            return record.add(
                    to.plusDays(20),
                    report.value(),
                    new SpendingReturned(
                            report,
                            two.id,
                            two.host,
                            million(10),
                            "trùng thời gian",
                            "entry",
                            to,
                            to,
                            Evidence.DOCUMENT,
                            List.of()));
        return accepted(two, report, to.plusDays(20), notAccepted);
    }

    private void labour() {
        LocalDate january = LocalDate.of(2024, 1, 1);
        violations("labour", 3, _ -> hit("labour", "LABOUR_OVERLOAD", both("0.41", january, List.of(), false)));
        violations(
                "labour",
                2,
                i -> hit("labour", "LABOUR_OVERLOAD", both("0.5", january.plusMonths(1 + i), List.of(), false)));
        inside("labour", 3, _ -> both("0.4", january, List.of(), false));
        inside("labour", 2, _ -> both("0.9", LocalDate.of(2024, 7, 1), List.of(), false));
        lawful("labour", 2, _ -> both("0.9", january, List.of(), true));
        lawful(
                "labour",
                2,
                _ -> both("0.9", january, List.of(new NotAccepted(1, million(10), "trùng thời gian")), false));
    }

    /** Replaced on 1 March 2024. */
    private Act replaced(LocalDate from, LabourRole role) {
        PlantedTask task = task();
        LocalDate day = LocalDate.of(2024, 3, 1);
        record.add(
                day,
                task.id.value(),
                new InvestigatorReplaced(
                        task.id,
                        new AdjustmentId("adjustment:" + task.name),
                        task.investigator,
                        PlantedRecord.person(task.name + "-pi2"),
                        ReplacementCause.OWN_REQUEST,
                        null));
        Act act = spent(task, from, from.plusMonths(3), work(task.investigator, role, "0.2", 3), 10);
        task.close();
        return act;
    }

    private void former() {
        LocalDate march = LocalDate.of(2024, 3, 1);
        violations(
                "labour",
                5,
                i -> hit("labour", "LABOUR_OF_FORMER_INVESTIGATOR", replaced(march.plusDays(i), LabourRole.PRINCIPAL)));
        inside("labour", 5, i -> replaced(march.minusDays(1 + i), LabourRole.PRINCIPAL));
        lawful("labour", 2, i -> replaced(march.plusDays(i), LabourRole.MEMBER));
    }

    // lines

    private static List<EstimateItem> budget(long materials, long management, long stationery, long counterpart) {
        return List.of(
                item(LineCategory.MATERIALS, STATE, false, million(materials)),
                item(LineCategory.REMUNERATION, 600 - materials - management - stationery),
                item(LineCategory.MANAGEMENT, management),
                item(LineCategory.STATIONERY, stationery),
                item(LineCategory.OTHER, FundSource.COUNTERPART, true, million(counterpart)));
    }

    private Act moved(KhoanMode khoan, List<EstimateItem> after) {
        PlantedTask task = draft();
        task.khoan = khoan;
        task.open();
        estimate(task, budget(100, 20, 30, 40), null);
        EstimateId id = EstimateId.of(task.id);
        LocalDate day = task.start.plusDays(60);
        Act act = record.add(
                day,
                id.value(),
                new MovedBetweenLines(
                        id,
                        task.id,
                        2,
                        after,
                        List.of(),
                        million(10),
                        "entry",
                        day,
                        day,
                        Evidence.DOCUMENT,
                        List.of()));
        task.close();
        return act;
    }

    private void moves() {
        violations(
                "line-moves",
                5,
                i -> hit("line-moves", "LINE_NOT_THE_HOSTS", moved(KhoanMode.TUNG_PHAN, budget(101 + i, 20, 30, 40))));
        violations(
                "line-moves",
                5,
                i -> hit("line-moves", "MANAGEMENT_CHANGED", moved(KhoanMode.TUNG_PHAN, budget(100, 21 + i, 30, 40))));
        inside("line-moves", 5, i -> moved(KhoanMode.TUNG_PHAN, budget(100, 20, 31 + i, 40)));
        // to the final product everything but management is the host's
        lawful("line-moves", 2, i -> moved(KhoanMode.CUOI_CUNG, budget(101 + i, 20, 30, 40)));
        lawful("line-moves", 2, i -> moved(KhoanMode.TUNG_PHAN, budget(100, 20, 30, 41 + i)));
    }

    private Act adjusted(long equipmentAfter, AdjustmentOpinion.@Nullable By opinion) {
        PlantedTask task = task();
        AdjustmentId id = new AdjustmentId("adjustment:" + task.name);
        LocalDate day = task.start.plusDays(90);
        if (opinion != null)
            record.add(
                    day.minusDays(5),
                    id.value(),
                    new AdjustmentOpinionRecorded(
                            id,
                            task.id,
                            task.host,
                            new AdjustmentOpinion(opinion, true, "12/BB-HĐ", day.minusDays(5)),
                            false));
        Act act = task.add(
                day,
                new TaskBudgetAdjusted(
                        task.id,
                        id,
                        2,
                        shares(700, 200),
                        shares(900 - equipmentAfter, equipmentAfter),
                        List.of(),
                        null,
                        null));
        task.close();
        return act;
    }

    private static List<BudgetShare> shares(long remuneration, long equipment) {
        return List.of(
                new BudgetShare(STATE, LineCategory.REMUNERATION, 2024, million(remuneration)),
                new BudgetShare(STATE, LineCategory.EQUIPMENT, 2024, million(equipment)));
    }

    private void opinions() {
        violations("line-moves", 3, i -> hit("line-moves", "INCREASE_WITHOUT_OPINION", adjusted(201 + i, null)));
        violations(
                "line-moves",
                2,
                i -> hit(
                        "line-moves",
                        "INCREASE_WITHOUT_OPINION",
                        adjusted(210 + i, AdjustmentOpinion.By.ORDERING_UNIT)));
        inside("line-moves", 5, i -> adjusted(200 - i, null));
        lawful(
                "line-moves",
                2,
                i -> adjusted(250, i == 0 ? AdjustmentOpinion.By.COUNCIL : AdjustmentOpinion.By.EXPERTS));
    }

    // what the task spent in all

    private static SpendingSum sum(FundSource source, LineCategory line, Vnd amount) {
        return new SpendingSum(source, line, amount);
    }

    private SpendingReportId sums(PlantedTask task, LocalDate day, List<SpendingSum> sums) {
        SpendingReportId report = new SpendingReportId("spending-report:" + unique());
        record.add(day, "task-spending:" + task.name, new TaskSpendingAccepted(task.id, report, sums));
        return report;
    }

    private Act settled(PlantedTask task) {
        SettlementId id = new SettlementId("settlement:" + task.name);
        LocalDate day = task.end.plusDays(60);
        return record.add(
                day,
                id.value(),
                new TaskSettlementFiled(
                        id,
                        task.id,
                        task.host,
                        true,
                        new TaskBalance(million(900), million(600), million(600), million(600), Vnd.ZERO, Vnd.ZERO),
                        List.of(),
                        million(600),
                        "BC-QT",
                        day));
    }

    /** 300 million promised beside 900 of the state. */
    private Act matched(long promised, Vnd stateSpent, Vnd otherSpent, @Nullable Vnd takenBack) {
        PlantedTask task = draft();
        task.otherMillions = promised;
        task.open();
        LocalDate day = task.end.plusDays(30);
        SpendingReportId report = sums(
                task,
                day,
                List.of(
                        sum(STATE, LineCategory.REMUNERATION, stateSpent),
                        sum(FundSource.COUNTERPART, LineCategory.MATERIALS, otherSpent)));
        if (takenBack != null)
            record.add(
                    day.plusDays(3),
                    "task-spending:" + task.name,
                    new TaskSpendingNoLongerAccepted(
                            task.id, report, List.of(sum(STATE, LineCategory.REMUNERATION, takenBack))));
        Act act = settled(task);
        task.close();
        return act;
    }

    private void counterpart() {
        violations(
                "counterpart",
                5,
                i -> hit("counterpart", "COUNTERPART_SHORT", matched(300, million(600), dong(200, -1 - i), null)));
        inside("counterpart", 5, i -> matched(300, million(600), dong(200, i), null));
        lawful("counterpart", 2, _ -> matched(0, million(600), Vnd.ZERO, null));
        lawful("counterpart", 2, _ -> matched(300, million(700), million(200), million(100)));
    }

    // savings: 900 million of remuneration or of equipment, 850 of it spent

    private Act saved(
            LineCategory line,
            Vnd asked,
            Vnd notDone,
            boolean hostFund,
            @Nullable Grade grade,
            List<SavingPart> parts) {
        PlantedTask task = draft();
        task.approve(task.start, List.of(new BudgetShare(STATE, line, task.start.getYear(), million(900))));
        task.contract();
        LocalDate day = june(task.end);
        if (grade != null) {
            task.graded(day, grade);
            task.add(day.plusDays(9), new ResultsRegistered(task.id, "GCN", day.plusDays(9)));
            task.add(day.plusDays(11), new ResultsRecognised(task.id, day.plusDays(11), List.of()));
        }
        sums(task, day, List.of(sum(STATE, line, million(850))));
        SavingsReportId id = new SavingsReportId("savings-report:" + task.name);
        record.add(
                day.plusDays(20),
                id.value(),
                new SavingDeclared(
                        id,
                        task.id,
                        task.host,
                        List.of(new SavingLine(line, task.start.getYear(), true, asked, notDone)),
                        asked,
                        hostFund,
                        true,
                        List.of(),
                        day.plusDays(20)));
        task.close();
        if (parts.isEmpty())
            return record.add(
                    day.plusDays(25), id.value(), new SavingReturned(id, task.id, task.host, "chưa nghiệm thu"));
        return record.add(
                day.plusDays(25),
                id.value(),
                new SavingAccepted(
                        id,
                        task.id,
                        asked,
                        parts,
                        "entry",
                        day.plusDays(25),
                        day.plusDays(25),
                        Evidence.DOCUMENT,
                        List.of()));
    }

    private static List<SavingPart> to(Receiver one, Vnd amount, Receiver other, Vnd rest) {
        List<SavingPart> parts = new ArrayList<>();
        parts.add(new SavingPart(one, amount));
        if (rest.isPositive()) parts.add(new SavingPart(other, rest));
        return parts;
    }

    private void savings() {
        var rem = LineCategory.REMUNERATION;
        var equipment = LineCategory.EQUIPMENT;
        List<SavingPart> ten = to(Receiver.HOST_INCOME, million(10), Receiver.HOST_FUND, Vnd.ZERO);
        violations(
                "savings",
                5,
                _ -> hit("savings", "SAVING_NOT_PASSED", saved(rem, million(10), Vnd.ZERO, true, null, ten)));
        inside("savings", 2, _ -> saved(rem, million(10), Vnd.ZERO, true, Grade.PASSED, ten));
        lawful("savings", 2, _ -> saved(rem, million(10), Vnd.ZERO, true, null, List.of()));
        // 50 left, 30 of it work not done
        violations(
                "savings",
                5,
                _ -> hit(
                        "savings",
                        "SAVING_NOT_LEFT",
                        saved(
                                rem,
                                dong(20, 1),
                                million(30),
                                true,
                                Grade.PASSED,
                                to(Receiver.HOST_INCOME, dong(20, 1), Receiver.HOST_FUND, Vnd.ZERO))));
        inside(
                "savings",
                5,
                _ -> saved(
                        rem,
                        million(20),
                        million(30),
                        true,
                        Grade.EXCELLENT,
                        to(Receiver.HOST_INCOME, million(20), Receiver.HOST_FUND, Vnd.ZERO)));
        // outside the lump sum half goes to the host's fund
        violations(
                "savings",
                5,
                _ -> hit(
                        "savings",
                        "SAVING_HOST_SHARE",
                        saved(
                                equipment,
                                million(20),
                                Vnd.ZERO,
                                true,
                                Grade.PASSED,
                                to(Receiver.HOST_FUND, dong(10, 1), Receiver.SCIENCE_FUND, dong(10, -1)))));
        inside(
                "savings",
                5,
                _ -> saved(
                        equipment,
                        million(20),
                        Vnd.ZERO,
                        true,
                        Grade.PASSED,
                        to(Receiver.HOST_FUND, million(10), Receiver.SCIENCE_FUND, million(10))));
        lawful(
                "savings",
                2,
                _ -> saved(
                        equipment,
                        million(20),
                        Vnd.ZERO,
                        false,
                        Grade.PASSED,
                        to(Receiver.SCIENCE_FUND, million(20), Receiver.STATE_BUDGET, Vnd.ZERO)));
    }
}
