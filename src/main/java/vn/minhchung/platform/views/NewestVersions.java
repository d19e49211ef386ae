package vn.minhchung.platform.views;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest version of a table's objects, kept so that projecting need not read: what this batch wrote, and the objects
 * used last. Filled from the first event on, it knows that what it does not hold does not exist, until it first lets an
 * object go.
 */
final class NewestVersions {
    /** @param version null when the object has ended */
    record Newest(@Nullable Record version) {}

    private final int capacity;
    private final Map<String, Newest> batch = new HashMap<>();
    private final Map<String, Newest> kept = new LinkedHashMap<>(16, 0.75f, true);
    private boolean complete;

    NewestVersions(int capacity, boolean complete) {
        this.capacity = capacity;
        this.complete = complete;
    }

    @Nullable
    Newest get(String id) {
        Newest newest = batch.get(id);
        return newest != null ? newest : kept.get(id);
    }

    /** True when what is not held does not exist. */
    boolean complete() {
        return complete;
    }

    void wrote(String id, Newest newest) {
        batch.put(id, newest);
    }

    void read(String id, Newest newest) {
        keep(id, newest);
    }

    /** The batch is committed. */
    void committed() {
        batch.forEach(this::keep);
        batch.clear();
    }

    private void keep(String id, Newest newest) {
        kept.put(id, newest);
        if (kept.size() > capacity) {
            var eldest = kept.entrySet().iterator();
            eldest.next();
            eldest.remove();
            complete = false;
        }
    }
}
