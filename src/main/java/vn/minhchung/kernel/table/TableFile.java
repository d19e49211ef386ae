package vn.minhchung.kernel.table;

import java.util.List;
import vn.minhchung.kernel.text.Remark;

/**
 * The rows of a file, in order, wholly empty ones left out.
 *
 * @param rows of all visible sheets, one sheet after the other
 * @param notes what a person should know: a converted encoding, hidden rows, a hidden sheet that was not read
 */
public record TableFile(String fileName, List<TableRow> rows, List<Remark> notes) implements TableReading {

    public TableFile {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }
}
