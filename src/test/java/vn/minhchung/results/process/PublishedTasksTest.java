package vn.minhchung.results.process;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.text.Certainty;
import vn.minhchung.projects.PastCell;
import vn.minhchung.projects.PastField;
import vn.minhchung.projects.ProjectCommand.RecordPastTask;
import vn.minhchung.results.ImportReport;
import vn.minhchung.results.ImportReport.State;
import vn.minhchung.results.ImportRequest;

/** The 95 published tasks, compared cell by cell with another reader's view of the same file. */
class PublishedTasksTest {
    private static final Path FILE = Path.of("src/main/resources/demo/vn_tasks.csv");

    private static final Map<String, PastField> FIELDS = Map.ofEntries(
            Map.entry("source_title", PastField.SOURCE_TITLE),
            Map.entry("province", PastField.PROVINCE),
            Map.entry("task_type", PastField.KIND),
            Map.entry("code", PastField.CODE),
            Map.entry("title_vi", PastField.TITLE),
            Map.entry("principal_investigator", PastField.PRINCIPAL_INVESTIGATOR),
            Map.entry("host_organisation", PastField.HOST),
            Map.entry("start", PastField.START),
            Map.entry("end", PastField.END),
            Map.entry("total_budget_vnd", PastField.TOTAL_BUDGET),
            Map.entry("state_budget_vnd", PastField.STATE_BUDGET),
            Map.entry("result_rating", PastField.RATING),
            Map.entry("field", PastField.FIELD),
            Map.entry("council_date", PastField.COUNCIL_DATE),
            Map.entry("notes", PastField.NOTES),
            Map.entry("level", PastField.LEVEL),
            Map.entry("field_from_source", PastField.FIELD_FROM_SOURCE),
            Map.entry("source_url", PastField.SOURCE_URL));
    private static final Map<String, String> WORDS = Map.of(
            "đề tài", "DE_TAI",
            "dự án", "DU_AN",
            "tỉnh", "TINH",
            "bộ", "BO",
            "quốc gia", "QUOC_GIA",
            "huyện", "HUYEN",
            "cơ sở", "CO_SO");
    /** Numbers of contracts and of a decision that stand in the column of codes. */
    private static final Set<String> NO_CODES = Set.of("35/HĐ-KHCN", "03/2019/HĐ-ĐTKHCN", "1669/QĐ-UBND");

    private final ImportDesk desk = new ImportDesk();

    @Test
    void every_cell_goes_in_raw_and_as_read() throws IOException {
        ImportReport report = desk.run(request());
        List<NamedCsvRecord> rows = rows();

        assertThat(rows).hasSize(95);
        assertThat(report.count(State.RECORDED)).isEqualTo(95);
        assertThat(desk.recorded).hasSize(95);
        int cells = 0;
        for (int i = 0; i < rows.size(); i++) cells += compare(rows.get(i), desk.recorded.get(i));
        assertThat(cells).isGreaterThan(900);
    }

    /** @return how many cells were compared */
    private int compare(NamedCsvRecord row, RecordPastTask task) {
        int compared = 0;
        for (String column : row.getHeader()) {
            String raw = row.getField(column);
            List<PastCell> found =
                    task.cells().stream().filter(c -> column.equals(c.header())).toList();
            if (raw.isBlank()) {
                assertThat(found).as(column).isEmpty();
                continue;
            }
            compared++;
            assertThat(found).as(column).hasSize(1);
            PastCell cell = found.getFirst();
            assertThat(cell.field()).isEqualTo(FIELDS.get(column));
            assertThat(raw(cell)).isEqualTo(raw);
            assertThat(cell.reading()).as("%s: %s", column, raw).isEqualTo(expected(column, raw));
            assertThat(cell.certainty()).isEqualTo(NO_CODES.contains(raw) ? Certainty.UNCLEAR : Certainty.EXACT);
            if (column.equals("principal_investigator")) {
                assertThat(names(cell)).isEqualTo(withoutTitles(raw));
            }
        }
        assertThat(task.sourceTitle()).isEqualTo(row.getField("source_title"));
        String url = row.getField("source_url");
        assertThat(task.sourceUrl()).isEqualTo(url.isEmpty() ? null : url);
        assertThat(task.cells()).hasSize(compared);
        return compared;
    }

    private static @Nullable String expected(String column, String raw) {
        return switch (column) {
            case "principal_investigator" -> null;
            case "task_type", "level" -> WORDS.get(raw);
            case "code" -> NO_CODES.contains(raw) ? null : raw;
            default -> raw;
        };
    }

    @Test
    void the_control_totals_are_those_of_the_source() throws IOException {
        desk.run(request());

        assertThat(sum(PastField.TOTAL_BUDGET)).isEqualTo(Vnd.of(11_213_231_000L));
        assertThat(sum(PastField.STATE_BUDGET)).isEqualTo(Vnd.of(1_496_709_000L));
    }

    @Test
    void no_command_holds_a_name_in_the_clear() throws IOException {
        desk.run(request());

        String commands = desk.recorded.stream()
                .flatMap(task -> task.cells().stream())
                .flatMap(cell -> cell.raw().stream())
                .map(PastCell.Fragment::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        List<String> names = rows().stream()
                .flatMap(row -> withoutTitles(row.getField("principal_investigator")).stream())
                .toList();
        assertThat(names).hasSizeGreaterThan(60).noneMatch(commands::contains);
    }

    @Test
    void a_workbook_of_the_same_rows_gives_the_same_commands() throws IOException {
        desk.run(request());
        ImportDesk other = new ImportDesk();

        ImportReport report = other.run(ImportDesk.real("nhiệm vụ.xlsx", workbook()));

        assertThat(report.count(State.RECORDED)).isEqualTo(95);
        assertThat(other.recorded).isEqualTo(desk.recorded);
    }

    @Test
    void importing_again_changes_nothing_whatever_program_saved_the_file() throws IOException {
        desk.run(request());
        List<RecordPastTask> before = List.copyOf(desk.recorded);
        byte[] decomposed = Normalizer.normalize(Files.readString(FILE), Normalizer.Form.NFD)
                .getBytes(StandardCharsets.UTF_8);

        for (ImportRequest again : List.of(
                request(),
                ImportDesk.real("nhiệm vụ.xlsx", workbook()),
                ImportDesk.real("decomposed.csv", decomposed))) {
            ImportReport report = desk.run(again, "another key " + again.fileName());

            assertThat(report.count(State.ALREADY_RECORDED)).isEqualTo(95);
            assertThat(report.outcomes()).isEmpty();
        }
        assertThat(desk.recorded).isEqualTo(before);
    }

    @Test
    void the_same_request_again_answers_as_the_first_time() throws IOException {
        ImportReport first = desk.run(request());
        ImportReport again = desk.run(request());

        assertThat(again.lines()).isEqualTo(first.lines());
        assertThat(again.outcomes()).hasSize(95).allMatch(outcome -> outcome.replayed());
        assertThat(desk.recorded).hasSize(95);
    }

    private Vnd sum(PastField field) {
        return Vnd.sum(desk.recorded.stream()
                .flatMap(task -> task.cells().stream())
                .filter(cell -> cell.field() == field && cell.reading() != null)
                .map(cell -> Vnd.parse(Objects.requireNonNull(cell.reading())))
                .toList());
    }

    private String raw(PastCell cell) {
        return cell.raw().stream()
                .map(f -> f.name() == null ? Objects.requireNonNull(f.text()) : desk.personalData.open(f.name()))
                .collect(Collectors.joining());
    }

    private List<String> names(PastCell cell) {
        return cell.raw().stream()
                .filter(f -> f.name() != null)
                .map(f -> desk.personalData.open(Objects.requireNonNull(f.name())))
                .toList();
    }

    private static List<String> withoutTitles(String raw) {
        return Arrays.stream(raw.split(";"))
                .map(name -> name.strip().replaceAll("^((PGS|GS|TS|ThS|KS|BS|CN|NCS)[. ]*)+", ""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static ImportRequest request() throws IOException {
        return ImportDesk.real("vn_tasks.csv", Files.readAllBytes(FILE));
    }

    private static List<NamedCsvRecord> rows() throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(FILE)) {
            return csv.stream().toList();
        }
    }

    /** As a department would keep them: years and amounts as numbers, the rest as text. */
    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Nhiệm vụ");
            List<NamedCsvRecord> rows = rows();
            List<String> header = rows.getFirst().getHeader();
            for (int column = 0; column < header.size(); column++) sheet.value(0, column, header.get(column));
            for (int line = 0; line < rows.size(); line++) {
                for (int column = 0; column < header.size(); column++) {
                    String raw = rows.get(line).getField(column);
                    if (raw.matches("\\d{1,15}")) {
                        sheet.value(line + 1, column, Long.parseLong(raw));
                    } else if (!raw.isEmpty()) {
                        sheet.value(line + 1, column, raw);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }
}
