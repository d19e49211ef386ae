package vn.minhchung.budgets.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.budgets.WaitingTask;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.LifeEvent;
import vn.minhchung.projects.LifeEvent.*;
import vn.minhchung.projects.PublicityKind;
import vn.minhchung.projects.TaskDecision;
import vn.minhchung.projects.TermsEvent;
import vn.minhchung.projects.TermsEvent.*;

/** Whom a task under contract waits for. A key is the task and the strand of its life the step belongs to. */
final class LifeSteps {
    /** From the contract to settlement. */
    static final String MAIN = "/life";

    private static final String REPORT = "/report";
    private static final String REVIEW = "/review";
    private static final String INSPECTION = "/inspection";
    private static final String SUSPENSION = "/suspension";
    private static final String DECISION = "/decision";
    private static final String PUBLICITY = "/publicity";

    private final ProjectId task;
    private final WaitingList list;
    private WaitingTask known;

    private LifeSteps(ProjectId task, WaitingList list) {
        this.task = task;
        this.list = list;
        WaitingTask before = list.views().get(BudgetsViews.WAITING_TASKS, task.value());
        if (before == null) throw new IllegalStateException("a contract before its approval: " + task);
        this.known = before;
    }

    /** The contract is there, provisional or not. */
    static void contracted(ProjectId task, LocalDate signedOn, WaitingList list) {
        LifeSteps steps = new LifeSteps(task, list);
        steps.know(steps.known.contracted(signedOn));
    }

    /** The contract is in force: reports until the end, the dossier after it, and what the host makes public. */
    static void begin(ProjectId task, WaitingList list) {
        LifeSteps steps = new LifeSteps(task, list);
        WaitingTask known = steps.known;
        steps.host(REPORT, WaitingStep.FILE_PERIODIC_REPORT, known.contractedOn());
        steps.host(MAIN, WaitingStep.FILE_ACCEPTANCE_DOSSIER, known.end());
        steps.host(PUBLICITY, WaitingStep.PUBLICISE_TASK, known.approvedOn());
    }

    /** The terms change: a new end moves the day the dossier is due, a new host takes the old one's place. */
    static void project(TermsEvent event, WaitingList list) {
        LifeSteps steps = new LifeSteps(event.project(), list);
        WaitingTask known = steps.known;
        switch (event) {
            case TaskExtended e -> steps.ends(e.end());
            case TaskShortened e -> steps.ends(e.end());
            case HostSucceeded e -> steps.know(known.under(e.host(), known.end()));
            case InvestigatorReplaced _,
                    MembersChanged _,
                    TermsReworded _,
                    TaskBudgetAdjusted _,
                    ExceptionRecorded _,
                    ExceptionGranted _ -> {
                // neither who is waited for nor until when
            }
        }
    }

    private void ends(LocalDate end) {
        know(known.under(known.host(), end));
        if (list.step(task.value() + MAIN) == WaitingStep.FILE_ACCEPTANCE_DOSSIER)
            host(MAIN, WaitingStep.FILE_ACCEPTANCE_DOSSIER, end);
    }

    static void project(LifeEvent event, WaitingList list) {
        new LifeSteps(event.project(), list).project(event);
    }

    private void project(LifeEvent event) {
        switch (event) {
            case SuspensionProposed _ -> {
                know(known.suspensionProposed(list.today()));
                department(SUSPENSION, WaitingStep.DECIDE_SUSPENSION, list.today());
            }
            case SuspensionDeclined _ -> done(SUSPENSION);
            case Decided e -> {
                if (e instanceof TaskGraded graded) know(known.graded(graded.grade(), graded.gradedOn()));
                if (e instanceof TaskGraded && list.step(task.value() + MAIN) != WaitingStep.RECORD_GRADE)
                    dropped(MAIN);
                if (e.provisional()) {
                    done(strand(e.decision()));
                    department(DECISION, WaitingStep.CONFIRM_TASK_DECISION, null);
                } else {
                    holds(e.decision());
                }
            }
            case TaskDecisionConfirmed e -> {
                done(DECISION);
                holds(e.decision());
            }
            case TaskDecisionRejected e -> {
                done(DECISION);
                again(e.decision());
            }
            case OfReporting e -> reporting(e);
            case SelfEvaluationFiled _ -> {
                // part of the dossier that is waited for
            }
            case AcceptanceDossierFiled _ -> {
                dropped(REPORT);
                department(MAIN, WaitingStep.CHECK_ACCEPTANCE_DOSSIER, list.today());
            }
            case AcceptanceDossierAccepted _ -> department(MAIN, WaitingStep.RECORD_GRADE, null);
            case AcceptanceDossierReturned _ -> host(MAIN, WaitingStep.SUPPLEMENT_ACCEPTANCE_DOSSIER, list.today());
            case CorrectionsFiled _ -> department(MAIN, WaitingStep.CERTIFY_CORRECTIONS, null);
            case CorrectionsCertified e -> department(MAIN, WaitingStep.REGISTER_RESULTS, e.certifiedOn());
            case ResultsRegistered _ -> department(MAIN, WaitingStep.RECOGNISE_RESULTS, list.today());
            case TaskSettled _ -> {
                // the settlement's own events say who is waited for
            }
            case PublicityRecorded e -> {
                if (e.kind() == PublicityKind.TASK_INFORMATION) done(PUBLICITY);
            }
        }
    }

    private void reporting(OfReporting event) {
        switch (event) {
            case PeriodicReportFiled e -> {
                // filed again, it belongs to the period whose step is done already
                if (list.step(task.value() + REVIEW) != WaitingStep.SUPPLEMENT_PERIODIC_REPORT) done(REPORT);
                host(REPORT, WaitingStep.FILE_PERIODIC_REPORT, e.next());
                department(REVIEW, WaitingStep.REVIEW_PERIODIC_REPORT, null);
            }
            case PeriodicReportAccepted _ -> done(REVIEW);
            case PeriodicReportReturned _ -> host(REVIEW, WaitingStep.SUPPLEMENT_PERIODIC_REPORT, null);
            case InspectionAnnounced _ -> department(INSPECTION, WaitingStep.RECORD_INSPECTION, null);
            case InspectionHeld _ -> done(INSPECTION);
        }
    }

    private void holds(TaskDecision decision) {
        switch (decision) {
            case SUSPENSION -> department(SUSPENSION, WaitingStep.RESUME_OR_TERMINATE, null);
            case RESUMPTION -> done(SUSPENSION);
            case TERMINATION -> {
                done(SUSPENSION);
                nothingMoreToReport();
                dropped(MAIN);
                department(MAIN, WaitingStep.HAND_OVER_ASSETS, null);
                host(RefundSteps.STRAND, WaitingStep.REPORT_NON_COMPLETION, list.today());
            }
            case GRADE -> {
                nothingMoreToReport();
                if (known.grade() == Grade.FAILED) {
                    department(MAIN, WaitingStep.HAND_OVER_ASSETS, null);
                    host(RefundSteps.STRAND, WaitingStep.REPORT_NON_COMPLETION, list.today());
                } else host(MAIN, WaitingStep.FILE_CORRECTIONS, known.gradedOn());
            }
            case RECOGNITION -> department(MAIN, WaitingStep.HAND_OVER_ASSETS, null);
            case ASSETS -> department(MAIN, WaitingStep.LIQUIDATE_CONTRACT, null);
            case LIQUIDATION -> host(MAIN, WaitingStep.FILE_TASK_SETTLEMENT, null);
        }
    }

    /** The record did not agree with the paper: its step waits again. */
    private void again(TaskDecision decision) {
        switch (decision) {
            case SUSPENSION -> department(SUSPENSION, WaitingStep.DECIDE_SUSPENSION, known.suspensionProposedOn());
            case RESUMPTION, TERMINATION -> department(SUSPENSION, WaitingStep.RESUME_OR_TERMINATE, null);
            case GRADE -> department(MAIN, WaitingStep.RECORD_GRADE, null);
            case RECOGNITION -> department(MAIN, WaitingStep.RECOGNISE_RESULTS, list.today());
            case ASSETS -> department(MAIN, WaitingStep.HAND_OVER_ASSETS, null);
            case LIQUIDATION -> department(MAIN, WaitingStep.LIQUIDATE_CONTRACT, null);
        }
    }

    private static String strand(TaskDecision decision) {
        return switch (decision) {
            case SUSPENSION, RESUMPTION, TERMINATION -> SUSPENSION;
            case GRADE, RECOGNITION, ASSETS, LIQUIDATION -> MAIN;
        };
    }

    private void nothingMoreToReport() {
        dropped(REPORT);
        dropped(REVIEW);
        dropped(INSPECTION);
    }

    private void know(WaitingTask now) {
        known = now;
        list.views().put(BudgetsViews.WAITING_TASKS, task.value(), now);
    }

    private void department(String strand, WaitingStep step, @Nullable LocalDate countsFrom) {
        list.waits(task.value() + strand, step, task.value(), task, null, countsFrom);
    }

    private void host(String strand, WaitingStep step, @Nullable LocalDate countsFrom) {
        list.waits(task.value() + strand, step, task.value(), task, known.host(), countsFrom);
    }

    private void dropped(String strand) {
        list.dropped(task.value() + strand);
    }

    private void done(String strand) {
        list.done(task.value() + strand);
    }
}
