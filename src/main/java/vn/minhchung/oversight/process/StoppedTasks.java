package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.RefundEvent;
import vn.minhchung.budgets.RefundEvent.RefundDecided;
import vn.minhchung.budgets.RefundEvent.RefundReopened;
import vn.minhchung.budgets.RefundEvent.RefundSettled;
import vn.minhchung.budgets.RefundPart;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperExecuted;
import vn.minhchung.budgets.VolumeEvent.VolumeCancelled;
import vn.minhchung.budgets.VolumeEvent.VolumeConfirmed;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.Difference;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.LifeEvent.Decided;
import vn.minhchung.projects.LifeEvent.TaskDecisionConfirmed;
import vn.minhchung.projects.LifeEvent.TaskGraded;
import vn.minhchung.projects.LifeEvent.TaskTerminated;
import vn.minhchung.projects.ProjectEvent.ApprovedTaskRegistered;
import vn.minhchung.rules.RuleVersion;

/**
 * Question 16: a stopped or failed task that got money and of which no work was ever measured; whose refund was not decided in
 * time, was decided below the least share, or is not all back on the due day; a debtor who got another task.
 */
final class StoppedTasks implements Check {
    private final Map<ProjectId, Stopped> tasks = new HashMap<>();
    private final Map<ProjectId, Set<VolumeId>> measured = new HashMap<>();
    private final Map<ProjectId, TaskTerminated> terminations = new HashMap<>();
    private final Set<ProjectId> paid = new HashSet<>();
    /** Barred → tasks whose refund keeps them out, with the decision. */
    private final Map<String, Map<ProjectId, Ref>> debtors = new HashMap<>();

    private static final class Stopped {
        @Nullable
        Ref stop;

        @Nullable
        Ref decided;

        boolean settled;

        @Nullable
        Due due;
    }

    /** When what was decided has to be back, and what is looked at then. */
    private record Due(LocalDate last, Runnable look) {}

    @Override
    public String family() {
        return "audit.stopped-tasks";
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        switch (recorded.event()) {
            case TreasuryPaperExecuted e -> paid.add(e.project());
            case VolumeConfirmed e ->
                measured.computeIfAbsent(e.project(), _ -> new HashSet<>()).add(e.volume());
            case VolumeCancelled e ->
                measured.getOrDefault(e.project(), new HashSet<>()).remove(e.volume());
            case Decided e -> {
                if (e instanceof TaskTerminated terminated) terminations.put(e.project(), terminated);
                if (!e.provisional()) stopped(recorded, e, day, out);
            }
            case TaskDecisionConfirmed e -> confirmed(recorded, e, day, out);
            case RefundEvent e -> refund(recorded, e, out);
            case ApprovedTaskRegistered e -> awarded(recorded, e, day, out);
            default -> {
                // stops nothing
            }
        }
    }

    private Stopped of(ProjectId project) {
        return tasks.computeIfAbsent(project, _ -> new Stopped());
    }

    private void confirmed(Recorded recorded, TaskDecisionConfirmed e, LocalDate day, Findings out) {
        TaskRecord task = out.tasks.of(e.project());
        switch (e.decision()) {
            case TERMINATION -> terminated(recorded, task, terminations.get(e.project()), day, out);
            case GRADE -> {
                if (task.grade == Grade.FAILED) failed(recorded, task, day, out);
            }
            case SUSPENSION, RESUMPTION, RECOGNITION, ASSETS, LIQUIDATION -> {
                // nothing has to come back
            }
        }
    }

    private void stopped(Recorded recorded, Decided e, LocalDate day, Findings out) {
        TaskRecord task = out.tasks.of(e.project());
        if (e instanceof TaskTerminated terminated) terminated(recorded, task, terminated, day, out);
        if (e instanceof TaskGraded graded && graded.grade() == Grade.FAILED) failed(recorded, task, day, out);
    }

    private void terminated(
            Recorded recorded, TaskRecord task, @Nullable TaskTerminated how, LocalDate day, Findings out) {
        boolean nothingBack = how != null && how.noRefundReason() != null;
        measuredInTime(recorded, task, day, out);
        if (!nothingBack) decidedInTime(recorded, task, day, out);
    }

    private void failed(Recorded recorded, TaskRecord task, LocalDate day, Findings out) {
        decidedInTime(recorded, task, day, out);
    }

    private void measuredInTime(Recorded recorded, TaskRecord task, LocalDate day, Findings out) {
        if (!paid.contains(task.id)) return;
        out.rule(family(), day).ifPresent(rule -> {
            LocalDate last = day.plusDays(rule.number("volumeDays"));
            out.after(last, () -> {
                if (measured.getOrDefault(task.id, Set.of()).isEmpty())
                    out.hit(
                            rule,
                            AuditHitPart.STOPPED_WITHOUT_VOLUME,
                            task.id.value(),
                            Difference.words("…", last.toString()),
                            List.of(Ref.of(recorded)));
            });
        });
    }

    private void decidedInTime(Recorded recorded, TaskRecord task, LocalDate day, Findings out) {
        Stopped stopped = of(task.id);
        Ref stop = Ref.of(recorded);
        stopped.stop = stop;
        if (!paid.contains(task.id)) return;
        out.rule(family(), day).ifPresent(rule -> {
            LocalDate last = day.plusDays(rule.number("decisionDays"));
            out.after(last, () -> {
                if (stopped.decided == null && stop.equals(stopped.stop))
                    out.hit(
                            rule,
                            AuditHitPart.REFUND_NOT_DECIDED,
                            task.id.value(),
                            Difference.words("…", last.toString()),
                            List.of(stop));
            });
        });
    }

    private void refund(Recorded recorded, RefundEvent event, Findings out) {
        Stopped stopped = of(event.project());
        if (event instanceof RefundDecided e) decided(recorded, e, stopped, out);
        else if (event instanceof RefundSettled) {
            stopped.settled = true;
            debtors.values().forEach(owing -> owing.remove(event.project()));
        } else if (event instanceof RefundReopened e) {
            stopped.settled = false;
            // the day it was due may be long over, and was passed with nothing owed
            if (stopped.due != null) out.after(stopped.due.last, stopped.due.look);
            bar(e.barred(), event.project(), Ref.of(recorded));
        }
    }

    private void bar(List<String> barred, ProjectId project, Ref because) {
        for (String each : barred)
            debtors.computeIfAbsent(each, _ -> new HashMap<>()).put(project, because);
    }

    private void decided(Recorded recorded, RefundDecided e, Stopped stopped, Findings out) {
        Ref decision = Ref.of(recorded);
        stopped.decided = decision;
        bar(e.barred(), e.project(), decision);
        Optional<RuleVersion> audit = out.rule(family(), e.effectiveOn());
        if (audit.isEmpty()) return;
        low(audit.get(), decision, e, out);
        LocalDate due = e.dueOn();
        if (due == null) return;
        stopped.due = new Due(due.plusDays(audit.get().number("graceDays")), () -> {
            if (!stopped.settled && decision.equals(stopped.decided))
                out.hit(
                        audit.get(),
                        AuditHitPart.REFUND_NOT_PAID,
                        e.project().value(),
                        Difference.words("…", due.toString()),
                        List.of(decision));
        });
        out.after(stopped.due.last, stopped.due.look);
    }

    private static void low(RuleVersion rule, Ref decision, RefundDecided e, Findings out) {
        TaskRecord task = out.tasks.of(e.project());
        Optional<RuleVersion> law = out.rules.of(task, "refund.shares", e.effectiveOn());
        if (law.isEmpty()) return;
        Vnd least = Vnd.ZERO;
        for (RefundPart part : e.terms().parts())
            least = least.plus(out.rules
                    .work(
                            law.get(),
                            "receivedVnd",
                            part.proven(),
                            "usedVnd",
                            part.proven(),
                            "unprovenVnd",
                            Vnd.ZERO,
                            "cause",
                            part.cause(),
                            "khoan",
                            task.khoan,
                            "procedureFollowed",
                            e.terms().procedureFollowed(),
                            "fraud",
                            e.terms().fraud())
                    .vnd("minVnd"));
        if (least.isMoreThan(e.terms().share()))
            out.hit(
                    rule,
                    AuditHitPart.REFUND_TOO_LOW,
                    task.id.value(),
                    Difference.of(e.terms().share(), least),
                    List.of(decision));
    }

    private void awarded(Recorded recorded, ApprovedTaskRegistered e, LocalDate day, Findings out) {
        List<Ref> events = new ArrayList<>(List.of(Ref.of(recorded)));
        for (String each : List.of(e.host().value(), e.principalInvestigator().value()))
            events.addAll(debtors.getOrDefault(each, Map.of()).values());
        if (events.size() > 1)
            out.rule(family(), day)
                    .ifPresent(rule -> out.hit(
                            rule,
                            AuditHitPart.DEBTOR_AWARDED,
                            e.project().value(),
                            Difference.words(e.host().value(), "…"),
                            events));
    }
}
