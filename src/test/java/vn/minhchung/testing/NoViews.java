package vn.minhchung.testing;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.Views;

/** Views that have seen everything and hold nothing; a test overrides what it asks for. */
public class NoViews implements Views {
    @Override
    public <V extends Record> Optional<V> find(ViewTable<V> table, String id, long position) {
        return Optional.empty();
    }

    @Override
    public <V extends Record> Map<String, V> findAll(ViewTable<V> table, Collection<String> ids, long position) {
        return Map.of();
    }

    @Override
    public <V extends Record> Page<V> page(ViewTable<V> table, Filter filter, long position, long after, int first) {
        throw new AssertionError("not asked");
    }

    @Override
    public String qualified(String tableName) {
        throw new AssertionError("not asked");
    }

    @Override
    public long position() {
        return 7;
    }

    @Override
    public boolean await(long position, Duration bound) {
        return true;
    }
}
