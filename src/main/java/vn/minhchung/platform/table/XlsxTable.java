package vn.minhchung.platform.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import vn.minhchung.kernel.table.TableFile;
import vn.minhchung.kernel.table.TableRow;
import vn.minhchung.kernel.text.Remark;

/** XLSX: the visible sheets, dates and numbers as text, cells merged downwards repeated in each of their rows. */
final class XlsxTable {

    private XlsxTable() {}

    static TableFile read(byte[] bytes, String fileName) throws TableException, IOException {
        XlsxPackage parts = XlsxPackage.inspect(bytes);
        List<TableRow> rows = new ArrayList<>();
        List<Remark> notes = new ArrayList<>();
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    readSheet(sheet, parts.mergesOf(sheet.getId()), workbook.isDate1904(), rows);
                } else {
                    notes.add(Remark.of("table.hidden_sheet", sheet.getName()));
                }
            }
        }
        if (rows.isEmpty()) {
            throw new TableException(Remark.of("table.empty"));
        }
        long hidden = rows.stream().filter(TableRow::hidden).count();
        if (hidden > 0) {
            notes.add(Remark.of("table.hidden_rows", Long.toString(hidden)));
        }
        return new TableFile(fileName, rows, notes);
    }

    private static void readSheet(Sheet sheet, List<XlsxPackage.Merge> merges, boolean date1904, List<TableRow> rows)
            throws TableException, IOException {
        // The text each merged cell shows, by its column, while its rows last.
        Map<Integer, Shown> shown = new TreeMap<>();
        try (Stream<Row> stream = sheet.openStream()) {
            Iterator<Row> each = stream.iterator();
            while (each.hasNext()) {
                Row row = each.next();
                List<String> cells = cells(row, date1904);
                for (XlsxPackage.Merge merge : merges) {
                    if (merge.firstRow() == row.getRowNum() && merge.column() < cells.size()) {
                        shown.put(merge.column(), new Shown(cells.get(merge.column()), merge));
                    }
                }
                shown.values().removeIf(s -> s.merge().lastRow() < row.getRowNum());
                shown.forEach((column, s) -> fill(cells, column, s.text()));
                TableRow read = new TableRow(sheet.getName(), row.getRowNum(), row.isHidden(), cells);
                if (!read.isEmpty()) {
                    rows.add(read);
                    TableLimits.check(rows);
                }
            }
        }
    }

    private record Shown(String text, XlsxPackage.Merge merge) {}

    private static void fill(List<String> cells, int column, String text) {
        while (cells.size() <= column) {
            cells.add("");
        }
        if (cells.get(column).isEmpty()) {
            cells.set(column, text);
        }
    }

    private static List<String> cells(Row row, boolean date1904) {
        List<String> cells = new ArrayList<>();
        int count = Math.min(row.getCellCount(), TableLimits.COLUMNS + 1);
        for (int i = 0; i < count; i++) {
            Cell cell = row.hasCell(i) ? row.getCell(i) : null;
            cells.add(cell == null ? "" : CellText.of(cell, date1904));
        }
        return cells;
    }
}
