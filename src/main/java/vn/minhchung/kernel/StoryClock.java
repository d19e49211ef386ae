package vn.minhchung.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The one clock. In the demo and in story tests it is driven; anywhere else {@link #moveTo} is refused. */
public interface StoryClock {
    ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    Instant now();

    /** The day at the office. */
    default LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /** Only forward. Refused with CLOCK_NOT_DRIVEN outside the demo and tests. */
    void moveTo(Instant instant);

    /** {@code "demo"} when the clock is driven, else null; stored with every event. */
    @Nullable
    String label();
}
