package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.LegalBasis.Kind;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.Difference;
import vn.minhchung.rules.RuleVersion;

/**
 * Question 23: what a decision rests on is dated after it was recorded, signed on another day than the paper says, recorded
 * long after it was signed, carries an inserted number (12a), or a number out of the order of dates in its issuer's series of
 * the year. Laws are no series of an office. Signing times of electronic signatures are not on record.
 */
final class DocumentOrder implements Check {
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,9})([A-Za-zĐđ]?)/(.+)");
    private static final Set<Kind> NUMBERED = EnumSet.of(Kind.DECISION, Kind.LETTER, Kind.MINUTES, Kind.CONTRACT);

    /** Issuer, kind and year → number → what was said of it first. */
    private final Map<String, TreeMap<Long, Paper>> series = new HashMap<>();

    private record Paper(LocalDate date, Ref event) {}

    @Override
    public String family() {
        return "audit.documents";
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        Decision decision = recorded.envelope().decision();
        // every event of a command carries the same decision
        if (decision == null || !out.first()) return;
        out.rule(family(), day).ifPresent(rule -> {
            Judged judged = new Judged(rule, recorded.stream(), Ref.of(recorded), day, out);
            decision.basis().forEach(basis -> basis(judged, basis));
            if (decision.recorded()) signature(judged, decision);
        });
    }

    private record Judged(RuleVersion rule, String subject, Ref event, LocalDate day, Findings out) {
        void hit(AuditHitPart part, String which, Difference difference, List<Ref> events) {
            out.hit(rule, part, subject, which, difference, events);
        }
    }

    private void basis(Judged judged, LegalBasis basis) {
        LocalDate date = basis.date();
        if (date == null || !NUMBERED.contains(basis.kind())) return;
        if (date.isAfter(judged.day))
            judged.hit(
                    AuditHitPart.PAPER_DATED_AFTER_RECORD,
                    basis.number(),
                    Difference.of(date, judged.day),
                    List.of(judged.event));
        Matcher number = NUMBER.matcher(basis.number());
        String issuer = basis.issuer();
        if (issuer == null || !number.matches()) return;
        String key = issuer + "|" + number.group(3) + "|" + date.getYear();
        if (!number.group(2).isEmpty()) inserted(judged, basis, key);
        else ordered(judged, basis, Long.parseLong(number.group(1)), date, key);
    }

    private void inserted(Judged judged, LegalBasis basis, String key) {
        TreeMap<Long, Paper> told = series.computeIfAbsent(key + "|" + basis.number(), _ -> new TreeMap<>());
        // the same paper is named by many decisions
        if (told.putIfAbsent(0L, new Paper(judged.day, judged.event)) == null)
            judged.hit(
                    AuditHitPart.PAPER_NUMBER_INSERTED,
                    basis.number(),
                    Difference.words(basis.number(), "…"),
                    List.of(judged.event));
    }

    private void ordered(Judged judged, LegalBasis basis, long number, LocalDate date, String key) {
        TreeMap<Long, Paper> papers = series.computeIfAbsent(key, _ -> new TreeMap<>());
        Paper same = papers.get(number);
        if (same != null) {
            if (!same.date.equals(date))
                judged.hit(
                        AuditHitPart.PAPER_NUMBER_TWICE,
                        basis.number(),
                        Difference.of(date, same.date),
                        List.of(judged.event, same.event));
            return;
        }
        Paper lower = value(papers.headMap(number, false), true);
        Paper higher = value(papers.tailMap(number, false), false);
        if (lower != null && lower.date.isAfter(date))
            judged.hit(
                    AuditHitPart.PAPER_NUMBER_ORDER,
                    basis.number(),
                    Difference.of(date, lower.date),
                    List.of(judged.event, lower.event));
        else if (higher != null && higher.date.isBefore(date))
            judged.hit(
                    AuditHitPart.PAPER_NUMBER_ORDER,
                    basis.number(),
                    Difference.of(date, higher.date),
                    List.of(judged.event, higher.event));
        // one out of order is no measure for the next
        else papers.put(number, new Paper(date, judged.event));
    }

    private static @Nullable Paper value(NavigableMap<Long, Paper> papers, boolean last) {
        if (papers.isEmpty()) return null;
        return (last ? papers.lastEntry() : papers.firstEntry()).getValue();
    }

    private static void signature(Judged judged, Decision decision) {
        Decider decider = decision.decidedBy();
        LocalDate signed = decider.signedOn();
        if (signed == null) return;
        decision.basis().stream()
                .filter(basis -> basis.number().equals(decider.document()))
                .map(LegalBasis::date)
                .filter(date -> date != null && !date.equals(signed))
                .findFirst()
                .ifPresent(date -> judged.hit(
                        AuditHitPart.PAPER_SIGNED_ANOTHER_DAY, "", Difference.of(signed, date), List.of(judged.event)));
        LocalDate latest = signed.plusDays(judged.rule.number("recordDays"));
        if (judged.day.isAfter(latest))
            judged.hit(AuditHitPart.PAPER_RECORDED_LATE, "", Difference.of(judged.day, latest), List.of(judged.event));
    }
}
