package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.oversight.AuditHitId;
import vn.minhchung.oversight.Hit;
import vn.minhchung.oversight.HitFinder;
import vn.minhchung.oversight.OversightEvent.HitFound;

/**
 * Reads on where it stopped, and remembers what was found and is not on record yet. The first time after a start it reads
 * the record from the beginning. What is on record it learns from the record itself, so two nodes find the same.
 */
@Component
final class FoundByRules implements HitFinder {
    private static final int PORTION = 1_000;

    private final RecordedEvents record;
    private final AuditRun run = new AuditRun();
    private final Map<AuditHitId, Hit> fresh = new LinkedHashMap<>();
    private final Set<AuditHitId> recorded = new HashSet<>();
    private long through;

    FoundByRules(RecordedEvents record) {
        this.record = record;
    }

    @Override
    public synchronized Found find(boolean wholePast, LocalDate today) {
        readOn(today);
        return wholePast ? past(today) : new Found(through, List.copyOf(fresh.values()));
    }

    private void readOn(LocalDate today) {
        for (List<Recorded> portion = record.read(through, PORTION);
                !portion.isEmpty();
                portion = record.read(through, PORTION)) {
            for (Recorded event : portion) {
                keep(run.feed(event));
                if (event.event() instanceof HitFound found) {
                    recorded.add(found.hit());
                    fresh.remove(found.hit());
                }
            }
            through = portion.getLast().position();
        }
        keep(run.passTo(today));
    }

    private void keep(List<Hit> hits) {
        for (Hit hit : hits) {
            if (!recorded.contains(hit.id())) fresh.putIfAbsent(hit.id(), hit);
        }
    }

    /** Twice from the beginning: first the rules as they are known now, then what they judge. */
    private Found past(LocalDate today) {
        AuditRun knowing = new AuditRun();
        for (List<Recorded> portion = record.read(0, PORTION); within(portion); portion = next(portion))
            portion.forEach(knowing::know);
        Map<AuditHitId, Hit> found = new LinkedHashMap<>();
        for (List<Recorded> portion = record.read(0, PORTION); within(portion); portion = next(portion)) {
            for (Recorded event : portion) {
                if (event.position() <= through) knowing.feed(event).forEach(hit -> found.putIfAbsent(hit.id(), hit));
            }
        }
        knowing.passTo(today).forEach(hit -> found.putIfAbsent(hit.id(), hit));
        found.keySet().removeAll(recorded);
        return new Found(through, List.copyOf(found.values()));
    }

    private boolean within(List<Recorded> portion) {
        return !portion.isEmpty() && portion.getFirst().position() <= through;
    }

    private List<Recorded> next(List<Recorded> portion) {
        return record.read(portion.getLast().position(), PORTION);
    }
}
