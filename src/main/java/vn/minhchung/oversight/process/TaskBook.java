package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.projects.LifeEvent;
import vn.minhchung.projects.LifeEvent.Decided;
import vn.minhchung.projects.LifeEvent.TaskDecisionConfirmed;
import vn.minhchung.projects.LifeEvent.TaskDecisionRejected;
import vn.minhchung.projects.LifeEvent.TaskGraded;
import vn.minhchung.projects.LifeEvent.TaskResumed;
import vn.minhchung.projects.LifeEvent.TaskSettled;
import vn.minhchung.projects.LifeEvent.TaskSuspended;
import vn.minhchung.projects.LifeEvent.TaskTerminated;
import vn.minhchung.projects.PinnedRule;
import vn.minhchung.projects.ProjectEvent;
import vn.minhchung.projects.ProjectEvent.ApprovedTaskRegistered;
import vn.minhchung.projects.ProjectEvent.ContractConfirmed;
import vn.minhchung.projects.ProjectEvent.ContractSigned;
import vn.minhchung.projects.TermsEvent;
import vn.minhchung.projects.TermsEvent.ExceptionGranted;
import vn.minhchung.projects.TermsEvent.HostSucceeded;
import vn.minhchung.projects.TermsEvent.InvestigatorReplaced;
import vn.minhchung.projects.TermsEvent.TaskBudgetAdjusted;
import vn.minhchung.projects.TermsEvent.TaskExtended;
import vn.minhchung.projects.TermsEvent.TaskShortened;
import vn.minhchung.rules.TriggerKind;

/** The tasks as recorded so far. What was recorded from paper counts once a second person has confirmed it. */
final class TaskBook {
    private final Map<ProjectId, TaskRecord> tasks = new HashMap<>();

    TaskRecord of(ProjectId project) {
        return tasks.computeIfAbsent(project, TaskRecord::new);
    }

    void told(Recorded recorded, LocalDate day) {
        DomainEvent event = recorded.event();
        if (!(event instanceof ProjectEvent of)) return;
        TaskRecord task = of(of.project());
        if (of instanceof LifeEvent e) life(task, e);
        else if (of instanceof TermsEvent e) terms(task, e, effective(recorded, day));
        else if (of instanceof ApprovedTaskRegistered e) approved(task, e, day);
        else if (of instanceof ContractSigned e) {
            task.signedOn = e.signedOn();
            if (!e.provisional()) contracted(task, recorded);
            task.tranches = e.tranches();
        } else if (of instanceof ContractConfirmed e) {
            task.tranches = e.tranches();
            contracted(task, recorded);
        }
    }

    private static void contracted(TaskRecord task, Recorded recorded) {
        task.contractedOn = task.signedOn;
        task.contract = Ref.of(recorded);
    }

    private static void approved(TaskRecord task, ApprovedTaskRegistered e, LocalDate day) {
        task.host = e.host();
        task.investigator = e.principalInvestigator();
        task.khoan = e.khoanMode();
        task.shares = e.budget();
        task.termMonths = e.durationMonths();
        task.start = e.start();
        task.end = e.end();
        task.approvedOn = e.triggers().stream()
                .filter(trigger -> trigger.kind() == TriggerKind.APPROVAL)
                .map(trigger -> trigger.date())
                .findFirst()
                .orElse(day);
        Map<String, RuleRef> pinned = new LinkedHashMap<>();
        for (PinnedRule rule : e.pinnedRules()) {
            if (rule.version() != null) pinned.put(rule.family(), new RuleRef(rule.family(), rule.version()));
        }
        task.pinned = pinned;
    }

    private static void life(TaskRecord task, LifeEvent event) {
        switch (event) {
            case Decided e -> {
                if (e.provisional()) task.provisional.put(e.decision(), e);
                else holds(task, e);
            }
            case TaskDecisionConfirmed e -> {
                Decided held = task.provisional.remove(e.decision());
                if (held != null) holds(task, held);
            }
            case TaskDecisionRejected e -> task.provisional.remove(e.decision());
            case TaskSettled _ -> task.settled = true;
            default -> {
                // reports, dossiers and notices change no term
            }
        }
    }

    private static void holds(TaskRecord task, Decided decided) {
        if (decided instanceof TaskSuspended e) task.suspendedFrom = e.from();
        else if (decided instanceof TaskResumed e) task.resumedFrom = e.from();
        else if (decided instanceof TaskTerminated e) task.terminatedFrom = e.from();
        else if (decided instanceof TaskGraded e) task.grade = e.grade();
    }

    private static void terms(TaskRecord task, TermsEvent event, LocalDate on) {
        switch (event) {
            case TaskExtended e -> {
                task.end = e.end();
                task.extensions++;
            }
            case TaskShortened e -> task.end = e.end();
            case InvestigatorReplaced e -> {
                task.former.add(new TaskRecord.Former(e.oldInvestigator(), on));
                task.investigator = e.investigator();
            }
            case HostSucceeded e -> task.host = e.host();
            case TaskBudgetAdjusted e -> {
                task.shares = e.after();
                task.tranches = e.tranches().isEmpty() ? task.tranches : e.tranches();
            }
            case ExceptionGranted e -> task.exceptions.put(e.number(), e.kind());
            case TermsEvent.MembersChanged _, TermsEvent.TermsReworded _, TermsEvent.ExceptionRecorded _ -> {
                // no check rests on these
            }
        }
    }

    private static LocalDate effective(Recorded recorded, LocalDate day) {
        LocalDate on = recorded.envelope().effectiveOn();
        return on == null ? day : on;
    }
}
