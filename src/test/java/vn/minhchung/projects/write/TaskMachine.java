package vn.minhchung.projects.write;

import static vn.minhchung.projects.LifeExamples.*;
import static vn.minhchung.projects.ProjectExamples.*;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.LifeCommand;
import vn.minhchung.projects.LifeCommand.*;
import vn.minhchung.projects.LifeEvent.*;
import vn.minhchung.projects.ProjectCommand.ConfirmApproval;
import vn.minhchung.projects.ProjectCommand.ConfirmContract;
import vn.minhchung.projects.ProjectCommand.CorrectTask;
import vn.minhchung.projects.ProjectCommand.PublishTask;
import vn.minhchung.projects.ProjectCommand.RecordPastTask;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.ReissueTaskCode;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.PublicityKind;
import vn.minhchung.projects.TaskDecision;
import vn.minhchung.projects.TaskHold;
import vn.minhchung.projects.TaskState;
import vn.minhchung.states.StateMachine;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/**
 * What a task does in each of the situations of its life. It tells its own state until it is under contract; then its life
 * does.
 */
final class TaskMachine {
    private static final List<PersonId> RECORDERS = List.of(Decisions.person("recorder"));

    private static final TaskDecisionConfirmed GRADED =
            new TaskDecisionConfirmed(TASK, TaskDecision.GRADE, Decisions.person("second"));
    private static final List<DomainEvent> VALID =
            List.of(selfEvaluated(), dossierFiled(1), new AcceptanceDossierAccepted(TASK, 1));
    private static final List<DomainEvent> PASSED = and(VALID, graded(Grade.PASSED, RECORDERS), GRADED);
    private static final List<DomainEvent> FAILED = and(VALID, graded(Grade.FAILED, RECORDERS), GRADED);
    private static final List<DomainEvent> CORRECTED =
            and(PASSED, corrected(), new CorrectionsCertified(TASK, HOST_HEAD, DAY, "05/XN-HĐNT"));
    private static final List<DomainEvent> RECOGNISED = and(CORRECTED, registeredResults(), recognised(List.of()));
    private static final List<DomainEvent> SUSPENDED = List.of(suspensionProposed(), suspended(List.of()));
    private static final List<DomainEvent> INSPECTED = and(SUSPENDED, inspectionAnnounced(), inspectionHeld(DAY));

    /** What happened after the contract, by state. */
    private static final Map<String, List<DomainEvent>> STATES = new LinkedHashMap<>();

    static {
        STATES.put("CONTRACTED", List.of());
        STATES.put("REPORTED", List.of(reported(1)));
        STATES.put("ANNOUNCED", List.of(new InspectionAnnounced(TASK, 1, true, DAY, "Tiến độ")));
        STATES.put("EVALUATED", List.of(selfEvaluated()));
        STATES.put("PROPOSED", List.of(suspensionProposed()));
        STATES.put("SUSPENSION_RECORDED", List.of(suspensionProposed(), suspended(RECORDERS)));
        STATES.put("SUSPENDED", SUSPENDED);
        STATES.put("RESUMPTION_RECORDED", and(SUSPENDED, resumed(RECORDERS)));
        STATES.put("INSPECTED", INSPECTED);
        STATES.put("TERMINATION_RECORDED", and(INSPECTED, terminated(RECORDERS)));
        STATES.put("TERMINATED", and(INSPECTED, terminated(List.of())));
        STATES.put("TERMINATED_HANDED_OVER", and(INSPECTED, terminated(List.of()), handedOver(List.of())));
        STATES.put("DOSSIER_FILED", VALID.subList(0, 2));
        STATES.put("DOSSIER_VALID", VALID);
        STATES.put("DOSSIER_PROPOSED", and(VALID, suspensionProposed()));
        STATES.put("DOSSIER_SUSPENDED", and(VALID, suspensionProposed(), suspended(List.of())));
        STATES.put("GRADE_RECORDED", and(VALID, graded(Grade.PASSED, RECORDERS)));
        STATES.put("PASSED", PASSED);
        STATES.put("FAILED", FAILED);
        STATES.put("FAILED_HANDED_OVER", and(FAILED, handedOver(List.of())));
        STATES.put("CORRECTIONS_FILED", and(PASSED, corrected()));
        STATES.put("CORRECTED", CORRECTED);
        STATES.put("REGISTERED", and(CORRECTED, registeredResults()));
        STATES.put("RECOGNITION_RECORDED", and(CORRECTED, registeredResults(), recognised(RECORDERS)));
        STATES.put("RECOGNISED", RECOGNISED);
        STATES.put("HANDING_OVER_RECORDED", and(RECOGNISED, handedOver(RECORDERS)));
        STATES.put("HANDED_OVER", and(RECOGNISED, handedOver(List.of())));
        STATES.put("LIQUIDATION_RECORDED", and(RECOGNISED, handedOver(List.of()), liquidated(RECORDERS)));
        STATES.put("LIQUIDATED", and(RECOGNISED, handedOver(List.of()), liquidated(List.of())));
    }

    private TaskMachine() {}

    static StateMachine tasks() {
        StateMachine machine = StateMachine.of("task", "Task", TaskState.class, (fixture, _) -> state(fixture))
                .in(StateMachine.NONE, TaskMachine::in)
                .in("APPROVAL_RECORDED", () -> in(recorded()))
                .in("APPROVED", () -> in(registered()))
                .in("CONTRACT_RECORDED", () -> in(registered(), contractSigned(RECORDERS)));
        STATES.forEach((situation, past) -> machine.in(
                situation,
                () -> in(and(List.of(registered(), contractSigned(List.of())), past.toArray(DomainEvent[]::new))
                        .toArray(DomainEvent[]::new))));
        machine.in("PAST", () -> in(pastRecorded()));
        start(machine);
        life(machine);
        return machine.takes(
                LifeCommand.class,
                RegisterApprovedTask.class,
                ConfirmApproval.class,
                PublishTask.class,
                SignContract.class,
                ConfirmContract.class,
                ReissueTaskCode.class,
                CorrectTask.class,
                RecordPastTask.class);
    }

    private static @Nullable Object state(DecisionFixture fixture) {
        return fixture.ask(Project.class, TASK.value(), task -> {
            TaskState own = (TaskState) Objects.requireNonNull(StateMachine.field(task, "state"));
            return own == TaskState.CONTRACTED ? task.facts().state() : own;
        });
    }

    private static void start(StateMachine machine) {
        machine.sent(register(), LifeTest.COMMITTEE)
                .sent("recorded", register(), LifeTest.RECORDING)
                .sent(new ConfirmApproval(TASK), LifeTest.SECOND)
                .sent(new PublishTask(TASK), LifeTest.OFFICER)
                .sent(sign(), LifeTest.DIRECTOR)
                .sent("recorded", sign(), Decisions.recorded("recorder", Role.OFFICER, Role.DIRECTOR))
                .sent(new ConfirmContract(TASK), LifeTest.SECOND)
                .sent(
                        new ReissueTaskCode(TASK, "ĐTKHCN.02/2025", DEPARTMENT, LocalDate.of(2025, 7, 1)),
                        LifeTest.OFFICER)
                .sent(new CorrectTask(TASK, TITLE + " tại tỉnh"), LifeTest.OFFICER)
                .sent(past(), LifeTest.OFFICER);
    }

    private static RecordPastTask past() {
        RecordPastTask like = recordPast();
        return new RecordPastTask(TASK, like.sourceTitle(), like.sourceUrl(), like.retrievedOn(), like.cells());
    }

    private static void life(StateMachine machine) {
        machine.sent(new ProposeSuspension(TASK), LifeTest.OFFICER)
                .sent(new DeclineSuspension(TASK), LifeTest.DIRECTOR)
                .sent(new SuspendTask(TASK), LifeTest.DIRECTOR)
                .sent(new ResumeTask(TASK), LifeTest.DIRECTOR)
                .sent(new TerminateTask(TASK, Vnd.of(1), null, "x", "y"), LifeTest.COMMITTEE)
                .sent(new FilePeriodicReport(TASK, DAY, "21/BC", "x", List.of()), LifeTest.HOST_HEADS)
                .sent(new ReviewPeriodicReport(TASK, null), LifeTest.OFFICER)
                .sent(new AnnounceInspection(TASK, DAY, false, "x"), LifeTest.OFFICER)
                .sent(new RecordInspection(TASK, DAY, ATTENDANCE, "x"), LifeTest.minuted(LifeTest.OFFICER))
                .sent(new FileSelfEvaluation(TASK, Grade.PASSED, "15/BC"), LifeTest.HOST_HEADS)
                .sent(new FileAcceptanceDossier(TASK, PAPERS), LifeTest.HOST_HEADS)
                .sent(new CheckAcceptanceDossier(TASK, null), LifeTest.OFFICER)
                .sent(new RecordGrade(TASK, Grade.PASSED, DAY, HOST_HEAD, null, null), LifeTest.RECORDING)
                .sent(new FileCorrections(TASK, "30/GT", "x"), LifeTest.HOST_HEADS)
                .sent(new CertifyCorrections(TASK, HOST_HEAD, DAY, "05/XN"), LifeTest.OFFICER)
                .sent(new RecordCertificate(TASK, "0007/KQNC", DAY), LifeTest.OFFICER)
                .sent(new RecogniseResults(TASK), LifeTest.COMMITTEE)
                .sent(new HandOverAssets(TASK, DAY, ITEMS, "x"), LifeTest.COMMITTEE)
                .sent(new LiquidateContract(TASK, "07/TLHĐ", DAY, HOST_HEAD), LifeTest.DIRECTOR)
                .sent(new RecordPublicity(TASK, PublicityKind.RESULTS, DAY, null, "x"), LifeTest.OFFICER)
                .sent(new ConfirmTaskDecision(TASK), LifeTest.SECOND)
                .sent(new RejectTaskDecision(TASK), LifeTest.SECOND);
    }

    private static DecisionFixture in(DomainEvent... past) {
        return DecisionFixture.of(aggregates -> List.of(
                        new ProjectDesk(aggregates, new KnownRules(), new Everybody(null, null), (_, _) -> {}),
                        new LifeDesk(aggregates, new KnownRules(), new Everybody(null, null), new NoMoney())))
                .given(Project.class, TASK.value(), past);
    }

    private static List<DomainEvent> and(List<DomainEvent> before, DomainEvent... more) {
        return Stream.concat(before.stream(), Stream.of(more)).toList();
    }

    private static final class NoMoney implements TaskHold {
        @Override
        public void hold(ProjectId project) {
            // whether money is held is LifeTest's
        }

        @Override
        public void lift(ProjectId project) {
            // whether money is held is LifeTest's
        }
    }
}
