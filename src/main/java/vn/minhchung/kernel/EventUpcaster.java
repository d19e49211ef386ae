package vn.minhchung.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an older revision of an event as the next one. A Spring bean of a module's {@code history} package; the codec
 * chains them, so each knows two neighbouring revisions only. The stored bytes stay as they are.
 */
public interface EventUpcaster {
    /** The stored name it reads. */
    String name();

    /** The stored revision it reads. */
    int revision();

    /** The name it turns the event into; the same, unless the event was renamed. */
    default String toName() {
        return name();
    }

    /** The revision it turns the event into. */
    default int toRevision() {
        return revision() + 1;
    }

    /** From JSON to JSON: a mutable map of texts, integers, booleans, lists and maps in, its successor out. */
    Map<String, @Nullable Object> upcast(Map<String, @Nullable Object> payload);
}
