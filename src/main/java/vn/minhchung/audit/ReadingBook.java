package vn.minhchung.audit;

import java.time.Instant;
import java.util.List;

/** The readings as they stand in their table now. */
public interface ReadingBook extends DayBook {
    /** @param order grows with time, not contiguous: the cursor */
    record Line(long order, KeptReading reading) {}

    /** At most {@code max} after an order; none later than {@code until}. */
    List<Line> list(ReadingQuery query, Instant until, long after, int max);

    long count(ReadingQuery query, Instant until);
}
