package vn.minhchung.bench;

/**
 * One measurement as it goes into the raw data; times in microseconds.
 *
 * @param part which comparison it belongs to
 * @param repetition from 1
 */
record Sample(
        String part,
        String peer,
        int callers,
        int repetition,
        long calls,
        long perSecond,
        long p50,
        long p95,
        long p99,
        long p999) {
    static final String HEADER = "part,peer,callers,repetition,calls,per_second,p50_us,p95_us,p99_us,p99.9_us";

    static Sample of(String part, String peer, int repetition, Measured measured) {
        return new Sample(
                part,
                peer,
                measured.callers(),
                repetition,
                measured.calls(),
                measured.perSecond(),
                measured.micros(500),
                measured.micros(950),
                measured.micros(990),
                measured.micros(999));
    }

    String csv() {
        return "\"%s\",\"%s\",%d,%d,%d,%d,%d,%d,%d,%d"
                .formatted(part, peer, callers, repetition, calls, perSecond, p50, p95, p99, p999);
    }
}
