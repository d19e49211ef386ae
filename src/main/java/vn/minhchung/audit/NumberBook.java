package vn.minhchung.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Document numbers that recorded events name. For staff, who see every event: a part of a series would show false gaps. */
public interface NumberBook {
    /** Everything known of each series up to the position, in recorded order. */
    Map<SeriesKey, List<NumberMention>> mentions(Collection<SeriesKey> series, long position);

    /**
     * Series of which a number is known, by year, issuer and kind.
     *
     * @param year null for every year
     */
    List<SeriesKey> series(@Nullable Integer year, long position, long after, int max);

    long count(@Nullable Integer year, long position);
}
