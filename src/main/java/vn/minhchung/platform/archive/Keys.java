package vn.minhchung.platform.archive;

import java.util.Base64;
import java.util.List;

/**
 * What a system needs beside its log to be the same elsewhere, and what must never be in the log: persons' keys, the
 * server's secrets and password hashes. Persons whose key was destroyed are named, so that none is made anew.
 *
 * @param version of the format
 */
record Keys(
        String format,
        int version,
        List<PersonKey> persons,
        List<Erased> erased,
        List<ServerSecret> secrets,
        List<Password> passwords) {
    static final String FORMAT = "minhchung-keys";
    static final int VERSION = 1;

    /** @throws NullPointerException when there is nothing where a row should be */
    Keys {
        persons = List.copyOf(persons);
        erased = List.copyOf(erased);
        secrets = List.copyOf(secrets);
        passwords = List.copyOf(passwords);
    }

    /** @param key base64 */
    record PersonKey(String person, String key, long createdUs) {
        PersonKey {
            requireBase64(key);
        }
    }

    record Erased(String person, long atUs) {}

    /** @param value base64 */
    record ServerSecret(String name, String value) {
        ServerSecret {
            requireBase64(value);
        }
    }

    /** @param hash as stored; the password itself nobody has */
    record Password(String credential, String hash, long changedUs) {}

    private static void requireBase64(String text) {
        if (Base64.getDecoder().decode(text).length == 0) throw new IllegalArgumentException("empty");
    }

    int count() {
        return persons.size() + erased.size() + secrets.size() + passwords.size();
    }

    /** Never in a log. */
    @Override
    public String toString() {
        return "Keys[" + count() + "]";
    }
}
