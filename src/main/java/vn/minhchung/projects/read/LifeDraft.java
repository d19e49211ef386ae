package vn.minhchung.projects.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.EventId;
import vn.minhchung.projects.LifeEvent;
import vn.minhchung.projects.LifeEvent.*;
import vn.minhchung.projects.LifeView;
import vn.minhchung.projects.LifeView.*;
import vn.minhchung.projects.TaskDecision;
import vn.minhchung.projects.TaskState;

/** The life of a task as one event changes it. */
final class LifeDraft {
    private final EventId event;
    private final LocalDate day;

    private TaskState stage = TaskState.CONTRACTED;
    private boolean suspended;
    private @Nullable TaskDecision pending;
    private final List<Suspension> suspensions = new ArrayList<>();
    private @Nullable Termination termination;
    private @Nullable SelfEvaluation selfEvaluation;
    private final List<Dossier> dossiers = new ArrayList<>();
    private @Nullable Graded grade;
    private final List<Report> reports = new ArrayList<>();
    private final List<Inspection> inspections = new ArrayList<>();
    private @Nullable Corrections corrections;
    private @Nullable Certificate certificate;
    private @Nullable Recognition recognition;
    private @Nullable Assets assets;
    private @Nullable Liquidation liquidation;
    private final List<Posted> publicity = new ArrayList<>();
    /** Of the recorded resumption that waits. */
    private @Nullable LocalDate resumption;

    /**
     * @param before null for a task whose contract just came into force
     * @param day of the act
     */
    LifeDraft(@Nullable LifeView before, EventId event, LocalDate day) {
        this.event = event;
        this.day = day;
        if (before == null) return;
        stage = before.stage();
        suspended = before.suspended();
        pending = before.pending();
        suspensions.addAll(before.suspensions());
        termination = before.termination();
        selfEvaluation = before.selfEvaluation();
        dossiers.addAll(before.dossiers());
        grade = before.grade();
        resumption = before.resumption();
        reports.addAll(before.reports());
        inspections.addAll(before.inspections());
        corrections = before.corrections();
        certificate = before.certificate();
        recognition = before.recognition();
        assets = before.assets();
        liquidation = before.liquidation();
        publicity.addAll(before.publicity());
    }

    LifeView view() {
        return new LifeView(
                stage,
                suspended,
                pending,
                List.copyOf(suspensions),
                resumption,
                termination,
                List.copyOf(reports),
                List.copyOf(inspections),
                selfEvaluation,
                List.copyOf(dossiers),
                grade,
                corrections,
                certificate,
                recognition,
                assets,
                liquidation,
                List.copyOf(publicity));
    }

    LifeView after(LifeEvent life) {
        switch (life) {
            case SuspensionProposed e ->
                suspensions.add(new Suspension(day, e.byHost(), e.reason(), null, null, null, null, false, event));
            case SuspensionDeclined e ->
                suspension(s -> new Suspension(
                        s.proposedOn(), s.byHost(), s.proposal(), e.reason(), null, null, null, false, event));
            case Decided e -> {
                recorded(e);
                if (e.provisional()) pending = e.decision();
                else holds(e.decision());
            }
            case TaskDecisionConfirmed e -> {
                pending = null;
                holds(e.decision());
            }
            case TaskDecisionRejected e -> {
                pending = null;
                rejected(e.decision());
            }
            case SelfEvaluationFiled e -> selfEvaluation = new SelfEvaluation(e.grade(), e.document(), day, event);
            case AcceptanceDossierFiled e -> {
                stage = TaskState.DOSSIER_FILED;
                dossiers.add(new Dossier(e.number(), e.papers(), e.filedOn(), null, null, event));
            }
            case AcceptanceDossierAccepted _ -> checked(true, null);
            case AcceptanceDossierReturned e -> checked(false, e.missing());
            case OfReporting e -> reporting(e);
            case CorrectionsFiled e ->
                corrections = new Corrections(e.document(), e.explanation(), day, null, null, event);
            case CorrectionsCertified e -> certified(e);
            case TaskSettled _ -> stage = TaskState.SETTLED;
            case ResultsRegistered e -> certificate = new Certificate(e.certificate(), e.issuedOn(), event);
            case PublicityRecorded e -> publicity.add(new Posted(e.kind(), e.postedOn(), e.until(), e.place(), event));
        }
        return view();
    }

    private void reporting(OfReporting life) {
        switch (life) {
            case PeriodicReportFiled e -> {
                reports.removeIf(report -> report.number() == e.number());
                reports.add(new Report(
                        e.number(), e.from(), e.until(), day, e.document(), e.work(), e.products(), null, null, event));
            }
            case PeriodicReportAccepted _ -> reviewed(true, null);
            case PeriodicReportReturned e -> reviewed(false, e.missing());
            case InspectionAnnounced e ->
                inspections.add(
                        new Inspection(e.number(), e.planned(), e.on(), e.purpose(), null, List.of(), null, event));
            case InspectionHeld e -> {
                Inspection i = inspections.removeLast();
                inspections.add(new Inspection(
                        i.number(),
                        i.planned(),
                        i.announcedFor(),
                        i.purpose(),
                        e.on(),
                        e.present(),
                        e.findings(),
                        event));
            }
        }
    }

    private void reviewed(boolean accepted, @Nullable String missing) {
        Report r = reports.removeLast();
        reports.add(new Report(
                r.number(),
                r.from(),
                r.until(),
                r.filedOn(),
                r.document(),
                r.work(),
                r.products(),
                accepted,
                missing,
                r.event()));
    }

    private void certified(CorrectionsCertified e) {
        stage = TaskState.CORRECTED;
        Corrections c = corrections;
        if (c == null) return;
        corrections =
                new Corrections(c.document(), c.explanation(), c.filedOn(), e.certifiedOn(), e.document(), c.event());
    }

    private void recorded(Decided decided) {
        switch (decided) {
            case TaskSuspended e ->
                suspension(s -> new Suspension(
                        s.proposedOn(), s.byHost(), s.proposal(), null, e.from(), e.reason(), null, false, event));
            case TaskResumed e -> resumption = e.from();
            case TaskTerminated e ->
                termination = new Termination(
                        e.from(),
                        e.reason(),
                        e.refund(),
                        e.noRefundReason(),
                        e.productPlan(),
                        e.assetPlan(),
                        false,
                        event);
            case TaskGraded e ->
                grade = new Graded(e.grade(), e.gradedOn(), e.chair(), e.conclusions(), e.workDone(), false, event);
            case ResultsRecognised e -> recognition = new Recognition(e.from(), false, event);
            case AssetsHandedOver e -> assets = new Assets(e.on(), e.items(), e.rights(), false, event);
            case ContractLiquidated e ->
                liquidation = new Liquidation(e.number(), e.signedOn(), e.hostSignatory(), false, event);
        }
    }

    private void holds(TaskDecision decision) {
        switch (decision) {
            case SUSPENSION -> {
                suspended = true;
                suspension(s -> until(s, s.to(), true));
            }
            case RESUMPTION -> {
                suspended = false;
                LocalDate from = resumption;
                suspension(s -> until(s, from, true));
                resumption = null;
            }
            case TERMINATION -> {
                Termination t = termination;
                if (t == null) return;
                suspended = false;
                stage = TaskState.TERMINATED;
                suspension(s -> until(s, t.from(), true));
                termination = new Termination(
                        t.from(),
                        t.reason(),
                        t.refund(),
                        t.noRefundReason(),
                        t.productPlan(),
                        t.assetPlan(),
                        true,
                        t.event());
            }
            case GRADE -> {
                Graded g = grade;
                if (g == null) return;
                stage = TaskState.ASSESSED;
                grade = new Graded(
                        g.grade(), g.gradedOn(), g.chairId(), g.conclusions(), g.workDone(), true, g.event());
            }
            case RECOGNITION -> {
                Recognition r = recognition;
                if (r == null) return;
                stage = TaskState.RECOGNISED;
                recognition = new Recognition(r.from(), true, r.event());
            }
            case ASSETS -> {
                Assets a = assets;
                if (a != null) assets = new Assets(a.on(), a.items(), a.rights(), true, a.event());
            }
            case LIQUIDATION -> {
                Liquidation l = liquidation;
                if (l == null) return;
                stage = TaskState.LIQUIDATED;
                liquidation = new Liquidation(l.number(), l.signedOn(), l.hostSignatoryId(), true, l.event());
            }
        }
    }

    /** As it was before the record that did not agree with the paper. */
    private void rejected(TaskDecision decision) {
        switch (decision) {
            case SUSPENSION ->
                suspension(s -> new Suspension(
                        s.proposedOn(), s.byHost(), s.proposal(), null, null, null, null, false, s.event()));
            case RESUMPTION -> resumption = null;
            case TERMINATION -> termination = null;
            case GRADE -> grade = null;
            case RECOGNITION -> recognition = null;
            case ASSETS -> assets = null;
            case LIQUIDATION -> liquidation = null;
        }
    }

    private void checked(boolean valid, @Nullable String missing) {
        Dossier d = dossiers.removeLast();
        dossiers.add(new Dossier(d.number(), d.papers(), d.filedOn(), valid, missing, d.event()));
    }

    private void suspension(UnaryOperator<Suspension> change) {
        suspensions.add(change.apply(suspensions.removeLast()));
    }

    private static Suspension until(Suspension s, @Nullable LocalDate to, boolean confirmed) {
        return new Suspension(
                s.proposedOn(), s.byHost(), s.proposal(), s.declined(), s.from(), s.reason(), to, confirmed, s.event());
    }
}
