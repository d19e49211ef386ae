package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.VolumeEvent;
import vn.minhchung.budgets.VolumeEvent.VolumeCancelled;
import vn.minhchung.budgets.VolumeEvent.VolumeConfirmed;
import vn.minhchung.budgets.VolumeEvent.VolumeDrawnUp;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.Difference;
import vn.minhchung.projects.AdjustmentEvent;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentDecided;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentRequested;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentSupplementAsked;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentSupplemented;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentWithdrawn;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.LifeEvent;
import vn.minhchung.projects.LifeEvent.AcceptanceDossierFiled;
import vn.minhchung.projects.LifeEvent.ResultsRecognised;
import vn.minhchung.projects.LifeEvent.ResultsRegistered;
import vn.minhchung.projects.LifeEvent.TaskDecisionConfirmed;
import vn.minhchung.projects.LifeEvent.TaskGraded;
import vn.minhchung.projects.ProjectEvent;
import vn.minhchung.projects.TaskDecision;
import vn.minhchung.rules.RuleVersion;

/**
 * Question 22: days of the deadline table that passed, told apart by who missed them: the authority an answer to an
 * adjustment, the confirmation of completed work, the recognition; the host the acceptance dossier, the registration. What
 * was done in time but recorded within the grace of the rule counts as done in time. Openings and councils are not on record.
 */
final class DeadlinesMissed implements Check {
    /** What is waited for, by the object and the kind; the event that set it going. */
    private final Map<String, Waiting> open = new HashMap<>();

    private record Waiting(Ref since, LocalDate due) {}

    @Override
    public String family() {
        return "audit.deadlines";
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        switch (recorded.event()) {
            case AdjustmentEvent e -> adjustment(recorded, e, out);
            case VolumeEvent e -> volume(recorded, e, out);
            case ProjectEvent e -> task(recorded, e, day, out);
            default -> {
                // nothing runs from it
            }
        }
    }

    private void adjustment(Recorded recorded, AdjustmentEvent event, Findings out) {
        String key = event.adjustment().value();
        String task = event.project().value();
        switch (event) {
            case AdjustmentRequested e -> {
                if (e.decider().authority())
                    start(
                            key,
                            AuditHitPart.AUTHORITY_ADJUSTMENT,
                            "adjustment-answer",
                            e.requestedOn(),
                            task,
                            recorded,
                            out);
            }
            case AdjustmentSupplemented e ->
                start(key, AuditHitPart.AUTHORITY_ADJUSTMENT, "adjustment-answer", e.suppliedOn(), task, recorded, out);
            case AdjustmentSupplementAsked e -> done(key, AuditHitPart.AUTHORITY_ADJUSTMENT, e.askedOn(), out, task);
            case AdjustmentDecided e -> done(key, AuditHitPart.AUTHORITY_ADJUSTMENT, e.decidedOn(), out, task);
            case AdjustmentWithdrawn e -> done(key, AuditHitPart.AUTHORITY_ADJUSTMENT, e.withdrawnOn(), out, task);
            default -> {
                // opinions and records stop no clock, and what the host decides itself waits for none
            }
        }
    }

    private void volume(Recorded recorded, VolumeEvent event, Findings out) {
        String key = event.volume().value();
        String task = event.project().value();
        switch (event) {
            case VolumeDrawnUp e ->
                start(key, AuditHitPart.AUTHORITY_VOLUME, "volume-confirmation", e.requestedOn(), task, recorded, out);
            case VolumeConfirmed e -> done(key, AuditHitPart.AUTHORITY_VOLUME, e.signedOn(), out, task);
            case VolumeCancelled _ -> open.remove(key + AuditHitPart.AUTHORITY_VOLUME);
            default -> {
                // one signature is not both
            }
        }
    }

    private void task(Recorded recorded, ProjectEvent event, LocalDate day, Findings out) {
        TaskRecord task = out.tasks.of(event.project());
        String key = task.id.value();
        if (event instanceof LifeEvent of) life(recorded, of, task, day, out);
        // the end may have moved with any change of terms
        AuditHitPart dossier = AuditHitPart.HOST_DOSSIER;
        if (task.contractedOn != null && task.terminatedFrom == null && !open.containsKey(key + "FILED")) {
            Waiting waiting = open.get(key + dossier);
            LocalDate due = out.rules.due("acceptance-dossier", task.end).orElse(null);
            if (due != null && (waiting == null || !waiting.due.equals(due)))
                start(key, dossier, "acceptance-dossier", task.end, key, recorded, out);
        } else open.remove(key + dossier);
    }

    private void life(Recorded recorded, LifeEvent event, TaskRecord task, LocalDate day, Findings out) {
        String key = task.id.value();
        switch (event) {
            case AcceptanceDossierFiled e -> {
                done(key, AuditHitPart.HOST_DOSSIER, e.filedOn(), out, key);
                open.put(key + "FILED", new Waiting(Ref.of(recorded), e.filedOn()));
            }
            case TaskGraded e -> {
                if (!e.provisional()) passed(recorded, e.grade(), key, day, out);
            }
            case ResultsRegistered e -> {
                done(key, AuditHitPart.HOST_REGISTRATION, e.issuedOn(), out, key);
                start(key, AuditHitPart.AUTHORITY_RECOGNITION, "recognition", day, key, recorded, out);
            }
            case ResultsRecognised e -> done(key, AuditHitPart.AUTHORITY_RECOGNITION, e.from(), out, key);
            case TaskDecisionConfirmed e -> {
                Grade grade = task.grade;
                if (e.decision() == TaskDecision.GRADE && grade != null) passed(recorded, grade, key, day, out);
            }
            default -> {
                // no deadline of these runs from or to it
            }
        }
    }

    private void passed(Recorded recorded, Grade grade, String key, LocalDate day, Findings out) {
        if (grade.passed()) start(key, AuditHitPart.HOST_REGISTRATION, "result-registration", day, key, recorded, out);
    }

    private void start(
            String key, AuditHitPart part, String kind, LocalDate from, String task, Recorded recorded, Findings out) {
        open.remove(key + part);
        LocalDate due = out.rules.due(kind, from).orElse(null);
        if (due == null) return;
        Waiting waiting = new Waiting(Ref.of(recorded), due);
        open.put(key + part, waiting);
        out.after(
                due,
                () -> out.rule(family(), due)
                        .ifPresent(rule -> out.after(due.plusDays(rule.number("graceDays")), () -> {
                            if (waiting.equals(open.get(key + part))) missed(rule, part, key, task, waiting, null, out);
                        })));
    }

    /** Done late within the grace, it is told now; later it has been told. */
    private void done(String key, AuditHitPart part, LocalDate on, Findings out, String task) {
        Waiting waiting = open.remove(key + part);
        if (waiting == null || !on.isAfter(waiting.due)) return;
        out.rule(family(), waiting.due).ifPresent(rule -> missed(rule, part, key, task, waiting, on, out));
    }

    private static void missed(
            RuleVersion rule,
            AuditHitPart part,
            String key,
            String task,
            Waiting waiting,
            @Nullable LocalDate done,
            Findings out) {
        out.hit(
                rule,
                part,
                task,
                key + waiting.due,
                done == null ? Difference.words("…", waiting.due.toString()) : Difference.of(done, waiting.due),
                List.of(waiting.since));
    }
}
