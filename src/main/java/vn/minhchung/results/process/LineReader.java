package vn.minhchung.results.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.table.HeadedTable;
import vn.minhchung.kernel.table.TableRow;
import vn.minhchung.kernel.text.Certainty;
import vn.minhchung.kernel.text.MoneyUnit;
import vn.minhchung.kernel.text.Period;
import vn.minhchung.kernel.text.PeriodText;
import vn.minhchung.kernel.text.PersonText;
import vn.minhchung.kernel.text.Reading;
import vn.minhchung.kernel.text.Remark;
import vn.minhchung.projects.PastField;
import vn.minhchung.projects.PastTasks;
import vn.minhchung.results.ImportRequest;
import vn.minhchung.results.process.SourceLine.Doubt;

/** Reads one row of a table: its cells in the table's order, and what somebody should look at. */
final class LineReader {
    private final HeadedTable table;
    private final ImportRequest.Source source;
    private final Map<Integer, Column> columns = new LinkedHashMap<>();

    LineReader(HeadedTable table, ImportRequest.Source source) {
        this.table = table;
        this.source = source;
        table.columns().forEach((name, place) -> columns.put(place, Column.valueOf(name)));
    }

    /** @param section heading line above the row; null when there is none */
    SourceLine read(TableRow row, @Nullable TableRow section) {
        return new Row(row, section).read();
    }

    private String heading(int place) {
        String printed = table.header().cell(place);
        return printed.isBlank() ? "(cột %d)".formatted(place + 1) : printed;
    }

    /** The unit a column's heading states, else the one a title row states for the whole table. */
    private @Nullable MoneyUnit unit(int place) {
        return MoneyUnit.inHeader(table.header().cell(place))
                .orElseGet(() -> table.titles().stream()
                        .flatMap(title -> title.cells().stream())
                        .map(CellReadings::tidy)
                        .filter(text -> text.matches("(?iu).*(đơn vị( tính)?|đvt)\\s*:.*"))
                        .flatMap(text -> MoneyUnit.inHeader(text).stream())
                        .findFirst()
                        .orElse(null));
    }

    /** One row on its way to a line. */
    private final class Row {
        private final TableRow row;
        private final @Nullable TableRow section;
        private final NamedPieces named = new NamedPieces();
        private final Map<Integer, List<SourceCell>> cells = new LinkedHashMap<>();
        private final List<Doubt> doubts = new ArrayList<>();

        Row(TableRow row, @Nullable TableRow section) {
            this.row = row;
            this.section = section;
        }

        SourceLine read() {
            // Names first: other cells may repeat them.
            readWhere(column -> column == Column.INVESTIGATOR);
            readWhere(column -> column == Column.MEMBERS);
            readWhere(column -> column != Column.INVESTIGATOR && column != Column.MEMBERS);
            List<SourceCell> inOrder = new ArrayList<>();
            cells.keySet().stream().sorted().forEach(place -> {
                for (SourceCell cell : cells.getOrDefault(place, List.of())) {
                    inOrder.add(cell);
                    doubt(cell);
                }
            });
            if (section != null) inOrder.add(sectionCell(section));
            if (inOrder.stream().noneMatch(c -> c.field() == PastField.TITLE && c.reading() != null)) {
                doubts.add(new Doubt(null, null, Remark.of("import.title_missing"), true));
            }
            if (row.hidden()) doubts.add(new Doubt(null, null, Remark.of("import.row_hidden"), true));
            checkTogether(inOrder);
            String title = reading(inOrder, PastField.TITLE);
            String sourceTitle = reading(inOrder, PastField.SOURCE_TITLE);
            String from = sourceTitle == null ? CellReadings.tidy(source.title()) : sourceTitle;
            String url = reading(inOrder, PastField.SOURCE_URL);
            return new SourceLine(
                    row.sheet(),
                    row.line(),
                    PastTasks.idOf(from, content()),
                    from,
                    url == null ? source.url() : url,
                    title,
                    inOrder,
                    doubts);
        }

        private void readWhere(java.util.function.Predicate<@Nullable Column> wanted) {
            for (int place = 0; place < row.cells().size(); place++) {
                Column column = columns.get(place);
                String raw = row.cell(place);
                if (!raw.isBlank() && wanted.test(column)) cells.put(place, cell(column, place, raw));
            }
        }

        private List<SourceCell> cell(@Nullable Column column, int place, String raw) {
            String header = heading(place);
            if (column == null) {
                return List.of(named.cutAtNames(SourceCell.plain(PastField.OTHER, header, CellReadings.text(raw))));
            }
            PastField field = column.field();
            return switch (column) {
                case INVESTIGATOR, MEMBERS -> List.of(named.ofNames(field, header, PersonText.read(raw)));
                case PERSONAL -> List.of(named.ofPersonalData(field, header, raw));
                case PERIOD -> period(header, raw);
                case START, END, COUNCIL_DATE -> List.of(SourceCell.plain(field, header, CellReadings.date(raw)));
                case TOTAL_BUDGET, STATE_BUDGET ->
                    List.of(SourceCell.plain(field, header, CellReadings.money(raw, unit(place))));
                case KIND -> List.of(SourceCell.plain(field, header, CellReadings.kind(raw)));
                case LEVEL -> List.of(SourceCell.plain(field, header, CellReadings.level(raw)));
                case CODE -> List.of(SourceCell.plain(field, header, CellReadings.code(raw)));
                case RATING -> List.of(SourceCell.plain(field, header, CellReadings.rating(raw)));
                case NOTES -> List.of(named.cutAtNames(SourceCell.plain(field, header, CellReadings.text(raw))));
                case ORDINAL, TITLE, PROVINCE, HOST, FIELD, FIELD_FROM_SOURCE, SOURCE_TITLE, SOURCE_URL ->
                    List.of(SourceCell.plain(field, header, CellReadings.text(raw)));
            };
        }

        /** A period gives its start and its end, each beside the whole text; a bare length is kept as a text. */
        private List<SourceCell> period(String header, String raw) {
            Reading<Period> read = PeriodText.read(raw);
            Period period = read.value();
            if (period == null) {
                return List.of(SourceCell.plain(PastField.START, header, read.map(Period::toString)));
            }
            if (period.start() == null && period.end() == null) {
                return List.of(SourceCell.plain(PastField.OTHER, header, CellReadings.text(raw)));
            }
            List<SourceCell> ends = new ArrayList<>();
            if (period.start() != null) ends.add(end(PastField.START, header, read, period.start()));
            if (period.end() != null) ends.add(end(PastField.END, header, read, period.end()));
            return ends;
        }

        private static SourceCell end(PastField field, String header, Reading<Period> read, PartialDate value) {
            return SourceCell.plain(field, header, read.map(_ -> value.value()));
        }

        private SourceCell sectionCell(TableRow above) {
            String raw = String.join(" ", above.cells()).strip();
            return named.cutAtNames(SourceCell.plain(PastField.OTHER, "(đề mục)", CellReadings.text(raw)));
        }

        private void doubt(SourceCell cell) {
            Remark remark = cell.remark();
            if (cell.certainty() == Certainty.UNCLEAR) {
                Remark why = remark == null ? Remark.of("import.not_understood") : remark;
                doubts.add(new Doubt(cell.header(), cell.raw(), why, CellReadings.blocking(remark)));
            } else if (cell.certainty() == Certainty.APPROXIMATE && remark != null) {
                doubts.add(new Doubt(cell.header(), cell.raw(), remark, false));
            }
        }

        /** What each cell says alone may still contradict another one. */
        private void checkTogether(List<SourceCell> all) {
            String start = reading(all, PastField.START);
            String end = reading(all, PastField.END);
            if (start != null && end != null) {
                PartialDate from = PartialDate.parse(start);
                PartialDate to = PartialDate.parse(end);
                if (from.isCertainlyAfter(to)) {
                    Remark remark = Remark.of("text.period.reversed", from.toText(), to.toText());
                    doubts.add(new Doubt(null, null, remark, true));
                }
            }
            String total = reading(all, PastField.TOTAL_BUDGET);
            String state = reading(all, PastField.STATE_BUDGET);
            if (total != null && state != null && Vnd.parse(state).isMoreThan(Vnd.parse(total))) {
                Remark remark = Remark.of(
                        "import.state_above_total",
                        Vnd.parse(state).toText(),
                        Vnd.parse(total).toText());
                doubts.add(new Doubt(null, null, remark, true));
            }
        }

        /**
         * What makes the line this line: all its cells but the number of the line, in one Unicode form, so that the same
         * table saved by another program is the same table.
         */
        private List<String> content() {
            List<String> content = new ArrayList<>();
            for (int place = 0; place < row.cells().size(); place++) {
                if (columns.get(place) != Column.ORDINAL) content.add(CellReadings.tidy(row.cell(place)));
            }
            while (!content.isEmpty() && content.getLast().isEmpty()) content.removeLast();
            return content;
        }
    }

    private static @Nullable String reading(List<SourceCell> cells, PastField field) {
        return cells.stream()
                .filter(cell -> cell.field() == field && cell.reading() != null)
                .map(SourceCell::reading)
                .findFirst()
                .orElse(null);
    }
}
