package vn.minhchung.kernel.log;

/** In which way a log is not what was sealed. */
public enum Damage {
    /** The checkpoint was altered, or nobody with the log's key signed it. */
    SIGNATURE,
    /** The hashes in the tiles do not give the root that was signed. */
    TILE,
    /** The entry that was kept is not the one the leaf is the hash of. */
    ENTRY,
    PAYLOAD,
    /** Metadata; the salt of the payload among them. */
    ENVELOPE,
    /** The stored or the recorded time. */
    TIME,
    /** Another field: stream, sequence, type, name or revision. */
    EVENT,
    DELETED,
    INSERTED,
    /** Two events changed places. */
    SWAPPED,
    /** Another event stands there. */
    REPLACED,
    /** Sealed events at the end are not there. */
    TAIL_CUT,
}
