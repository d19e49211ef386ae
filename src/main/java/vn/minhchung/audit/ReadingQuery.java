package vn.minhchung.audit;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which readings.
 *
 * @param reader id of the person who read
 * @param object named by the request, or opened by it
 * @param opened confidential records of which at least one was opened; empty: whatever was
 */
public record ReadingQuery(
        @Nullable LocalDate day,
        @Nullable String reader,
        @Nullable String object,
        Set<String> opened) {
    public ReadingQuery {
        opened = Set.copyOf(opened);
    }
}
