package vn.minhchung.audit.write;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.platform.clock.OneClock;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** The desk over the examples' rows, contradiction and keys. */
final class AuditDeskFixture {
    private AuditDeskFixture() {}

    static DecisionFixture of(TwoKeys keys, StoryClock clock) {
        return DecisionFixture.of(aggregates -> List.of(new AuditDesk(
                aggregates,
                new RefusalDayTest.ThirtyOneRefusals(),
                new SeventeenReadings(),
                new OneContradiction(),
                keys,
                clock)));
    }

    /** So long after yesterday ended. */
    static DecisionFixture afterMidnight(long millis) {
        Instant midnight = Decisions.TODAY.atStartOfDay(StoryClock.ZONE).toInstant();
        return of(
                new TwoKeys(),
                OneClock.drivenFrom(Clock.fixed(Instant.EPOCH, StoryClock.ZONE), midnight.plusMillis(millis)));
    }
}
