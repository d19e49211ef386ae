package vn.minhchung.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.log.RefusedRow;

/**
 * One refused attempt as kept outside the stream. Each is chained to the one before: its hash covers the other's, so that a
 * missing or altered row shows.
 *
 * @param kind {@code COMMAND} or {@code LOGIN}
 * @param facts as canonical JSON, the bytes that are hashed
 * @param position the record's head as the attempt's sender could know it
 */
public record Refused(
        Instant at,
        LocalDate day,
        String kind,
        @Nullable String account,
        @Nullable String actor,
        @Nullable String mutation,
        String code,
        @Nullable RuleRef rule,
        String facts,
        @Nullable Long position,
        @Nullable String requestId)
        implements Chained {

    /** As {@link RefusedRow#hashAfter}. */
    @Override
    public String hashAfter(@Nullable String before) {
        return new RefusedRow(
                        ChronoUnit.MICROS.between(Instant.EPOCH, at),
                        day.toString(),
                        kind,
                        account,
                        actor,
                        mutation,
                        code,
                        ruleText(),
                        facts,
                        position,
                        requestId)
                .hashAfter(before);
    }

    public @Nullable String ruleText() {
        return rule == null ? null : rule.family() + ":" + rule.version();
    }

    public static @Nullable RuleRef rule(@Nullable String text) {
        if (text == null) return null;
        int colon = text.indexOf(':');
        return new RuleRef(text.substring(0, colon), text.substring(colon + 1));
    }
}
