package vn.minhchung.kernel.log;

import java.util.Optional;

/** The secrets of the keys that sign this log's checkpoints; the same on every node. */
public interface LogKeys {
    /** The name of the log, first line of its checkpoints and the keys' name. */
    String origin();

    /** The log's first key, made when it is asked for the first time ever. */
    SigningKey first();

    /**
     * Another key, made when it is asked for the first time under this name.
     *
     * @param name of 1–128 characters, for instance of the request it is made for
     */
    SigningKey made(String name);

    /** The secret of a key; empty when this is not a key of ours. */
    Optional<SigningKey> of(VerifierKey verifier);
}
