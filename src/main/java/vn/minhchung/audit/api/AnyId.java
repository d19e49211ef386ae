package vn.minhchung.audit.api;

import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Id;

/** An id of whatever kind, as found in a payload: audit knows no module's types. */
record AnyId(String value) implements Id {
    static @Nullable AnyId of(@Nullable String value) {
        return value == null ? null : new AnyId(value);
    }
}
