package vn.minhchung.platform.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.kernel.table.TableFile;
import vn.minhchung.kernel.table.TableProblem;
import vn.minhchung.kernel.table.TableRow;
import vn.minhchung.kernel.text.Remark;

/** CSV as departments save it: any of four separators, title rows first, quotes around cells with line ends. */
final class CsvTable {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int RECORDS_LOOKED_AT = 100;

    private CsvTable() {}

    static TableFile read(byte[] bytes, String fileName) throws TableException, IOException {
        CsvEncoding.Decoded decoded = CsvEncoding.decode(bytes);
        String text = decoded.text();
        int firstLine = 1;
        char separator = separator(text);
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4) {
            // Excel's own hint: names the separator, and is no row.
            separator = text.charAt(4);
            int end = text.indexOf('\n');
            text = end < 0 ? "" : text.substring(end + 1);
            firstLine = 2;
        }
        List<TableRow> rows = rows(text, separator, firstLine);
        if (rows.isEmpty()) {
            throw new TableException(Remark.of("table.empty"));
        }
        return new TableFile(fileName, rows, decoded.notes());
    }

    private static List<TableRow> rows(String text, char separator, int firstLine) throws TableException, IOException {
        List<TableRow> rows = new ArrayList<>();
        int line = firstLine;
        try (CsvReader<CsvRecord> csv = reader(separator, text);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            while (records.hasNext()) {
                CsvRecord each = records.next();
                line = (int) each.getStartingLineNumber() + firstLine - 1;
                TableRow row = new TableRow(null, line, false, each.getFields());
                if (!row.isEmpty()) {
                    rows.add(row);
                    TableLimits.check(rows);
                }
                line++;
            }
        } catch (CsvParseException e) {
            throw new TableException(new TableProblem(null, line, null, Remark.of("table.quotes")));
        }
        return rows;
    }

    /** The separator that cuts most of the first records into the same number of cells, more cells before fewer. */
    private static char separator(String text) {
        char best = SEPARATORS[0];
        int bestScore = 0;
        for (char each : SEPARATORS) {
            int score = score(text, each);
            if (score > bestScore) {
                best = each;
                bestScore = score;
            }
        }
        return best;
    }

    private static int score(String text, char separator) {
        Map<Integer, Integer> rowsOfWidth = new HashMap<>();
        int count = 0;
        try (CsvReader<CsvRecord> csv = reader(separator, text);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            while (records.hasNext() && count < RECORDS_LOOKED_AT) {
                rowsOfWidth.merge(records.next().getFieldCount(), 1, Integer::sum);
                count++;
            }
        } catch (CsvParseException | IOException _) {
            return best(rowsOfWidth); // Cut at the wrong place a quote may stay open; what was read so far counts.
        }
        return best(rowsOfWidth);
    }

    private static int best(Map<Integer, Integer> rowsOfWidth) {
        return rowsOfWidth.entrySet().stream()
                .filter(e -> e.getKey() > 1)
                .mapToInt(e -> e.getKey() * e.getValue())
                .max()
                .orElse(0);
    }

    private static CsvReader<CsvRecord> reader(char separator, String text) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text);
    }
}
