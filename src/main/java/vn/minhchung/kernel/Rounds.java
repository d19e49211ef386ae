package vn.minhchung.kernel;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Work a process does again and again, on a thread of its own, between start and stop. A round that is under way at the stop
 * ends by itself. A round never throws: after an exception there would be no next one.
 */
public final class Rounds {
    private final String name;
    private final Duration firstAfter;
    private final Duration every;
    private final Runnable round;
    private volatile @Nullable ScheduledExecutorService running;
    private volatile @Nullable ScheduledFuture<?> next;

    public Rounds(String name, Duration firstAfter, Duration every, Runnable round) {
        this.name = name;
        this.firstAfter = firstAfter;
        this.every = every;
        this.round = round;
    }

    public void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name(name).factory());
        next = executor.scheduleWithFixedDelay(round, firstAfter.toSeconds(), every.toSeconds(), TimeUnit.SECONDS);
        running = executor;
    }

    public void stop() {
        ScheduledFuture<?> waiting = next;
        if (waiting != null) waiting.cancel(false);
        ScheduledExecutorService executor = running;
        if (executor != null) executor.shutdown();
        next = null;
        running = null;
    }

    public boolean isRunning() {
        return running != null;
    }
}
