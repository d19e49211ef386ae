package vn.minhchung.audit.write;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.StoryClock;

/** Only a day that is over by every node's clock is sealed: a row could come after the seal. */
final class DaysOver {
    /** Nodes' clocks are seconds apart; this is ample. */
    private static final Duration BY_ALL_CLOCKS = Duration.ofMinutes(5);

    private DaysOver() {}

    /** @param now read before the rows of the day are */
    static void require(LocalDate day, Instant now) {
        Instant over = day.plusDays(1).atStartOfDay(StoryClock.ZONE).toInstant().plus(BY_ALL_CLOCKS);
        if (now.isBefore(over)) {
            throw Refusal.of(ErrorCode.WRONG_STATE, "day", day, "earliest", over)
                    .at("day");
        }
    }
}
