package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.oversight.Hit;

/**
 * All audit rules over one reading of the record. It is fed the events in position order and told when days are over; the
 * same events give the same hits, in the same order, however they are cut into portions and however often days are told.
 * Rules judge from where they were put in force on record; a run that was {@link #know told} all rules first judges the whole
 * past by what is known now.
 *
 * <p>Not safe for several threads.
 */
final class AuditRun {
    private final RuleBook rules;
    private final Findings findings;
    private final List<Check> checks = Checks.all();
    private long rulesThrough;
    private int firstPart = 1;

    AuditRun() {
        this(new RuleBook());
    }

    AuditRun(RuleBook rules) {
        this.rules = rules;
        this.findings = new Findings(rules);
    }

    /** A rule, switch or calendar to judge by from the first event on. Anything else is ignored. */
    void know(Recorded recorded) {
        rules.told(recorded.event());
        rulesThrough = recorded.position();
    }

    /** @return what this event, and the days that ended before it, show */
    List<Hit> feed(Recorded recorded) {
        LocalDate day = dayOf(recorded);
        if (day.isBefore(findings.day())) day = findings.day();
        findings.passTo(day);
        if (recorded.position() > rulesThrough) rules.told(recorded.event());
        findings.tasks.told(recorded, day);
        boolean platform = platform(recorded);
        int part = recorded.envelope().partNumber();
        findings.tell(!platform && part == firstPart);
        firstPart = platform ? part + 1 : 1;
        for (Check check : checks) {
            if (!platform || check.platform()) check.on(recorded, day, findings);
        }
        return findings.taken();
    }

    /** @return what shows now that the days before this one are over */
    List<Hit> passTo(LocalDate today) {
        findings.passTo(today);
        return findings.taken();
    }

    /** The platform's notes, as that a request was accepted, come before what the command decided. */
    static boolean platform(Recorded recorded) {
        return recorded.name().startsWith("platform.");
    }

    private static LocalDate dayOf(Recorded recorded) {
        return Optional.ofNullable(recorded.envelope().decision())
                .map(Decision::today)
                .orElseGet(() -> LocalDate.ofInstant(recorded.recordedAt(), StoryClock.ZONE));
    }
}
