package vn.minhchung.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.CanonicalJson;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.Sha256;

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
        @Nullable String requestId) {

    /** SHA-256 over the hash before, in hex, and the row as canonical JSON; lower-case hex. */
    public String hashAfter(@Nullable String before) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("after", before);
        row.put("at", Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
        row.put("day", day.toString());
        row.put("kind", kind);
        row.put("account", account);
        row.put("actor", actor);
        row.put("mutation", mutation);
        row.put("code", code);
        row.put("rule", ruleText());
        row.put("facts", facts);
        row.put("position", position == null ? null : position.toString());
        row.put("requestId", requestId);
        return Sha256.hex(CanonicalJson.write(row));
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
