package vn.minhchung.kernel.table;

import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.text.Remark;

/**
 * What is wrong with a file, and where.
 *
 * @param sheet null when the file has none or the whole file is meant
 * @param line counted from 1 as the person's program shows it; null when the whole sheet is meant
 * @param column counted from 1; null when the whole line is meant
 */
public record TableProblem(
        @Nullable String sheet,
        @Nullable Integer line,
        @Nullable Integer column,
        Remark remark) implements TableReading {

    public static TableProblem ofFile(Remark remark) {
        return new TableProblem(null, null, null, remark);
    }
}
