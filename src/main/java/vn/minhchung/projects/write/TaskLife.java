package vn.minhchung.projects.write;

import static vn.minhchung.projects.TaskState.ASSESSED;
import static vn.minhchung.projects.TaskState.CONTRACTED;
import static vn.minhchung.projects.TaskState.CORRECTED;
import static vn.minhchung.projects.TaskState.DOSSIER_FILED;
import static vn.minhchung.projects.TaskState.LIQUIDATED;
import static vn.minhchung.projects.TaskState.RECOGNISED;
import static vn.minhchung.projects.TaskState.SETTLED;
import static vn.minhchung.projects.TaskState.SUSPENDED;
import static vn.minhchung.projects.TaskState.TERMINATED;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.LifeCommand;
import vn.minhchung.projects.LifeCommand.*;
import vn.minhchung.projects.LifeEvent;
import vn.minhchung.projects.LifeEvent.*;
import vn.minhchung.projects.TaskDecision;
import vn.minhchung.projects.TaskState;

/**
 * The life of a task under contract. It runs, with reports and inspections, until its acceptance dossier is filed; is graded;
 * and ends one of two ways (domain notes 1.11.1): completed (corrections, certificate, recognition, assets, liquidation), or
 * failed (terminated after a suspension, or graded Không đạt: assets, liquidation). Its settlement is the last of it. One decision at a time waits for its
 * second person; until then nothing that changes where the task stands is decided.
 */
final class TaskLife {
    private TaskState stage = CONTRACTED;
    /** Before its term; liquidation comes after, and does not undo it. */
    private boolean ended;

    private @Nullable Decided pending;
    private final Stops stops = new Stops();
    private final Reporting reporting = new Reporting();
    private final Acceptance acceptance = new Acceptance();
    private final Completion completion = new Completion();

    /** Where the task stands by what holds: a recorded decision changes nothing before it is confirmed. */
    TaskState state() {
        return stops.suspended() ? SUSPENDED : stage;
    }

    /** Money stands still from the record of a suspension on, not only from its confirmation. */
    boolean held() {
        return stops.suspended() || (pending != null && pending.decision() == TaskDecision.SUSPENSION);
    }

    @Nullable
    LocalDate stoppedOn() {
        return stops.stoppedOn();
    }

    boolean terminated() {
        return ended;
    }

    boolean liquidated() {
        return stage == LIQUIDATED || stage == SETTLED;
    }

    /** Its money is settled; decided by the module that keeps it. @throws Refusal WRONG_STATE, PROVISIONAL */
    TaskSettled settle(ProjectId project, LocalDate noticedOn) {
        if (stage != LIQUIDATED) throw Refusal.of(ErrorCode.WRONG_STATE, "state", state(), "needed", LIQUIDATED);
        if (pending != null) throw Refusal.of(ErrorCode.PROVISIONAL, "decision", pending.decision());
        return new TaskSettled(project, noticedOn);
    }

    @Nullable
    TaskGraded grade() {
        return acceptance.grade();
    }

    @Nullable
    TaskDecision pending() {
        return pending == null ? null : pending.decision();
    }

    private boolean failed() {
        TaskGraded grade = acceptance.grade();
        return ended || (grade != null && grade.grade() == Grade.FAILED);
    }

    /** The states in which a command may be sent at all; what else it needs its own decision says. */
    static Set<TaskState> states(LifeCommand command) {
        return switch (command) {
            case ProposeSuspension _,
                    DeclineSuspension _,
                    SuspendTask _,
                    RecordGrade _,
                    FileSelfEvaluation _,
                    FileAcceptanceDossier _ -> EnumSet.of(CONTRACTED, DOSSIER_FILED);
            case ResumeTask _, TerminateTask _ -> EnumSet.of(SUSPENDED);
            // a suspended task reports what was done, and is inspected
            case FilePeriodicReport _, ReviewPeriodicReport _, AnnounceInspection _, RecordInspection _ ->
                EnumSet.of(CONTRACTED, SUSPENDED, DOSSIER_FILED);
            case CheckAcceptanceDossier _ -> EnumSet.of(DOSSIER_FILED);
            case FileCorrections _, CertifyCorrections _ -> EnumSet.of(ASSESSED);
            case RecordCertificate _, RecogniseResults _ -> EnumSet.of(CORRECTED);
            case HandOverAssets _, LiquidateContract _ -> EnumSet.of(RECOGNISED, ASSESSED, TERMINATED);
            // of every task under contract, whatever became of it
            case RecordPublicity _, ConfirmTaskDecision _, RejectTaskDecision _ ->
                EnumSet.complementOf(EnumSet.of(TaskState.APPROVAL_RECORDED, TaskState.APPROVED, TaskState.PAST));
        };
    }

    LifeEvent decide(LifeCommand command, LifeCase on) {
        requireNotFailed(command);
        if (!states(command).contains(state()))
            throw Refusal.of(ErrorCode.WRONG_STATE, "state", state(), "needed", states(command));
        if (pending != null && !besides(command))
            throw Refusal.of(ErrorCode.PROVISIONAL, "decision", pending.decision());
        return switch (command) {
            case ProposeSuspension c -> stops.decide(c, on);
            case DeclineSuspension c -> stops.decide(c, on);
            case SuspendTask c -> stops.decide(c, on);
            case ResumeTask c -> stops.decide(c, on);
            case TerminateTask c -> stops.decide(c, reporting, on);
            case FilePeriodicReport c -> reporting.decide(c, on);
            case ReviewPeriodicReport c -> reporting.decide(c, on);
            case AnnounceInspection c -> reporting.decide(c, on);
            case RecordInspection c -> reporting.decide(c, on);
            case FileSelfEvaluation c -> acceptance.decide(c, on);
            case FileAcceptanceDossier c -> acceptance.decide(c, on);
            case CheckAcceptanceDossier c -> acceptance.decide(c, on);
            case RecordGrade c -> acceptance.decide(c, on);
            case FileCorrections c -> acceptance.decide(c, on);
            case CertifyCorrections c -> acceptance.decide(c, on);
            case RecordCertificate c -> completion.decide(c, on);
            case RecogniseResults c -> completion.decide(c, on);
            case HandOverAssets c -> {
                requireEnded();
                yield completion.decide(c, on);
            }
            case LiquidateContract c -> {
                requireEnded();
                yield completion.decide(c, failed(), on);
            }
            case RecordPublicity c -> Completion.decide(c, on);
            case ConfirmTaskDecision c -> {
                Decided recorded = requirePending(on);
                yield new TaskDecisionConfirmed(
                        c.project(), recorded.decision(), on.decision().person());
            }
            case RejectTaskDecision c -> {
                Decided recorded = requirePending(on);
                yield new TaskDecisionRejected(c.project(), recorded.decision(), on.requireReason());
            }
        };
    }

    /** A failed task is not corrected, registered or recognised. */
    private void requireNotFailed(LifeCommand command) {
        if (!failed()) return;
        switch (command) {
            case FileCorrections _, CertifyCorrections _, RecordCertificate _, RecogniseResults _ ->
                throw Refusal.of(ErrorCode.TASK_FAILED, "state", state());
            case ProposeSuspension _,
                    DeclineSuspension _,
                    SuspendTask _,
                    ResumeTask _,
                    TerminateTask _,
                    FilePeriodicReport _,
                    ReviewPeriodicReport _,
                    AnnounceInspection _,
                    RecordInspection _,
                    FileSelfEvaluation _,
                    FileAcceptanceDossier _,
                    CheckAcceptanceDossier _,
                    RecordGrade _,
                    HandOverAssets _,
                    LiquidateContract _,
                    RecordPublicity _,
                    ConfirmTaskDecision _,
                    RejectTaskDecision _ -> {
                // their states say when
            }
        }
    }

    /** Assets go and the contract ends once the task is recognised, or has failed. */
    private void requireEnded() {
        if (stage == ASSESSED && !failed())
            throw Refusal.of(ErrorCode.WRONG_STATE, "state", state(), "needed", EnumSet.of(RECOGNISED, TERMINATED));
    }

    /** What neither waits for a decision nor changes where the task stands. */
    private static boolean besides(LifeCommand command) {
        return command instanceof ConfirmTaskDecision
                || command instanceof RejectTaskDecision
                || command instanceof FilePeriodicReport
                || command instanceof ReviewPeriodicReport
                || command instanceof AnnounceInspection
                || command instanceof RecordInspection
                || command instanceof RecordPublicity;
    }

    private Decided requirePending(LifeCase on) {
        Decided recorded = pending;
        if (recorded == null) throw Refusal.of(ErrorCode.ALREADY_CONFIRMED);
        on.requireSecond(recorded.recordedBy());
        return recorded;
    }

    void evolve(LifeEvent event) {
        switch (event) {
            case SuspensionProposed _ -> stops.proposed(true);
            case SuspensionDeclined _ -> stops.proposed(false);
            case Decided e -> {
                if (e.provisional()) pending = e;
                else holds(e);
            }
            case TaskDecisionConfirmed _ -> {
                Decided recorded = pending;
                pending = null;
                if (recorded != null) holds(recorded);
            }
            case TaskDecisionRejected _ -> pending = null;
            case OfReporting e -> reporting.evolve(e);
            case OfAcceptance e -> {
                if (e instanceof AcceptanceDossierFiled) stage = DOSSIER_FILED;
                if (e instanceof CorrectionsCertified) stage = CORRECTED;
                acceptance.evolve(e);
            }
            case ResultsRegistered e -> completion.registered(e);
            case TaskSettled _ -> stage = SETTLED;
            case PublicityRecorded _ -> {
                // nothing is decided on it
            }
        }
    }

    private void holds(Decided decided) {
        switch (decided) {
            case TaskSuspended e -> stops.suspended(e);
            case TaskResumed _ -> stops.resumed();
            case TaskTerminated _ -> {
                stops.ended();
                ended = true;
                stage = TERMINATED;
            }
            case TaskGraded e -> {
                stage = ASSESSED;
                acceptance.graded(e);
            }
            case ResultsRecognised _ -> stage = RECOGNISED;
            case AssetsHandedOver _ -> completion.handedOver();
            case ContractLiquidated _ -> stage = LIQUIDATED;
        }
    }
}
