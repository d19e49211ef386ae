package vn.minhchung.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.SpendingCommand.AcceptSpendingReport;
import vn.minhchung.budgets.SpendingCommand.FileSpendingReport;
import vn.minhchung.budgets.SpendingItem;
import vn.minhchung.budgets.SpendingVoucher;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.budgets.VolumeCommand.DrawUpVolume;
import vn.minhchung.budgets.VolumeCommand.SignVolumeFirst;
import vn.minhchung.budgets.VolumeCommand.SignVolumeSecond;
import vn.minhchung.budgets.VolumeRow;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.demo.Story;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.SpendingReportId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.people.PersonCommand.RegisterPerson;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LifeCommand.AnnounceInspection;
import vn.minhchung.projects.LifeCommand.CertifyCorrections;
import vn.minhchung.projects.LifeCommand.CheckAcceptanceDossier;
import vn.minhchung.projects.LifeCommand.ConfirmTaskDecision;
import vn.minhchung.projects.LifeCommand.FileAcceptanceDossier;
import vn.minhchung.projects.LifeCommand.FileCorrections;
import vn.minhchung.projects.LifeCommand.FilePeriodicReport;
import vn.minhchung.projects.LifeCommand.FileSelfEvaluation;
import vn.minhchung.projects.LifeCommand.RecogniseResults;
import vn.minhchung.projects.LifeCommand.RecordCertificate;
import vn.minhchung.projects.LifeCommand.RecordGrade;
import vn.minhchung.projects.LifeCommand.RecordPublicity;
import vn.minhchung.projects.LifeCommand.ReviewPeriodicReport;
import vn.minhchung.projects.LifeExamples;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.PublicityKind;
import vn.minhchung.projects.Quantity;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.TranchePlan;
import vn.minhchung.projects.Trigger;
import vn.minhchung.rules.TriggerKind;

/** The two years of one task, month by month: what really is done about it, by the real commands. */
final class ProvinceTask {
    static final int MONTHS = 24;
    private static final String WHY = "Theo tiến độ nhiệm vụ";
    private static final int INSTALMENTS = 5;
    private static final Vnd INSTALMENT = new Vnd(200_000_000);
    /** Half of the contract is drawn here; completed work is measured for each clearing and each further advance. */
    private static final int OF_CONTRACT = 2 * INSTALMENTS;

    private static final Vnd STATE = new Vnd(INSTALMENT.amount() * OF_CONTRACT);
    private static final int BETWEEN_INSTALMENTS = 4;

    private final Story story;
    private final int number;
    private final Provinces.Money money;
    private final ProjectId project;
    private final int firstMonth;

    /** @param firstMonth counted from the first of the province */
    ProvinceTask(Story story, int number, int firstMonth, Provinces.Money money) {
        this.story = story;
        this.number = number;
        this.firstMonth = firstMonth;
        this.money = money;
        this.project = new ProjectId(Id.derived("project", "province", Integer.toString(number)));
    }

    ProjectId project() {
        return project;
    }

    boolean livesIn(int month) {
        return month >= firstMonth && month <= firstMonth + MONTHS;
    }

    /** Whether an advance is drawn in that month: its share of the year's money is given to it before. */
    boolean draws(int month) {
        int age = month - firstMonth;
        return age % BETWEEN_INSTALMENTS == 1 && age / BETWEEN_INSTALMENTS < INSTALMENTS;
    }

    AllocateToTask share(LocalDate day) {
        return new AllocateToTask(money.appropriation(day.getYear(), number), project, INSTALMENT);
    }

    /** @param month counted from the first of the province */
    void live(int month, LocalDate day) {
        int age = month - firstMonth;
        int instalment = age / BETWEEN_INSTALMENTS + 1;
        if (age == 0) begin(day);
        if (draws(month)) advance(instalment, day);
        if (instalment <= INSTALMENTS && age % BETWEEN_INSTALMENTS == 3) settle(instalment, day);
        if (age > 0 && age % 6 == 0 && age < 24) report(age / 6, day);
        if (age == 10) inspection(day);
        if (age == MONTHS - 2) evaluated(day);
        if (age == MONTHS) completed(day);
    }

    private void begin(LocalDate day) {
        PersonId investigator = new PersonId(Id.derived("person", "province", Integer.toString(number)));
        as(Cast.OFFICER)
                .does(new RegisterPerson(
                        investigator, story.seal(investigator, "Chủ Nhiệm " + number), null, null, null, null));
        paper(Cast.COMMITTEE, LegalBasis.Kind.DECISION, number + "/QĐ-UBND", day)
                .does(new RegisterApprovedTask(
                        project,
                        "ĐTKHCN.T-%04d".formatted(number),
                        Organisation.DEPARTMENT.id(),
                        "Nhiệm vụ khoa học và công nghệ cấp tỉnh số " + number,
                        TaskKind.DE_TAI,
                        TaskLevel.TINH,
                        Organisation.HOST.id(),
                        investigator,
                        List.of(),
                        List.of(new BudgetShare(FundSource.STATE_BUDGET, LineCategory.MATERIALS, day.getYear(), STATE)),
                        STATE,
                        STATE,
                        KhoanMode.TUNG_PHAN,
                        MONTHS,
                        day,
                        day.plusMonths(MONTHS).minusDays(1),
                        List.of(
                                new Trigger(TriggerKind.ORDER_LIST_APPROVED, day.minusMonths(3), "1/QĐ"),
                                new Trigger(TriggerKind.CALL_PUBLISHED, day.minusMonths(2), "1/TB"))));
        paper(Cast.DIRECTOR, LegalBasis.Kind.DECISION, number + "/QĐ-SKHCN", day)
                .does(new SignContract(
                        project,
                        "%d/HĐ-SKHCN".formatted(number),
                        day,
                        STATE,
                        Organisation.DEPARTMENT.id(),
                        Cast.HOST_HEAD.person(),
                        IntStream.rangeClosed(1, OF_CONTRACT)
                                .mapToObj(n -> new TranchePlan(n, INSTALMENT, WHY, day.plusMonths(2L * n)))
                                .toList()));
    }

    private void advance(int instalment, LocalDate day) {
        AppropriationId appropriation = money.appropriation(day.getYear(), number);
        TreasuryPaperId paper = paper(instalment, "advance");
        as(Cast.ACCOUNTANT)
                .does(new PrepareWithdrawal(
                        paper,
                        null,
                        project,
                        appropriation,
                        "GR-%d-%d".formatted(number, instalment),
                        day.getYear(),
                        instalment,
                        List.of(line("Tạm ứng nguyên vật liệu")),
                        INSTALMENT,
                        money.depositAccount(),
                        instalment == 1 ? null : measured(instalment, "advance", day),
                        null));
        booked(paper, "A%d-%d".formatted(number, instalment), day);
        as(Cast.HOST_ACCOUNTANT).does(new ConfirmReceipt(paper, day));
    }

    /** What was spent is reported and accepted, the work measured, the advance cleared. */
    private void settle(int instalment, LocalDate day) {
        SpendingReportId report = new SpendingReportId(
                Id.derived("spending-report", "province", Integer.toString(number), Integer.toString(instalment)));
        SpendingItem spent = new SpendingItem(
                LineCategory.MATERIALS,
                FundSource.STATE_BUDGET,
                "Vật tư theo hợp đồng",
                INSTALMENT,
                new SpendingVoucher(
                        "HĐ-%d-%d".formatted(number, instalment),
                        day.minusDays(5),
                        "Công ty Vật tư Thử nghiệm",
                        null,
                        Vnd.ZERO),
                null,
                null,
                null,
                null,
                new Quantity("1", "gói", INSTALMENT));
        as(Cast.HOST_ACCOUNTANT)
                .does(new FileSpendingReport(
                        report, project, day.minusMonths(2), day.minusDays(1), List.of(spent), INSTALMENT, false));
        as(Cast.CHIEF_ACCOUNTANT).does(new AcceptSpendingReport(report, null));
        TreasuryPaperId paper = paper(instalment, "clearing");
        as(Cast.ACCOUNTANT)
                .does(new PrepareClearing(
                        paper,
                        paper(instalment, "advance"),
                        "TT-%d-%d".formatted(number, instalment),
                        List.of(line("Thanh toán nguyên vật liệu")),
                        INSTALMENT,
                        measured(instalment, "clearing", day),
                        null));
        booked(paper, "T%d-%d".formatted(number, instalment), day);
    }

    /** A table of completed work with both signatures, for one paper to rest on. */
    private VolumeId measured(int instalment, String what, LocalDate day) {
        VolumeId volume = new VolumeId(
                Id.derived("volume", "province", Integer.toString(number), Integer.toString(instalment), what));
        as(Cast.OFFICER)
                .does(new DrawUpVolume(
                        volume,
                        project,
                        Organisation.DEPARTMENT.id(),
                        "KL-%d-%d-%s".formatted(number, instalment, what),
                        instalment,
                        day,
                        day,
                        List.of(new VolumeRow("Nguyên vật liệu", INSTALMENT, INSTALMENT)),
                        INSTALMENT,
                        null));
        as(Cast.CHIEF_ACCOUNTANT).does(new SignVolumeSecond(volume));
        as(Cast.DIRECTOR).does(new SignVolumeFirst(volume));
        return volume;
    }

    private void booked(TreasuryPaperId paper, String voucher, LocalDate day) {
        as(Cast.CHIEF_ACCOUNTANT).does(new SignSecond(paper));
        as(Cast.DIRECTOR).does(new SignFirst(paper));
        as(Cast.ACCOUNTANT).does(new SendToTreasury(paper));
        paper(Cast.ACCOUNTANT, LegalBasis.Kind.TREASURY_VOUCHER, voucher, day)
                .does(new RecordExecution(paper, voucher, day, null));
        as(Cast.CHIEF_ACCOUNTANT).does(new ConfirmTreasuryFact(paper));
    }

    private void report(int which, LocalDate day) {
        as(Cast.HOST_HEAD)
                .does(new FilePeriodicReport(
                        project, day.minusDays(1), "%d/BCĐK-%d".formatted(number, which), WHY, List.of()));
        as(Cast.OFFICER).does(new ReviewPeriodicReport(project, null));
    }

    private void inspection(LocalDate day) {
        paper(Cast.OFFICER, LegalBasis.Kind.LETTER, number + "/TB-SKHCN", day)
                .does(new AnnounceInspection(project, day.plusDays(14), true, "Tiến độ và sử dụng kinh phí"));
        as(Cast.HOST_HEAD)
                .does(new RecordPublicity(project, PublicityKind.TASK_INFORMATION, day, null, "Bảng tin của đơn vị"));
    }

    private void evaluated(LocalDate day) {
        as(Cast.HOST_HEAD).does(new FileSelfEvaluation(project, Grade.PASSED, number + "/BC-TĐG"));
        as(Cast.HOST_HEAD).does(new FileAcceptanceDossier(project, LifeExamples.PAPERS));
        as(Cast.OFFICER).does(new CheckAcceptanceDossier(project, null));
        paper(Cast.OFFICER, LegalBasis.Kind.MINUTES, number + "/BB-HĐNT", day)
                .recordingFor(Cast.COMMITTEE.person(), Role.COMMITTEE, "Chủ tịch UBND tỉnh", day, number + "/BB-HĐNT")
                .does(new RecordGrade(project, Grade.PASSED, day, Cast.INVESTIGATOR2.person(), null, null));
        as(Cast.REGISTRAR).does(new ConfirmTaskDecision(project));
    }

    private void completed(LocalDate day) {
        as(Cast.HOST_HEAD).does(new FileCorrections(project, number + "/GT", "Đã hoàn thiện theo kết luận"));
        paper(Cast.OFFICER, LegalBasis.Kind.LETTER, number + "/XN-HĐNT", day)
                .does(new CertifyCorrections(project, Cast.INVESTIGATOR2.person(), day, number + "/XN-HĐNT"));
        paper(Cast.REGISTRAR, LegalBasis.Kind.LETTER, number + "/GCN", day)
                .does(new RecordCertificate(project, number + "/KQNC", day));
        paper(Cast.COMMITTEE, LegalBasis.Kind.DECISION, number + "/QĐ-CN", day).does(new RecogniseResults(project));
    }

    private Story.As as(Cast who) {
        return story.as(who).because(WHY);
    }

    private Story.As paper(Cast who, LegalBasis.Kind kind, String document, LocalDate day) {
        return as(who).under(kind, document, Organisation.DEPARTMENT.fullName(), day);
    }

    private TreasuryPaperId paper(int instalment, String kind) {
        return new TreasuryPaperId(
                Id.derived("paper", "province", Integer.toString(number), Integer.toString(instalment), kind));
    }

    private static TreasuryPaperLine line(String content) {
        return new TreasuryPaperLine(LineCategory.MATERIALS, "7017", FundSource.STATE_BUDGET, INSTALMENT, content);
    }
}
