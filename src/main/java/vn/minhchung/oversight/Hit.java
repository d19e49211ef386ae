package vn.minhchung.oversight;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.RuleRef;

/**
 * What an audit rule found.
 *
 * @param rule the version of the audit rule that held on the day judged
 * @param part which question of the rule
 * @param subject id of the object it is about, mostly a task
 * @param events ids of the events it rests on; the first is the one that is wrong, or after which something was not done
 * @param positions of these events
 * @param on the day it was wrong from
 */
public record Hit(
        AuditHitId id,
        RuleRef rule,
        AuditHitPart part,
        AuditSeverity severity,
        String subject,
        Difference difference,
        List<String> events,
        List<Long> positions,
        LocalDate on) {
    public Hit {
        events = List.copyOf(events);
        positions = List.copyOf(positions);
    }
}
