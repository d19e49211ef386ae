package vn.minhchung.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All metadata of one stored event as one value, written as canonical JSON (RFC 8785, texts only) and hashed as stored.
 *
 * @param part {@code i/n}: which part of its command's events this is
 * @param salt 32 hex digits; a published hash of the payload cannot be guessed
 * @param clock {@code "demo"} when the clock was driven, else absent
 * @param extra whatever else travels (trace and correlation ids), texts only
 */
public record Envelope(
        String part,
        String salt,
        String build,
        @Nullable String clock,
        @Nullable Decision decision,
        List<RuleRef> rules,
        List<String> warnings,
        @Nullable String causedBy,
        @Nullable String corrects,
        Map<String, String> extra) {

    public boolean lastPart() {
        return partNumber() == parts();
    }

    /** From 1. */
    public int partNumber() {
        return Integer.parseInt(part.substring(0, part.indexOf('/')));
    }

    /** How many events the command has. */
    public int parts() {
        return Integer.parseInt(part.substring(part.indexOf('/') + 1));
    }

    public @Nullable LocalDate effectiveOn() {
        return decision == null ? null : decision.effectiveOn();
    }
}
