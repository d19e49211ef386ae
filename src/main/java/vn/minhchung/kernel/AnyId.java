package vn.minhchung.kernel;

import org.jspecify.annotations.Nullable;

/** An id of whatever kind, for who knows no module's types. */
public record AnyId(String value) implements Id {
    public static @Nullable AnyId of(@Nullable String value) {
        return value == null ? null : new AnyId(value);
    }
}
