package vn.minhchung.platform.postgres;

import org.jspecify.annotations.Nullable;

/**
 * The database cannot be used, and a person has to do something about it. The message is one plain sentence, in
 * Vietnamese and on the next line in English.
 */
public class PostgresUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PostgresUnavailable(String vietnamese, String english) {
        this(vietnamese, english, null);
    }

    public PostgresUnavailable(String vietnamese, String english, @Nullable Throwable cause) {
        super(vietnamese + System.lineSeparator() + english, cause);
    }
}
