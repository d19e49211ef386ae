package vn.minhchung.projects;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;

/** What happened to a task under contract, up to its settlement (domain notes 1.0 rows 13–24). */
public sealed interface LifeEvent extends ProjectEvent {

    /** A decision that may have been taken on paper. */
    sealed interface Decided extends LifeEvent {
        TaskDecision decision();

        /**
         * The recorder, its principals and the signatory of the paper; empty when the decision was taken here and holds at
         * once. While not empty it is provisional until {@link TaskDecisionConfirmed}.
         */
        List<PersonId> recordedBy();

        default boolean provisional() {
            return !recordedBy().isEmpty();
        }
    }

    /** The way to the grade. */
    sealed interface OfAcceptance extends LifeEvent {}

    /** The host, or the department's officer, asked that the task be suspended. */
    @EventType(name = "projects.SuspensionProposed")
    record SuspensionProposed(ProjectId project, boolean byHost, String reason) implements LifeEvent {}

    /** The proposal was not followed: the task goes on. */
    @EventType(name = "projects.SuspensionDeclined")
    record SuspensionDeclined(ProjectId project, String reason) implements LifeEvent {}

    /**
     * The task is suspended: from this day the host stops all activity. The money is held in the same append, also while a
     * recorded suspension is provisional.
     */
    @EventType(name = "projects.TaskSuspended")
    record TaskSuspended(ProjectId project, LocalDate from, String reason, List<PersonId> recordedBy)
            implements Decided {
        @Override
        public TaskDecision decision() {
            return TaskDecision.SUSPENSION;
        }
    }

    /** The task goes on; the hold on its money is lifted once the resumption holds. */
    @EventType(name = "projects.TaskResumed")
    record TaskResumed(ProjectId project, LocalDate from, String reason, List<PersonId> recordedBy) implements Decided {
        @Override
        public TaskDecision decision() {
            return TaskDecision.RESUMPTION;
        }
    }

    /**
     * The contract ends before its term (TT 04/2015/TT-BKHCN, Điều 21–22).
     *
     * @param refund what the host has to pay back by this decision; zero only with a reason
     * @param noRefundReason why nothing is to be paid back; null where something is
     * @param productPlan what becomes of the products made so far
     * @param assetPlan what becomes of the assets bought
     */
    @EventType(name = "projects.TaskTerminated")
    record TaskTerminated(
            ProjectId project,
            LocalDate from,
            String reason,
            Vnd refund,
            @Nullable String noRefundReason,
            String productPlan,
            String assetPlan,
            List<PersonId> recordedBy)
            implements Decided {
        @Override
        public TaskDecision decision() {
            return TaskDecision.TERMINATION;
        }
    }

    /** The host assessed itself before it asks to be assessed (TT 11/2014/TT-BKHCN, Mẫu 1). */
    @EventType(name = "projects.SelfEvaluationFiled")
    record SelfEvaluationFiled(ProjectId project, Grade grade, String document) implements OfAcceptance {}

    /**
     * The host filed the acceptance dossier, or filed it again with what was missing.
     *
     * @param number 1 for the first filing
     * @param papers what it holds, as listed in the receipt
     */
    @EventType(name = "projects.AcceptanceDossierFiled")
    record AcceptanceDossierFiled(ProjectId project, int number, List<String> papers, LocalDate filedOn)
            implements OfAcceptance {
        public AcceptanceDossierFiled {
            papers = List.copyOf(papers);
        }
    }

    /** The dossier is valid: a council may be set up. */
    @EventType(name = "projects.AcceptanceDossierAccepted")
    record AcceptanceDossierAccepted(ProjectId project, int number) implements OfAcceptance {}

    /** The dossier is not valid yet; the host supplements it. */
    @EventType(name = "projects.AcceptanceDossierReturned")
    record AcceptanceDossierReturned(ProjectId project, int number, String missing) implements OfAcceptance {}

    /**
     * The acceptance council's result, recorded from its minutes.
     *
     * @param gradedOn day of the session
     * @param chair of the council
     * @param workDone what was really done, as the minutes list it; needed for FAILED, where a refund rests on it
     */
    @EventType(name = "projects.TaskGraded")
    record TaskGraded(
            ProjectId project,
            Grade grade,
            LocalDate gradedOn,
            PersonId chair,
            @Nullable String conclusions,
            @Nullable String workDone,
            List<PersonId> recordedBy)
            implements Decided {
        @Override
        public TaskDecision decision() {
            return TaskDecision.GRADE;
        }
    }

    /** Reports and inspections while the task runs (TT 04/2015/TT-BKHCN). */
    sealed interface OfReporting extends LifeEvent {}

    /**
     * The host reported on a period, or again with what was missing.
     *
     * @param number of the period, from 1; a report that was returned keeps it
     * @param from first day of the period
     * @param until last day the report covers
     * @param next first day of the next period: the due day of this one, so that a late report moves none
     * @param products delivered in the period
     */
    @EventType(name = "projects.PeriodicReportFiled")
    record PeriodicReportFiled(
            ProjectId project,
            int number,
            LocalDate from,
            LocalDate until,
            LocalDate next,
            String document,
            String work,
            List<TaskProduct> products)
            implements OfReporting {
        public PeriodicReportFiled {
            products = List.copyOf(products);
        }
    }

    /** The department accepted the report of a period. */
    @EventType(name = "projects.PeriodicReportAccepted")
    record PeriodicReportAccepted(ProjectId project, int number) implements OfReporting {}

    /** The report of a period is to be supplemented. */
    @EventType(name = "projects.PeriodicReportReturned")
    record PeriodicReportReturned(ProjectId project, int number, String missing) implements OfReporting {}

    /**
     * The host was told of an inspection. A later notice takes the place of one that was not held.
     *
     * @param planned in the yearly plan; else ad hoc
     */
    @EventType(name = "projects.InspectionAnnounced")
    record InspectionAnnounced(ProjectId project, int number, boolean planned, LocalDate on, String purpose)
            implements OfReporting {}

    /** The inspection took place; its minutes are among the bases. */
    @EventType(name = "projects.InspectionHeld")
    record InspectionHeld(ProjectId project, int number, LocalDate on, List<Attendance> present, String findings)
            implements OfReporting {
        public InspectionHeld {
            present = List.copyOf(present);
        }
    }

    /** The host corrected what the council asked for, or corrected it again. */
    @EventType(name = "projects.CorrectionsFiled")
    record CorrectionsFiled(ProjectId project, String document, String explanation) implements OfAcceptance {}

    /** The chair of the council certified the corrections on paper. */
    @EventType(name = "projects.CorrectionsCertified")
    record CorrectionsCertified(ProjectId project, PersonId chair, LocalDate certifiedOn, String document)
            implements OfAcceptance {}

    /** The results are registered: the certificate is a condition of recognition and liquidation (TT 11/2023/TT-BKHCN). */
    @EventType(name = "projects.ResultsRegistered")
    record ResultsRegistered(ProjectId project, String certificate, LocalDate issuedOn) implements LifeEvent {}

    /** The approving authority recognised the results (TT 11/2014/TT-BKHCN, Điều 16–17). */
    @EventType(name = "projects.ResultsRecognised")
    record ResultsRecognised(ProjectId project, LocalDate from, List<PersonId> recordedBy) implements Decided {
        @Override
        public TaskDecision decision() {
            return TaskDecision.RECOGNITION;
        }
    }

    /**
     * Products, assets and rights were inventoried and handed over.
     *
     * @param rights who has the rights to the results
     */
    @EventType(name = "projects.AssetsHandedOver")
    record AssetsHandedOver(
            ProjectId project, LocalDate on, List<HandedOver> items, String rights, List<PersonId> recordedBy)
            implements Decided {
        public AssetsHandedOver {
            items = List.copyOf(items);
        }

        @Override
        public TaskDecision decision() {
            return TaskDecision.ASSETS;
        }
    }

    /** Both parties signed the minutes that end the contract: what may follow is the settlement. */
    @EventType(name = "projects.ContractLiquidated")
    record ContractLiquidated(
            ProjectId project, String number, LocalDate signedOn, PersonId hostSignatory, List<PersonId> recordedBy)
            implements Decided {
        @Override
        public TaskDecision decision() {
            return TaskDecision.LIQUIDATION;
        }
    }

    /** The notice of review settled the task's money: its life is over. */
    @EventType(name = "projects.TaskSettled")
    record TaskSettled(ProjectId project, LocalDate noticedOn) implements LifeEvent {}

    /**
     * Something about the task was made public, as the law asks (TTLT 27/2015/TTLT-BKHCN-BTC).
     *
     * @param until last day it stays posted; null where no day is set
     */
    @EventType(name = "projects.PublicityRecorded")
    record PublicityRecorded(
            ProjectId project,
            PublicityKind kind,
            LocalDate postedOn,
            @Nullable LocalDate until,
            String place) implements LifeEvent {}

    /** A second person compared the recorded decision with the paper: it holds. */
    @EventType(name = "projects.TaskDecisionConfirmed")
    record TaskDecisionConfirmed(ProjectId project, TaskDecision decision, PersonId confirmedBy) implements LifeEvent {}

    /** The record did not agree with the paper: it never held. */
    @EventType(name = "projects.TaskDecisionRejected")
    record TaskDecisionRejected(ProjectId project, TaskDecision decision, String reason) implements LifeEvent {}
}
