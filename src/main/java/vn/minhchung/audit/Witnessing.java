package vn.minhchung.audit;

/** Where witnesses hand in what they signed. */
public interface Witnessing {
    enum Answer {
        KEPT,
        /** No signed checkpoint. */
        MALFORMED,
        /** Of a log by another name, or not signed by this one's key. */
        OTHER_LOG,
        /** No line is of a witness whose signatures count. */
        UNKNOWN_WITNESS,
        /** A line in a witness's name is not by its key. */
        NOT_SIGNED,
        /** Not all events are sealed yet that it covers: to be handed in again. */
        NOT_YET,
        /** Signed by this log's key and seen by a witness, and not what this log holds: it was put back, or shows two faces. */
        CONTRADICTS
    }

    /** @param note the checkpoint as it was served, with the witness's line; may be of any length, UTF-8 or not */
    Answer cosigned(byte[] note);
}
