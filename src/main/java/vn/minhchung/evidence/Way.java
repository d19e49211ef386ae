package vn.minhchung.evidence;

import java.util.List;
import java.util.stream.Stream;

/**
 * One way of damaging a log.
 *
 * @param name in English, for file names too
 * @param vietnamese the same
 * @param placed done at each of the positions; else once
 */
record Way(String name, String vietnamese, boolean placed, Doing doing) {
    /** Damages the copy. */
    interface Doing {
        /** @return what has to be said of it */
        Expected at(LogCopy copy, long position);
    }

    static Way at(String name, String vietnamese, Doing doing) {
        return new Way(name, vietnamese, true, doing);
    }

    static Way once(String name, String vietnamese, Doing doing) {
        return new Way(name, vietnamese, false, doing);
    }

    /** Every way there is; the first damages nothing. */
    static List<Way> all() {
        return Stream.of(EventWays.all(), SealWays.all(), HistoryWays.all(), ViewWays.all())
                .flatMap(List::stream)
                .toList();
    }
}
