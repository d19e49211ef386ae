package vn.minhchung.kernel.log;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.CanonicalJson;
import vn.minhchung.kernel.Sha256;

/**
 * One reading exactly as stored, as far as it is hashed. Each is chained to the one before: its hash covers the other's, so
 * that a missing or altered row shows.
 *
 * @param atUs epoch microseconds
 * @param day ISO 8601
 * @param detail what was read, exact canonical JSON
 */
public record ReadingRow(
        long atUs,
        String day,
        String kind,
        String account,
        String actor,
        @Nullable String operation,
        String detail,
        long position,
        @Nullable String requestId) {
    /** Advisory lock of the chain's end: whoever adds to the chain holds it until the rows are committed. */
    public static final long CHAIN_LOCK = 0x4d43_5245_4144_494eL;

    /** SHA-256 over the hash before, in hex, and the row as canonical JSON; lower-case hex. */
    public String hashAfter(@Nullable String before) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("after", before);
        row.put("at", Long.toString(atUs));
        row.put("day", day);
        row.put("kind", kind);
        row.put("account", account);
        row.put("actor", actor);
        row.put("operation", operation);
        row.put("detail", detail);
        row.put("position", Long.toString(position));
        row.put("requestId", requestId);
        return Sha256.hex(CanonicalJson.write(row));
    }
}
