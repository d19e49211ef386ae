package vn.minhchung.audit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Rows kept outside the stream, as they stand in their table now, by the day. */
public interface DayBook {
    /** @param hash SHA-256 over the recomputed hashes of the day's rows, in order, as lower-case hex */
    record Digest(long count, String hash) {}

    /** Recomputed from the rows, for each of the days: a thinned or altered day has another digest than its seal. */
    Map<LocalDate, Digest> digests(Collection<LocalDate> days);

    /** The same of one day, once whoever writes a row just now has written it: what is sealed. */
    Digest written(LocalDate day);

    /** Days before this one with rows. */
    List<LocalDate> daysBefore(LocalDate day);
}
