package vn.minhchung.platform.security;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slows down guessing: after ten failures in a row a log-in from one address is refused unread for a minute. Counted per
 * log-in and address, so that nobody can lock another person out from elsewhere.
 */
final class FailedLogins {
    static final int ALLOWED = 10;
    static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int CAPACITY = 10_000;

    private record Count(int failures, long last) {}

    private final LongSupplier nanos;
    private final Map<String, Count> counts = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > CAPACITY;
        }
    };

    FailedLogins(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized boolean tooMany(String door) {
        Count count = counts.get(door);
        if (count == null || count.failures() < ALLOWED) return false;
        if (nanos.getAsLong() - count.last() < PAUSE.toNanos()) return true;
        counts.remove(door);
        return false;
    }

    synchronized void failed(String door) {
        Count before = counts.get(door);
        counts.put(door, new Count(before == null ? 1 : before.failures() + 1, nanos.getAsLong()));
    }

    synchronized void passed(String door) {
        counts.remove(door);
    }
}
