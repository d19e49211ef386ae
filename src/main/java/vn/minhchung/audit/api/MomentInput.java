package vn.minhchung.audit.api;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Moments;

/** The input {@code MomentInput} of the schema: exactly one of both. */
record MomentInput(@Nullable Instant at, @Nullable Long position) {

    /** Two moments of one record, the earlier first. */
    record Between(Moment from, Moment to) {}

    /** Finds the moments that are named, never after the one that is shown. */
    @Component
    static final class Reader {
        private final Moments moments;
        private final StoryClock clock;

        Reader(Moments moments, StoryClock clock) {
            this.moments = moments;
            this.clock = clock;
        }

        /**
         * @param to null for the moment that is shown
         * @throws Refusal ASOF_ARGUMENT
         */
        Between between(MomentInput from, @Nullable MomentInput to, Moment shown) {
            Moment first = moment(from, "from", shown);
            Moment last = to == null ? shown : moment(to, "to", shown);
            if (first.position() > last.position())
                throw Refusal.of(
                                ErrorCode.ASOF_ARGUMENT,
                                "problem",
                                "order",
                                "value",
                                first.position(),
                                "limit",
                                last.position())
                        .at("from");
            return new Between(first, last);
        }

        private Moment moment(MomentInput named, String argument, Moment shown) {
            Instant at = named.at();
            Long position = named.position();
            if ((at == null) == (position == null))
                throw refused("exactly one of", "at, position").at(argument);
            if (at != null && at.isAfter(clock.now()))
                throw refused("future", at).at(argument);
            Optional<Moment> found =
                    at != null ? Optional.of(moments.at(at)) : moments.at(position == null ? 0 : position);
            return found.filter(moment -> moment.position() <= shown.position())
                    .orElseThrow(
                            () -> refused("future", at != null ? at : position).at(argument));
        }

        private static Refusal refused(String problem, @Nullable Object value) {
            return Refusal.of(ErrorCode.ASOF_ARGUMENT, "problem", problem, "value", String.valueOf(value));
        }
    }
}
