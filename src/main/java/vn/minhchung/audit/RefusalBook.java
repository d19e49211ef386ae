package vn.minhchung.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The refused attempts as they stand in their table now. */
public interface RefusalBook {
    /** @param order grows with time, not contiguous: the cursor */
    record Line(long order, Refused refused) {}

    /** @param hash SHA-256 over the recomputed hashes of the day's rows, in order, as lower-case hex */
    record Digest(long count, String hash) {}

    /** At most {@code max} attempts after an order; of one day or, when null, of all; none later than {@code until}. */
    List<Line> list(@Nullable LocalDate day, Instant until, long after, int max);

    long count(@Nullable LocalDate day, Instant until);

    /** Recomputed from the rows, for each of the days: a thinned or altered day has another digest than its seal. */
    Map<LocalDate, Digest> digests(Collection<LocalDate> days);

    /** Days before this one on which something was refused. */
    List<LocalDate> daysBefore(LocalDate day);
}
