package vn.minhchung.platform.vault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.PersonId;

/**
 * The newest few thousand keys. An entry is believed for a minute, so that an erasure on another node reaches this one;
 * an erasure here takes effect at once. A destroyed key is destroyed for ever, so that entry does not age.
 */
final class KeyCache {
    private static final int CAPACITY = 4_096;
    private static final long BELIEVED_NANOS = Duration.ofMinutes(1).toNanos();

    /** @param value null when the key is destroyed */
    record Key(@Nullable SecretKey value) {
        static final Key DESTROYED = new Key(null);
    }

    private record Known(Key key, long readAt) {}

    private final LongSupplier nanos;
    private final Map<PersonId, Known> entries = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PersonId, Known> eldest) {
            return size() > CAPACITY;
        }
    };
    private long erasures;

    KeyCache(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Null when the key must be looked up. */
    synchronized @Nullable Key get(PersonId person) {
        Known entry = entries.get(person);
        if (entry == null) return null;
        boolean stale = entry.key().value() != null && nanos.getAsLong() - entry.readAt() > BELIEVED_NANOS;
        return stale ? null : entry.key();
    }

    /** To be read before the look-up and handed to {@link #put} after it. */
    synchronized long erasures() {
        return erasures;
    }

    /** Keeps what was looked up, unless a key was destroyed in between: it might have been this one. */
    synchronized void put(PersonId person, Key key, long erasuresBefore) {
        if (erasures == erasuresBefore) entries.put(person, new Known(key, nanos.getAsLong()));
    }

    synchronized void erased(PersonId person) {
        erasures++;
        entries.put(person, new Known(Key.DESTROYED, nanos.getAsLong()));
    }
}
