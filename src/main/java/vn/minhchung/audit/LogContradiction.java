package vn.minhchung.audit;

import java.time.Instant;
import vn.minhchung.kernel.log.SignedNote;

/**
 * A checkpoint that the log's key and a witness signed, and that this log does not hold.
 *
 * @param size of that checkpoint, {@code root} its root, 32 bytes
 * @param ownSize sealed events of this log when it was found, {@code ownRoot} their root
 */
public record LogContradiction(
        LogContradictionId id,
        Kind kind,
        long size,
        byte[] root,
        SignedNote note,
        long ownSize,
        byte[] ownRoot,
        Instant foundAt) {
    public enum Kind {
        /** The log is shorter than what was signed: an older state was put back. */
        OLD_BACKUP,
        /** The log is as long, and another one: it was rewritten, or two faces are shown. */
        SPLIT_VIEW
    }
}
