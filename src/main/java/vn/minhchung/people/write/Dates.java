package vn.minhchung.people.write;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/** Periods as people state them: both days count. */
final class Dates {
    private Dates() {}

    static void requireInOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw Refusal.of(ErrorCode.DATES_OUT_OF_ORDER, "from", from, "to", to)
                    .at("to");
        }
    }
}
