package vn.minhchung.results.process;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.table.HeadedTable;
import vn.minhchung.kernel.table.TableFile;
import vn.minhchung.kernel.table.TableProblem;
import vn.minhchung.kernel.table.TableReader;
import vn.minhchung.kernel.table.TableReading;
import vn.minhchung.kernel.table.TableRow;
import vn.minhchung.kernel.text.Remark;
import vn.minhchung.kernel.text.VietnameseText;
import vn.minhchung.results.ImportRequest;

/**
 * The tasks of a file.
 *
 * @param notes about the file as a whole
 * @param problem why it is no such table; null when it is one
 */
record SourceTable(
        List<SourceLine> lines,
        List<Remark> notes,
        @Nullable TableProblem problem) {

    /** Each line is a command of its own; a department's archive has some hundreds. */
    static final int MOST_LINES = 2_000;

    /** A table without titles of tasks is another table. */
    private static final String TITLE = Column.TITLE.name();

    static SourceTable read(TableReader reader, ImportRequest request) {
        TableReading reading = reader.read(request.content(), request.fileName());
        return switch (reading) {
            case TableProblem problem -> new SourceTable(List.of(), List.of(), problem);
            case TableFile file -> read(file, request.source());
        };
    }

    private static SourceTable read(TableFile file, ImportRequest.Source source) {
        HeadedTable.Found found = HeadedTable.find(file, Column.known());
        List<SourceLine> lines = new ArrayList<>();
        List<Remark> notes = new ArrayList<>(file.notes());
        for (HeadedTable table : found.tables()) {
            if (!table.columns().containsKey(TITLE)) {
                return refused(TableProblem.ofFile(Remark.of("import.no_title_column")));
            }
            readLines(table, source, lines, notes);
        }
        if (found.tables().isEmpty()) return refused(found.problems().getFirst());
        // A sheet that cannot be read among others that can: said, so that nobody thinks it went in.
        found.problems()
                .forEach(problem ->
                        notes.add(Remark.of("import.sheet_not_read", problem.sheet() == null ? "" : problem.sheet())));
        if (lines.isEmpty()) return refused(TableProblem.ofFile(Remark.of("import.no_lines")));
        return lines.size() > MOST_LINES
                ? refused(TableProblem.ofFile(Remark.of("import.too_many_lines", "2.000")))
                : new SourceTable(List.copyOf(lines), List.copyOf(notes), null);
    }

    private static SourceTable refused(TableProblem problem) {
        return new SourceTable(List.of(), List.of(), problem);
    }

    private static void readLines(
            HeadedTable table, ImportRequest.Source source, List<SourceLine> lines, List<Remark> notes) {
        LineReader reader = new LineReader(table, source);
        TableRow section = null;
        for (TableRow row : table.rows()) {
            if (isOnlyNumbered(row)) continue;
            if (isTotal(row)) {
                notes.add(Remark.of("import.total_row", Integer.toString(row.line())));
            } else if (isSection(row, table)) {
                section = row;
                notes.add(Remark.of("import.section_row", Integer.toString(row.line()), firstText(row)));
            } else {
                lines.add(reader.read(row, section));
            }
        }
        List<String> unknown = table.unknownHeadings();
        if (!unknown.isEmpty()) notes.add(Remark.of("import.unknown_columns", String.join("; ", unknown)));
    }

    /** {@code I. Lĩnh vực nông nghiệp} across a table of several columns, outside the column of titles. */
    private static boolean isSection(TableRow row, HeadedTable table) {
        List<String> texts = row.cells().stream().filter(c -> !c.isBlank()).toList();
        if (table.columns().size() < 3 || texts.size() > 2) return false;
        boolean numbered = texts.size() == 2
                && texts.getFirst().strip().matches("[IVXLC]+|[A-ZĐ]")
                && texts.getFirst().equals(row.cell(0));
        return numbered || (texts.size() == 1 && table.cell(row, TITLE).isBlank());
    }

    /** A row prepared for a task that never came. */
    private static boolean isOnlyNumbered(TableRow row) {
        return row.cells().stream().filter(c -> !c.isBlank()).count() == 1
                && firstText(row).strip().matches("\\d+[.)]?");
    }

    private static boolean isTotal(TableRow row) {
        String first =
                VietnameseText.fold(firstText(row)).replaceAll("[^a-z]+", " ").strip();
        return first.matches("(tong|cong|tong cong|tong so|cong chung|tong kinh phi)");
    }

    private static String firstText(TableRow row) {
        List<String> texts = row.cells().stream().filter(c -> !c.isBlank()).toList();
        // A number before the text is the section's own.
        return texts.size() > 1 && texts.getFirst().strip().matches("[IVXLC]+|[A-ZĐ]|\\d+")
                ? texts.get(1)
                : texts.getFirst();
    }
}
