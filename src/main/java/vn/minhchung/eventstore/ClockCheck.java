package vn.minhchung.eventstore;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This machine's clock beside the database's. A node whose clock is off appends nothing: its events would have wrong times. */
public final class ClockCheck {
    private static final Logger log = LoggerFactory.getLogger(ClockCheck.class);

    private final InstantSource clock;
    private final Duration allowed;
    private volatile @Nullable String off;

    /** @param clock this machine's real clock, never the driven one */
    public ClockCheck(InstantSource clock, Duration allowed) {
        this.clock = clock;
        this.allowed = allowed;
    }

    /** Why this node must not append; null when its clock was right when it was last compared. */
    public @Nullable String off() {
        return off;
    }

    /** To be asked before the database is. */
    public long now() {
        return clock.millis();
    }

    /**
     * The database read its clock at some time between before and now.
     *
     * @param before {@link #now}, then
     */
    public void compare(long before, long databaseMs) {
        long ms = databaseMs < before ? databaseMs - before : Math.max(0, databaseMs - now());
        off = Math.abs(ms) > allowed.toMillis()
                ? "this machine's clock is %d ms off the database's".formatted(-ms)
                : null;
        if (off != null) log.error("nothing is appended: {}", off);
    }
}
