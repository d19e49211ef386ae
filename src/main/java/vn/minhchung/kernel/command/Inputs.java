package vn.minhchung.kernel.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What commands make of their input. */
public final class Inputs {
    private Inputs() {}

    /** An input list may be left out; the command then has an empty one. */
    public static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
