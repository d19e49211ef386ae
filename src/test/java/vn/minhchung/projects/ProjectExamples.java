package vn.minhchung.projects;

import static vn.minhchung.projects.FundSource.COUNTERPART;
import static vn.minhchung.projects.FundSource.STATE_BUDGET;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.text.Certainty;
import vn.minhchung.projects.BarEvent.BarLifted;
import vn.minhchung.projects.BarEvent.BarPlaced;
import vn.minhchung.projects.DossierEvent.DossierAwaited;
import vn.minhchung.projects.DossierEvent.DossierNoLongerAwaited;
import vn.minhchung.projects.InvestigatorEvent.InvestigatorEngaged;
import vn.minhchung.projects.PastCell.Fragment;
import vn.minhchung.projects.ProjectCommand.RecordPastTask;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.ProjectEvent.ApprovalConfirmed;
import vn.minhchung.projects.ProjectEvent.ApprovedTaskRegistered;
import vn.minhchung.projects.ProjectEvent.ContractConfirmed;
import vn.minhchung.projects.ProjectEvent.ContractSigned;
import vn.minhchung.projects.ProjectEvent.PastTaskRecorded;
import vn.minhchung.projects.ProjectEvent.TaskCodeReissued;
import vn.minhchung.projects.ProjectEvent.TaskCorrected;
import vn.minhchung.projects.ProjectEvent.TaskPublished;
import vn.minhchung.projects.TaskCodeEvent.TaskCodeTaken;
import vn.minhchung.rules.TriggerKind;

/** Invented tasks, persons and organisations for tests of every layer. */
public final class ProjectExamples {
    public static final ProjectId TASK = project("longan");
    public static final OrganisationId DEPARTMENT = organisation("department");
    public static final OrganisationId HOST = organisation("host");
    public static final PersonId INVESTIGATOR = person("investigator");
    public static final PersonId SECRETARY = person("secretary");
    public static final PersonId HOST_HEAD = person("host head");
    public static final PersonId RECORDER = person("recorder");
    public static final PersonId SECOND = person("second");
    public static final String CODE = "ĐTKHCN.HY-01/2025";
    public static final String TITLE = "Nghiên cứu phân bón chuyên dùng cho nhãn chín muộn";
    public static final LocalDate APPROVED_ON = LocalDate.of(2025, 3, 10);
    public static final Vnd STATE = Vnd.of(900_000_000);
    public static final Vnd TOTAL = Vnd.of(1_000_000_000);

    public static final List<BudgetShare> BUDGET = List.of(
            new BudgetShare(STATE_BUDGET, LineCategory.REMUNERATION, 2025, Vnd.of(300_000_000)),
            new BudgetShare(STATE_BUDGET, LineCategory.MATERIALS, 2025, Vnd.of(200_000_000)),
            new BudgetShare(STATE_BUDGET, LineCategory.REMUNERATION, 2026, Vnd.of(400_000_000)),
            new BudgetShare(COUNTERPART, LineCategory.MATERIALS, 2026, Vnd.of(100_000_000)));

    public static final List<Trigger> TRIGGERS = List.of(
            new Trigger(TriggerKind.ORDER_LIST_APPROVED, LocalDate.of(2024, 7, 4), "2374/QĐ-UBND"),
            new Trigger(TriggerKind.CALL_PUBLISHED, LocalDate.of(2024, 8, 1), "51/TB-SKHCN"));

    public static final List<TranchePlan> TRANCHES = List.of(
            new TranchePlan(1, Vnd.of(450_000_000), null, LocalDate.of(2025, 4, 15)),
            new TranchePlan(2, Vnd.of(270_000_000), "Đã quyết toán từ 50% kinh phí tạm ứng đợt 1", null),
            new TranchePlan(3, Vnd.of(180_000_000), "Nghiệm thu đạt trở lên", null));

    private ProjectExamples() {}

    public static ProjectId project(String name) {
        return new ProjectId(Id.derived("project", name));
    }

    public static OrganisationId organisation(String name) {
        return new OrganisationId(Id.derived("organisation", name));
    }

    public static PersonId person(String name) {
        return new PersonId(Id.derived("person", name));
    }

    public static RegisterApprovedTask register() {
        return register(TASK, CODE, INVESTIGATOR);
    }

    public static RegisterApprovedTask register(ProjectId task, String code, PersonId investigator) {
        return new RegisterApprovedTask(
                task,
                code,
                DEPARTMENT,
                TITLE,
                TaskKind.DE_TAI,
                TaskLevel.TINH,
                HOST,
                investigator,
                List.of(new TaskMember(SECRETARY, TaskMember.Role.SECRETARY)),
                BUDGET,
                TOTAL,
                STATE,
                KhoanMode.TUNG_PHAN,
                24,
                LocalDate.of(2025, 4, 1),
                LocalDate.of(2027, 3, 31),
                TRIGGERS);
    }

    public static SignContract sign() {
        return new SignContract(TASK, "07/2025/HĐ-SKHCN", APPROVED_ON, STATE, DEPARTMENT, HOST_HEAD, TRANCHES);
    }

    /** As decided at once. */
    public static ApprovedTaskRegistered registered() {
        return registered(List.of());
    }

    /** As recorded from paper. */
    public static ApprovedTaskRegistered recorded() {
        return registered(List.of(RECORDER));
    }

    public static ApprovedTaskRegistered registered(List<PersonId> recordedBy) {
        List<Trigger> triggers =
                List.of(TRIGGERS.get(0), TRIGGERS.get(1), new Trigger(TriggerKind.APPROVAL, APPROVED_ON, null));
        return new ApprovedTaskRegistered(
                TASK,
                CODE,
                DEPARTMENT,
                APPROVED_ON,
                TITLE,
                TaskKind.DE_TAI,
                TaskLevel.TINH,
                HOST,
                INVESTIGATOR,
                List.of(new TaskMember(SECRETARY, TaskMember.Role.SECRETARY)),
                BUDGET,
                TOTAL,
                STATE,
                KhoanMode.TUNG_PHAN,
                24,
                LocalDate.of(2025, 4, 1),
                LocalDate.of(2027, 3, 31),
                triggers,
                pinnedWithoutVersions(triggers),
                recordedBy);
    }

    /** What a task pins where no rule version is in force. */
    private static List<PinnedRule> pinnedWithoutVersions(List<Trigger> triggers) {
        return List.of(
                new PinnedRule("advance.clearing", null, triggers.get(2)),
                new PinnedRule("advance.first", null, triggers.get(2)),
                new PinnedRule("advance.next", null, triggers.get(2)),
                new PinnedRule("experts.domestic", null, triggers.get(0)),
                new PinnedRule("experts.foreign", null, triggers.get(0)),
                new PinnedRule("extension.limit", null, triggers.get(2)),
                new PinnedRule("khoan.gate", null, triggers.get(2)),
                new PinnedRule("khoan.lines", null, triggers.get(2)),
                new PinnedRule("labour.coefficients", null, triggers.get(0)),
                new PinnedRule("labour.pi-ceiling", null, triggers.get(0)),
                new PinnedRule("management.cap", null, triggers.get(0)),
                new PinnedRule("norms.seminar", null, triggers.get(0)),
                new PinnedRule("norms.survey", null, triggers.get(0)),
                new PinnedRule("procedure", null, triggers.get(1)),
                new PinnedRule("refund.shares", null, triggers.get(2)),
                new PinnedRule("savings.accepted-task", null, triggers.get(2)),
                new PinnedRule("savings.split", null, triggers.get(2)),
                new PinnedRule("spending.counterpart", null, triggers.get(2)));
    }

    public static ApprovalConfirmed approvalConfirmed() {
        return new ApprovalConfirmed(TASK, HOST, BUDGET, TOTAL, STATE, SECOND);
    }

    public static ContractSigned contractSigned(List<PersonId> recordedBy) {
        return new ContractSigned(
                TASK,
                "07/2025/HĐ-SKHCN",
                APPROVED_ON,
                STATE,
                DEPARTMENT,
                person("director"),
                HOST,
                HOST_HEAD,
                TRANCHES,
                recordedBy);
    }

    public static ContractConfirmed contractConfirmed() {
        return new ContractConfirmed(TASK, "07/2025/HĐ-SKHCN", STATE, TRANCHES, SECOND);
    }

    public static TaskCodeReissued codeReissued() {
        return new TaskCodeReissued(
                TASK,
                CODE,
                DEPARTMENT,
                "ĐTKHCN.33-001/2025",
                organisation("merged department"),
                LocalDate.of(2025, 7, 1));
    }

    /** Two investigators in one cell, a start as precise as the source, an amount nobody can read for certain. */
    public static List<PastCell> pastCells(ProjectId task) {
        PersonId first = PastTasks.personOf(task, 0);
        PersonId second = PastTasks.personOf(task, 1);
        return List.of(
                cell(PastField.TITLE, "Nuôi cua biển  tại ven biển", "Nuôi cua biển tại ven biển", Certainty.EXACT),
                cell(PastField.KIND, "đề tài", "DE_TAI", Certainty.EXACT),
                cell(PastField.LEVEL, "tỉnh", "TINH", Certainty.EXACT),
                new PastCell(
                        PastField.PRINCIPAL_INVESTIGATOR,
                        "Chủ nhiệm",
                        List.of(
                                Fragment.text("ThS. "),
                                Fragment.person(new Sealed(first, "b3BhcXVlLTE=")),
                                Fragment.text("; TS. "),
                                Fragment.person(new Sealed(second, "b3BhcXVlLTI="))),
                        null,
                        Certainty.EXACT,
                        null),
                cell(PastField.START, "12/2015", "2015-12", Certainty.EXACT),
                cell(PastField.END, "2018", "2018", Certainty.EXACT),
                cell(PastField.TOTAL_BUDGET, "hơn 1,5 tỷ đồng", null, Certainty.UNCLEAR),
                cell(PastField.RATING, "Khá", "Khá", Certainty.EXACT),
                new PastCell(
                        PastField.OTHER,
                        "Xã",
                        List.of(Fragment.text("Liên Thành")),
                        "Liên Thành",
                        Certainty.EXACT,
                        null));
    }

    public static RecordPastTask recordPast() {
        ProjectId task = PastTasks.idOf("Báo cáo tổng kết", List.of("Nuôi cua biển  tại ven biển", "đề tài"));
        return new RecordPastTask(
                task, "Báo cáo tổng kết", "https://example.org/bao-cao", LocalDate.of(2025, 2, 1), pastCells(task));
    }

    public static PastTaskRecorded pastRecorded() {
        RecordPastTask command = recordPast();
        return new PastTaskRecorded(
                command.project(),
                command.sourceTitle(),
                command.sourceUrl(),
                command.retrievedOn(),
                null,
                "Nuôi cua biển tại ven biển",
                TaskKind.DE_TAI,
                TaskLevel.TINH,
                List.of(PastTasks.personOf(command.project(), 0), PastTasks.personOf(command.project(), 1)),
                PartialDate.parse("2015-12"),
                PartialDate.parse("2018"),
                "Khá",
                command.cells());
    }

    public static TaskCodeTaken codeTaken() {
        return new TaskCodeTaken(
                "code:" + DEPARTMENT.value().substring("organisation:".length()) + ":" + CODE, DEPARTMENT, CODE, TASK);
    }

    public static InvestigatorEngaged engaged() {
        return new InvestigatorEngaged(
                "pi:" + INVESTIGATOR.value().substring("person:".length()) + ":TINH",
                INVESTIGATOR,
                TaskLevel.TINH,
                TASK);
    }

    /** One of each kind: the golden samples. */
    public static List<DomainEvent> all() {
        return Stream.concat(
                        List.<DomainEvent>of(
                                recorded(),
                                approvalConfirmed(),
                                new TaskPublished(TASK, TITLE),
                                contractSigned(List.of(RECORDER)),
                                contractConfirmed(),
                                codeReissued(),
                                new BarPlaced(RECORDER.value(), TASK),
                                new BarLifted(RECORDER.value(), TASK),
                                new DossierAwaited(HOST.value(), TASK, LocalDate.of(2027, 3, 31)),
                                new DossierNoLongerAwaited(HOST.value(), TASK),
                                new TaskCorrected(TASK, "Nghiên cứu phân bón chuyên dùng cho nhản chín muộn", TITLE),
                                pastRecorded(),
                                codeTaken(),
                                engaged())
                                .stream(),
                        LifeExamples.all().stream())
                .toList();
    }

    private static PastCell cell(PastField field, String raw, @Nullable String reading, Certainty certainty) {
        return new PastCell(field, null, List.of(Fragment.text(raw)), reading, certainty, null);
    }
}
