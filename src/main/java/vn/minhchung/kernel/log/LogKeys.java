package vn.minhchung.kernel.log;

/** The key that signs this log's checkpoints; the same on every node. */
public interface LogKeys {
    /** The name of the log, first line of its checkpoints and the key's name. */
    String origin();

    /** Made when it is asked for the first time ever. */
    SigningKey signing();
}
