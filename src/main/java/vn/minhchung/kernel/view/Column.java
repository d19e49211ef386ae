package vn.minhchung.kernel.view;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of a view kept in a column of its own because lists filter or search by it.
 *
 * @param sqlType PostgreSQL type: {@code text}, {@code text[]}, {@code bigint}, {@code date}, {@code boolean}
 */
public record Column<V extends Record>(String name, String sqlType, Function<V, @Nullable Object> value) {
    public static <V extends Record> Column<V> text(String name, Function<V, @Nullable Object> value) {
        return new Column<>(name, "text", value);
    }
}
