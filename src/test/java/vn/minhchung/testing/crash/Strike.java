package vn.minhchung.testing.crash;

import java.util.concurrent.TimeUnit;

/**
 * A kill that waits for its moment.
 *
 * @param passage of the point, from 1 on
 * @param pauseMicros after it, while the thread stands there
 * @param postmaster process id of the database's server
 */
public record Strike(CrashPoint point, int passage, int pauseMicros, Victim victim, long postmaster) {
    /** What is killed. */
    public enum Victim {
        APPLICATION,
        DATABASE,
        BOTH;

        public boolean application() {
            return this != DATABASE;
        }

        public boolean database() {
            return this != APPLICATION;
        }
    }

    public String line() {
        return "%s %d %d %s %d".formatted(point, passage, pauseMicros, victim, postmaster);
    }

    /** The reverse of {@link #line}. */
    public static Strike of(String line) {
        String[] parts = line.split(" ", 5);
        return new Strike(
                CrashPoint.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Victim.valueOf(parts[3]),
                Long.parseLong(parts[4]));
    }

    long pauseNanos() {
        return TimeUnit.MICROSECONDS.toNanos(pauseMicros);
    }
}
