package vn.minhchung.kernel.view;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Reading the views as of a position; "now" is the same query at the head. */
public interface Views {
    <V extends Record> Optional<V> find(ViewTable<V> table, String id, long position);

    <V extends Record> Map<String, V> findAll(ViewTable<V> table, Collection<String> ids, long position);

    /** At most {@code first} objects after the identity order {@code after} (0: from the start), matching the filter. */
    <V extends Record> Page<V> page(ViewTable<V> table, Filter filter, long position, long after, int first);

    /** The qualified name of a table, for SQL of a module's own row tables: {@code select … from <name> where position <= ?}. */
    String qualified(String tableName);

    /** Up to which position every view has seen every event. */
    long position();

    /** Waits at most so long until the views have seen the position; false when the time is over. */
    boolean await(long position, Duration bound);

    /** Ten seconds. */
    default boolean await(long position) {
        return await(position, Duration.ofSeconds(10));
    }
}
