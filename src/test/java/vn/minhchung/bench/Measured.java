package vn.minhchung.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a number of callers got done in a time.
 *
 * @param microseconds how long each call took, ascending
 */
record Measured(int callers, Duration time, long[] microseconds) {
    @SuppressWarnings("ArrayRecordComponent")
    Measured {}

    /** One call: by which caller, and its how-many-eth. */
    @FunctionalInterface
    interface Call {
        void run(int caller, int n) throws Exception;
    }

    /** Every caller calls again and again, each on a thread of its own, until the time is over. */
    static Measured of(int callers, Duration time, Call call) throws InterruptedException {
        List<Future<List<Long>>> running = new ArrayList<>();
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        List<Long> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            for (int i = 0; i < callers; i++) {
                int caller = i;
                running.add(threads.submit(() -> {
                    List<Long> took = new ArrayList<>();
                    for (int n = 0; System.nanoTime() < end; n++) {
                        long before = System.nanoTime();
                        call.run(caller, n);
                        took.add((System.nanoTime() - before) / 1_000);
                    }
                    return took;
                }));
            }
            for (Future<List<Long>> one : running) all.addAll(one.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return new Measured(
                callers, took, all.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    long perSecond() {
        return microseconds.length * 1_000L / Math.max(1, time.toMillis());
    }

    /** The time within which this share of the calls was answered, as milliseconds with two decimals. */
    String within(int percent) {
        return microseconds.length == 0 ? "–" : millis(micros(percent * 10));
    }

    /** The time within which so many of a thousand calls were answered, in microseconds; 0 when there were none. */
    long micros(int ofThousand) {
        if (microseconds.length == 0) return 0;
        long index = microseconds.length * (long) ofThousand / 1_000;
        return microseconds[(int) Math.min(microseconds.length - 1, index)];
    }

    /** Two decimals. */
    static String millis(long micros) {
        long hundredths = micros / 10;
        return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
    }

    int calls() {
        return microseconds.length;
    }

    @Override
    public String toString() {
        return "%d callers: %d calls, %d/s, p50 %s ms, p99 %s ms"
                .formatted(callers, calls(), perSecond(), within(50), within(99));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Measured it
                && callers == it.callers
                && time.equals(it.time)
                && Arrays.equals(microseconds, it.microseconds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(microseconds);
    }
}
