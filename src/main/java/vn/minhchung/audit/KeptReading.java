package vn.minhchung.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.log.ReadingRow;

/**
 * One reading as kept outside the stream.
 *
 * @param kind {@code QUERY}, {@code MUTATION}, {@code SUBSCRIPTION} or {@code ENTRIES}
 * @param detail what was read, as canonical JSON, the text that is hashed
 * @param position the newest one when it was read
 */
public record KeptReading(
        Instant at,
        LocalDate day,
        String kind,
        String account,
        String actor,
        @Nullable String operation,
        String detail,
        long position,
        @Nullable String requestId)
        implements Chained {

    /** As {@link ReadingRow#hashAfter}. */
    @Override
    public String hashAfter(@Nullable String before) {
        return new ReadingRow(
                        ChronoUnit.MICROS.between(Instant.EPOCH, at),
                        day.toString(),
                        kind,
                        account,
                        actor,
                        operation,
                        detail,
                        position,
                        requestId)
                .hashAfter(before);
    }
}
