package vn.minhchung.kernel.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row.
 *
 * @param sheet null for CSV
 * @param line counted from 1, as the person's program shows it; of a record over several lines, its first
 * @param hidden whether the person's program does not show it
 * @param cells texts as a person sees them, {@code ""} for an empty cell
 */
public record TableRow(@Nullable String sheet, int line, boolean hidden, List<String> cells) {

    public TableRow {
        cells = List.copyOf(cells);
    }

    /** The text of a column counted from 0; {@code ""} beyond the last cell. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isEmpty() {
        return cells.stream().allMatch(String::isBlank);
    }
}
