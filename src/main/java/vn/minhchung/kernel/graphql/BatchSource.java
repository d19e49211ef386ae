package vn.minhchung.kernel.graphql;

import java.util.Collection;
import java.util.Map;

/**
 * Loads many values in a constant number of SQL statements. Keys are records that carry their Moment's position, so that
 * two moments in one operation never mix. A Spring bean.
 */
public interface BatchSource<K, V> {
    String name();

    Map<K, V> load(Collection<K> keys);
}
