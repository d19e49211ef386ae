package vn.minhchung.kernel;

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
    private final long firstAfterMinutes;
    private final long everyMinutes;
    private final Runnable round;
    private volatile @Nullable ScheduledExecutorService running;
    private volatile @Nullable ScheduledFuture<?> next;

    public Rounds(String name, long firstAfterMinutes, long everyMinutes, Runnable round) {
        this.name = name;
        this.firstAfterMinutes = firstAfterMinutes;
        this.everyMinutes = everyMinutes;
        this.round = round;
    }

    public void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name(name).factory());
        next = executor.scheduleWithFixedDelay(round, firstAfterMinutes, everyMinutes, TimeUnit.MINUTES);
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
