package vn.minhchung.kernel.log.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle says of itself in its first line.
 *
 * @param of id of the object; null: the whole log
 * @param asOf last position that bears on the report
 * @param size of the checkpoint
 * @param complete true: it carries every leaf entry up to {@code size}, so that absence can be shown
 * @param streams those of which every event up to {@code asOf} is in it; of a whole log none is named, for all are
 * @param events number of event lines
 * @param documents number of document lines
 */
public record BundleHead(
        @Nullable String of,
        long asOf,
        long size,
        boolean complete,
        List<String> streams,
        long events,
        long documents) {

    public BundleHead {
        if (asOf < 0 || asOf > size) throw new IllegalArgumentException("as of " + asOf + " of " + size);
        streams = List.copyOf(streams);
    }

    /** Every event of the log, with every entry. */
    public static BundleHead wholeLog(long size, long documents) {
        return new BundleHead(null, size, size, true, List.of(), size, documents);
    }
}
