package vn.minhchung.kernel.view;

import org.jspecify.annotations.Nullable;

/** What a projector may do. All writes of one event carry its position; the same event again writes nothing new. */
public interface ViewWriter {
    /** The object as of the events written so far; null when unknown or ended. */
    <V extends Record> @Nullable V get(ViewTable<V> table, String id);

    /** A new version of the object. */
    <V extends Record> void put(ViewTable<V> table, String id, V version);

    /** A version that ends the object: it is in no list from here on. */
    <V extends Record> void end(ViewTable<V> table, String id);

    /** One fact; values in the order of the table's columns. */
    void insert(RowTable table, @Nullable Object... values);
}
