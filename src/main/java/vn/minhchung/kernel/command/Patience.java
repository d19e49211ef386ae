package vn.minhchung.kernel.command;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long one command may wait in all: for its turn, for the locks of its aggregates, for its events to be durable. Each of
 * these waits is bounded by what is left, so that together with a connection's own bounds a caller has an answer within ten
 * seconds, also when the database is away.
 */
public final class Patience {
    private static final ScopedValue<Long> END = ScopedValue.newInstance();

    private Patience() {}

    /** Carries the work out on this thread; what waits in it asks for {@link #left}. Within another bound the shorter one holds. */
    public static <T> T within(Duration bound, Supplier<T> work) {
        return ScopedValue.where(END, System.nanoTime() + left(bound).toNanos()).call(work::get);
    }

    /** What is left, never more than asked for and never below zero; outside of a command as much as asked for. */
    public static Duration left(Duration atMost) {
        if (!END.isBound()) return atMost;
        long nanos = Math.clamp(END.get() - System.nanoTime(), 0, atMost.toNanos());
        return Duration.ofNanos(nanos);
    }
}
