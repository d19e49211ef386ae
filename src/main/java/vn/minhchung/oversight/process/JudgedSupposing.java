package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.oversight.Hit;
import vn.minhchung.oversight.SupposedRules;
import vn.minhchung.rules.RuleVersion;

/** Reads the record twice, first for the rules known by then, and judges it twice on the way. */
@Component
final class JudgedSupposing implements SupposedRules {
    private static final int PORTION = 1_000;

    private final RecordedEvents record;

    JudgedSupposing(RecordedEvents record) {
        this.record = record;
    }

    @Override
    public boolean judges(String family) {
        return RuleBook.asks(family);
    }

    @Override
    public Outcome judge(RuleVersion supposed, long through, LocalDate today) {
        AuditRun recorded = new AuditRun();
        AuditRun supposing = new AuditRun(new RuleBook(supposed));
        each(through, event -> {
            recorded.know(event);
            supposing.know(event);
        });
        List<Hit> found = new ArrayList<>();
        List<Hit> wouldBe = new ArrayList<>();
        each(through, event -> {
            found.addAll(recorded.feed(event));
            wouldBe.addAll(supposing.feed(event));
        });
        found.addAll(recorded.passTo(today));
        wouldBe.addAll(supposing.passTo(today));
        return new Outcome(List.copyOf(found), List.copyOf(wouldBe));
    }

    private void each(long through, Consumer<Recorded> reader) {
        long read = 0;
        while (read < through) {
            List<Recorded> portion = record.read(read, Math.toIntExact(Math.min(PORTION, through - read)));
            if (portion.isEmpty()) throw new IllegalStateException("the record ends before " + through);
            portion.forEach(reader);
            read = portion.getLast().position();
        }
    }
}
