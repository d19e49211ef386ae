package vn.minhchung.kernel.command;

import java.util.Map;
import java.util.Optional;

/** Turns a position somebody saw into the sequence a stream had then. */
public interface StreamSequences {
    /** The last sequence of the stream at or before the position; −1 when it had no event yet. */
    long sequenceAt(String stream, long position);

    /**
     * One of the streams that has an event by now beyond what was read.
     *
     * @param reads the last sequence that was read, by stream; −1 where there was none
     */
    default Optional<String> movedOn(Map<String, Long> reads) {
        return reads.entrySet().stream()
                .filter(read -> sequenceAt(read.getKey(), Long.MAX_VALUE) > read.getValue())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
