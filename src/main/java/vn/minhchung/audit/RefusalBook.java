package vn.minhchung.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The refused attempts as they stand in their table now. */
public interface RefusalBook extends DayBook {
    /** @param order grows with time, not contiguous: the cursor */
    record Line(long order, Refused refused) {}

    /** At most {@code max} attempts after an order; of one day or, when null, of all; none later than {@code until}. */
    List<Line> list(@Nullable LocalDate day, Instant until, long after, int max);

    long count(@Nullable LocalDate day, Instant until);
}
