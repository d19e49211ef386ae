package vn.minhchung.access;

/** PROVISIONAL: waits for a second person. IN_FORCE: holds within its dates. ENDED: revoked, ended or removed. */
public enum Standing {
    PROVISIONAL,
    IN_FORCE,
    ENDED
}
