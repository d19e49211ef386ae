package vn.minhchung.platform.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.table.TableProblem;
import vn.minhchung.kernel.table.TableRow;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.kernel.text.Remark;

/** The bounds of a file of rows; each has a problem of its own. */
final class TableLimits {

    static final int FILE_MIB = 10;
    static final int FILE_BYTES = FILE_MIB * 1024 * 1024;
    /** All parts of an XLSX together: what 20,000 full rows may need, and far below what a bomb makes of 10 MiB. */
    static final long UNPACKED_BYTES = 64L * 1024 * 1024;

    static final int ENTRIES = 2_000;
    static final int ROWS = 20_000;
    static final int COLUMNS = 256;
    /** What one cell of a spreadsheet can hold. */
    static final int CELL_CHARACTERS = 32_767;

    private static final int SHOWN = 60;

    private TableLimits() {}

    static void check(List<TableRow> rows) throws TableException {
        TableRow last = rows.getLast();
        if (rows.size() > ROWS) {
            throw problem(last, null, Remark.of("table.too_many_rows", grouped(ROWS)));
        }
        if (last.cells().size() > COLUMNS) {
            throw problem(last, null, Remark.of("table.too_many_columns", grouped(COLUMNS)));
        }
        for (int i = 0; i < last.cells().size(); i++) {
            if (last.cell(i).length() > CELL_CHARACTERS) {
                throw problem(last, i + 1, Remark.of("table.cell_too_long", grouped(CELL_CHARACTERS)));
            }
            int wrong = PlainText.firstUnstorable(last.cell(i));
            if (wrong >= 0) {
                throw problem(
                        last, i + 1, Remark.of("table.cell_no_text", PlainText.escaped(last.cell(i), wrong, SHOWN)));
            }
        }
    }

    private static TableException problem(TableRow row, @Nullable Integer column, Remark remark) {
        return new TableException(new TableProblem(row.sheet(), row.line(), column, remark));
    }

    private static String grouped(int number) {
        return number < 1_000 ? Integer.toString(number) : number / 1_000 + ".%03d".formatted(number % 1_000);
    }
}
