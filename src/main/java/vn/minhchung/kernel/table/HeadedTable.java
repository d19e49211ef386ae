package vn.minhchung.kernel.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.text.Remark;
import vn.minhchung.kernel.text.VietnameseText;

/**
 * A table whose header was found by its words: titles above it, known columns by name, and the rows below, without
 * repeated headers and the line of column numbers printed tables have.
 *
 * @param columns name of each known column found, and its place counted from 0
 * @param rows may hold section lines ({@code I. Lĩnh vực nông nghiệp}): rows with one cell
 */
public record HeadedTable(List<TableRow> titles, TableRow header, Map<String, Integer> columns, List<TableRow> rows) {

    /** A header stands near the top; below that a row that resembles one is data. */
    private static final int ROWS_SEARCHED = 50;

    private static final int FEWEST_COLUMNS = 2;
    /** A longer text is prose; cutting its brackets could cost its square in steps. */
    private static final int LONGEST_HEADING = 300;

    public HeadedTable {
        titles = List.copyOf(titles);
        columns = Map.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The tables of a file, one for each sheet with a header, and what is wrong with the others. */
    public record Found(List<HeadedTable> tables, List<TableProblem> problems) {}

    /**
     * Finds the header of each sheet: the row with most known headings, at least two.
     *
     * @param known the headings of each column by its name; compared without accents, case, punctuation and brackets
     */
    public static Found find(TableFile file, Map<String, ? extends Collection<String>> known) {
        Map<String, String> columnOf = new LinkedHashMap<>();
        known.forEach((column, headings) -> headings.forEach(h -> columnOf.put(key(h), column)));
        Map<String, List<TableRow>> bySheet = new LinkedHashMap<>();
        for (TableRow row : file.rows()) {
            bySheet.computeIfAbsent(Objects.requireNonNullElse(row.sheet(), ""), _ -> new ArrayList<>())
                    .add(row);
        }
        List<HeadedTable> tables = new ArrayList<>();
        List<TableProblem> problems = new ArrayList<>();
        bySheet.values().forEach(rows -> findIn(rows, columnOf, tables, problems));
        if (bySheet.isEmpty()) {
            problems.add(TableProblem.ofFile(Remark.of("table.empty")));
        }
        return new Found(List.copyOf(tables), List.copyOf(problems));
    }

    /** The text of a known column in a row; {@code ""} when the table has no such column. */
    public String cell(TableRow row, String column) {
        Integer place = columns.get(column);
        return place == null ? "" : row.cell(place);
    }

    /** The heading of a known column as printed, for its unit; null when the table has no such column. */
    public @Nullable String heading(String column) {
        Integer place = columns.get(column);
        return place == null ? null : header.cell(place);
    }

    /** The headings nobody knows, in order. */
    public List<String> unknownHeadings() {
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < header.cells().size(); i++) {
            if (!columns.containsValue(i) && !header.cell(i).isBlank()) {
                unknown.add(header.cell(i));
            }
        }
        return List.copyOf(unknown);
    }

    private static void findIn(
            List<TableRow> rows, Map<String, String> columnOf, List<HeadedTable> tables, List<TableProblem> problems) {
        int best = -1;
        int most = FEWEST_COLUMNS - 1;
        for (int i = 0; i < Math.min(rows.size(), ROWS_SEARCHED); i++) {
            int matches = columns(rows.get(i), columnOf).size();
            if (matches > most) {
                best = i;
                most = matches;
            }
        }
        if (best < 0) {
            problems.add(new TableProblem(rows.getFirst().sheet(), null, null, Remark.of("table.header_missing")));
            return;
        }
        TableRow header = rows.get(best);
        TableProblem twice = columnTwice(header, columnOf);
        if (twice != null) {
            problems.add(twice);
            return;
        }
        List<TableRow> data = rows.subList(best + 1, rows.size()).stream()
                .filter(row -> !isHeaderAgain(row, header) && !isColumnNumbers(row))
                .toList();
        tables.add(new HeadedTable(rows.subList(0, best), header, columns(header, columnOf), data));
    }

    private static Map<String, Integer> columns(TableRow row, Map<String, String> columnOf) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String column = column(row.cell(i), columnOf);
            if (column != null) {
                columns.putIfAbsent(column, i);
            }
        }
        return columns;
    }

    private static @Nullable TableProblem columnTwice(TableRow header, Map<String, String> columnOf) {
        Map<String, String> seen = new LinkedHashMap<>();
        for (int i = 0; i < header.cells().size(); i++) {
            String column = column(header.cell(i), columnOf);
            String before = column == null ? null : seen.putIfAbsent(column, header.cell(i));
            if (before != null) {
                Remark remark = Remark.of("table.header_twice", before, header.cell(i));
                return new TableProblem(header.sheet(), header.line(), i + 1, remark);
            }
        }
        return null;
    }

    private static @Nullable String column(String heading, Map<String, String> columnOf) {
        if (heading.isBlank() || heading.length() > LONGEST_HEADING) {
            return null;
        }
        String whole = columnOf.get(key(heading));
        return whole != null ? whole : columnOf.get(key(heading.replaceAll("\\([^()]*\\)", " ")));
    }

    private static String key(String heading) {
        return VietnameseText.fold(heading).replaceAll("[^a-z0-9]+", " ").strip();
    }

    private static boolean isHeaderAgain(TableRow row, TableRow header) {
        return row.cells().equals(header.cells());
    }

    /** {@code (1) (2) (3)}: printed under the header of many forms. */
    private static boolean isColumnNumbers(TableRow row) {
        List<String> texts = row.cells().stream().filter(c -> !c.isBlank()).toList();
        for (int i = 0; i < texts.size(); i++) {
            String bare = texts.get(i).strip().replaceAll("^[(\\[]|[)\\]]$", "");
            if (!bare.equals(Integer.toString(i + 1))) {
                return false;
            }
        }
        return texts.size() > 2;
    }
}
