package vn.minhchung.access;

import vn.minhchung.kernel.Secret;

/**
 * Password hashes, outside the log, by credential id. An event says which credential is an account's present one, so a
 * hash written for a command that was never recorded opens no door. Used inside this module.
 */
public interface Credentials {
    void put(String credential, Secret password);

    /** Takes about as long for an unknown credential. */
    boolean matches(String credential, String password);

    /** The credential was replaced: its hash is blanked. */
    void forget(String credential);
}
