package vn.minhchung.eventstore.archive;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The two entries of an envelope a log cannot be checked without; the others may be of any time.
 *
 * @param part from 1, of so many
 * @param salt 16 bytes
 */
record EnvelopeFacts(int part, int parts, byte[] salt) {
    private static final Pattern PART = Pattern.compile("([1-9][0-9]{0,5})/([1-9][0-9]{0,5})");
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");

    /** Null when the envelope lacks one. */
    static @Nullable EnvelopeFacts of(JsonNode envelope) {
        Matcher part = PART.matcher(envelope.path("part").asString(""));
        String salt = envelope.path("salt").asString("");
        if (!part.matches() || !SALT.matcher(salt).matches()) return null;
        return new EnvelopeFacts(
                Integer.parseInt(part.group(1)),
                Integer.parseInt(part.group(2)),
                HexFormat.of().parseHex(salt));
    }

    boolean last() {
        return part == parts;
    }
}
