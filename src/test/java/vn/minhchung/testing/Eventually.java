package vn.minhchung.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what happens on another thread or in another process. */
public final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Eventually() {}

    /** Assertions about something that is not so yet. */
    @FunctionalInterface
    public interface Check {
        void run() throws Exception;
    }

    /** Repeats the check until it passes; after 30 s its last failure is the test's. */
    public static void eventually(Check check) {
        eventually(LIMIT, check);
    }

    public static void eventually(Duration limit, Check check) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                check.run();
                return;
            } catch (Exception | AssertionError notYet) {
                if (System.nanoTime() - end > 0) {
                    throw new AssertionError("not within " + limit + ": " + notYet.getMessage(), notYet);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
