package vn.minhchung.kernel.view;

import java.util.List;

/**
 * A view versioned by position: rows are only ever inserted, one version of one object each. The version's content is the
 * whole view record; columns repeat what lists filter by.
 *
 * <p>Stored as {@code <name>(id, from_position, ended, doc jsonb, columns…)} beside the identity table
 * {@code <name>_id(id, first_position)}.
 *
 * @param name {@code <module>_<view>}
 */
public record ViewTable<V extends Record>(String name, Class<V> type, List<Column<V>> columns) {
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied, never written to
    public static <V extends Record> ViewTable<V> of(String name, Class<V> type, Column<V>... columns) {
        return new ViewTable<>(name, type, List.of(columns));
    }
}
