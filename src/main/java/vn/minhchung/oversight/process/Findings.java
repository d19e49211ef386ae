package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.minhchung.oversight.AuditHitId;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.AuditSeverity;
import vn.minhchung.oversight.Difference;
import vn.minhchung.oversight.Hit;
import vn.minhchung.rules.RuleVersion;

/** What the checks share: the books of rules and tasks, the days to look again, and what was found. */
final class Findings {
    final RuleBook rules;
    final TaskBook tasks = new TaskBook();

    private final TreeMap<LocalDate, Deque<Runnable>> waiting = new TreeMap<>();
    private final Set<AuditHitId> known = new HashSet<>();
    private List<Hit> found = new ArrayList<>();
    private LocalDate day = LocalDate.MIN;
    private boolean first;

    Findings(RuleBook rules) {
        this.rules = rules;
    }

    /** The day that is judged: of the act, or of what ran out. */
    LocalDate day() {
        return day;
    }

    /** Whether the event told now is the first of its command, the platform's notes apart: the decision is the same in all. */
    boolean first() {
        return first;
    }

    void tell(boolean firstOfCommand) {
        first = firstOfCommand;
    }

    /**
     * Looks again when a day is over. What is over already is looked at when this day is over, so that what else is
     * recorded today still counts.
     */
    void after(LocalDate lastDay, Runnable look) {
        LocalDate over = lastDay.isBefore(day) ? day : lastDay;
        waiting.computeIfAbsent(over.plusDays(1), _ -> new ArrayDeque<>()).add(look);
    }

    /** Days before this one are over. */
    void passTo(LocalDate today) {
        while (!waiting.isEmpty() && !waiting.firstKey().isAfter(today)) {
            day = waiting.firstKey();
            Deque<Runnable> due = waiting.firstEntry().getValue();
            Runnable look = due.removeFirst();
            if (due.isEmpty()) waiting.remove(day);
            look.run();
        }
        if (today.isAfter(day)) day = today;
    }

    /** The version of an audit rule that judges what happened on a day. */
    Optional<RuleVersion> rule(String family, LocalDate on) {
        return rules.on(family, on);
    }

    /** @param events the one that is wrong first; none is given twice */
    void hit(RuleVersion rule, AuditHitPart part, String subject, Difference difference, List<Ref> events) {
        hit(rule, part, subject, "", difference, events);
    }

    /** @param which tells several hits of one event apart */
    void hit(
            RuleVersion rule,
            AuditHitPart part,
            String subject,
            String which,
            Difference difference,
            List<Ref> events) {
        AuditHitId id =
                AuditHitId.of(rule.family(), part.name(), events.getFirst().id(), which);
        if (!known.add(id)) return;
        List<Ref> distinct = events.stream().distinct().toList();
        found.add(new Hit(
                id,
                rule.ref(),
                part,
                AuditSeverity.valueOf(rule.text("severity")),
                subject,
                difference,
                distinct.stream().map(Ref::id).toList(),
                distinct.stream().map(Ref::position).toList(),
                day));
    }

    /** What was found since the last time, in the order it was found. */
    List<Hit> taken() {
        List<Hit> all = found;
        found = new ArrayList<>();
        return List.copyOf(all);
    }
}
