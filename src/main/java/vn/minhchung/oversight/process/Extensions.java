package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.AuditHitUnit;
import vn.minhchung.oversight.Difference;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentRequested;
import vn.minhchung.projects.ExceptionKind;
import vn.minhchung.projects.TermsEvent.TaskExtended;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Worked;

/**
 * Question 21: extensions that are too long, too many, asked for too late, or granted after the task had ended. An exception
 * the head of the approving authority granted makes a second or a late one lawful.
 */
final class Extensions implements Check {
    private final Map<AdjustmentId, LocalDate> requested = new HashMap<>();

    @Override
    public String family() {
        return "audit.extensions";
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        if (recorded.event() instanceof AdjustmentRequested e) requested.put(e.adjustment(), e.requestedOn());
        else if (recorded.event() instanceof TaskExtended e)
            out.rule(family(), day).ifPresent(rule -> extended(rule, recorded, e, day, out));
    }

    private void extended(RuleVersion rule, Recorded recorded, TaskExtended e, LocalDate day, Findings out) {
        TaskRecord task = out.tasks.of(e.project());
        List<Ref> event = List.of(Ref.of(recorded));
        Optional<RuleVersion> limit = out.rules.of(task, "extension.limit", task.approvedOn);
        if (limit.isPresent()) {
            Worked worked = out.rules.work(limit.get(), "termMonths", task.termMonths, "askedMonths", e.months());
            if (!worked.kept())
                out.hit(
                        rule,
                        AuditHitPart.EXTENSION_TOO_LONG,
                        task.id.value(),
                        Difference.of(e.months(), worked.number("maxMonths"), AuditHitUnit.MONTHS),
                        event);
            // the book already counts this one
            long most = limit.get().number("requests");
            if (task.extensions > most && !allowed(task, e, ExceptionKind.SECOND_EXTENSION))
                out.hit(
                        rule,
                        AuditHitPart.EXTENSION_AGAIN,
                        task.id.value(),
                        Difference.of(task.extensions, most, AuditHitUnit.COUNT),
                        event);
        }
        LocalDate asked = requested.get(e.adjustment());
        Optional<LocalDate> latest = out.rules.due("extension-request", e.oldEnd());
        if (asked != null
                && latest.isPresent()
                && asked.isAfter(latest.get())
                && !allowed(task, e, ExceptionKind.LATE_EXTENSION_REQUEST))
            out.hit(
                    rule,
                    AuditHitPart.EXTENSION_ASKED_LATE,
                    task.id.value(),
                    Difference.of(asked, latest.get()),
                    event);
        LocalDate granted = recorded.envelope().effectiveOn();
        LocalDate on = granted == null ? day : granted;
        if (on.isAfter(e.oldEnd()))
            out.hit(rule, AuditHitPart.EXTENSION_RETROACTIVE, task.id.value(), Difference.of(on, e.oldEnd()), event);
    }

    private static boolean allowed(TaskRecord task, TaskExtended e, ExceptionKind kind) {
        return e.exceptions().stream().anyMatch(number -> task.exceptions.get(number) == kind);
    }
}
