package vn.minhchung.results.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.text.Certainty;
import vn.minhchung.projects.PastCell;
import vn.minhchung.projects.PastField;
import vn.minhchung.projects.ProjectCommand.RecordPastTask;
import vn.minhchung.results.ImportReport;
import vn.minhchung.results.ImportReport.Problem;
import vn.minhchung.results.ImportReport.State;
import vn.minhchung.results.ImportRequest;

class PastTaskFileImportTest {
    private static final String HEADER =
            "TT;Tên đề tài;Chủ nhiệm;Cơ quan chủ trì;Thời gian thực hiện;Kinh phí (triệu đồng)\n";
    private static final String GOOD =
            "1;Nghiên cứu giống lúa chịu mặn;TS. Bùi Minh Trúc;Viện Lúa;12/2015 - 6/2018;702,123\n";
    private static final String UNCLEAR =
            "2;Mô hình nuôi tôm;KS. Phan Thị Khảo;Trung tâm Giống;30/02/2020 - 12/2021;1.234\n";
    private static final String ALSO_GOOD =
            "3;Mô hình lúa – tôm;ThS. Lê Minh Hạo;Sở NN&PTNT;01/2020 - 12/2021;1.234,5 triệu đồng\n";

    private final ImportDesk desk = new ImportDesk();

    @Test
    void reads_a_departments_own_layout() throws IOException {
        byte[] file = Files.readAllBytes(Path.of("src/test/resources/messy/A_quang_binh_2005_2010.csv"));

        ImportReport report = desk.run(ImportDesk.real("A.csv", file));

        assertThat(report.lines()).extracting(ImportReport.Line::state).containsOnly(State.RECORDED);
        assertThat(report.lines()).extracting(ImportReport.Line::line).containsExactly(5, 6, 7);
        RecordPastTask second = desk.recorded.get(1);
        assertThat(reading(second, PastField.TITLE))
                .isEqualTo("Nghiên cứu ứng dụng tiến bộ kỹ thuật sản xuất giống cua biển tại Quảng Bình.");
        assertThat(reading(second, PastField.START)).isEqualTo("2006-07");
        assertThat(reading(second, PastField.END)).isEqualTo("2007-10");
        assertThat(reading(second, PastField.LEVEL)).isEqualTo("TINH");
        assertThat(cell(second, PastField.LEVEL).certainty()).isEqualTo(Certainty.APPROXIMATE);
        PastCell investigator = cell(second, PastField.PRINCIPAL_INVESTIGATOR);
        assertThat(investigator.header()).isEqualTo("Chủ nhiệm đề tài");
        assertThat(raw(investigator)).isEqualTo("KS. Phan Thị Khảo (Viện Nghiên cứu Nuôi trồng Thủy sản III)");
        assertThat(names(investigator)).containsExactly("Phan Thị Khảo");
        assertThat(second.cells().stream()
                        .filter(c -> c.field() == PastField.OTHER)
                        .map(PastCell::header))
                .containsExactly("TT", "Mục tiêu của đề tài");
        assertThat(report.notes()).anyMatch(note -> note.contains("Mục tiêu của đề tài"));
    }

    @Test
    void reads_amounts_dates_and_decomposed_text_as_departments_write_them() {
        String csv = Normalizer.normalize(HEADER + GOOD + ALSO_GOOD, Normalizer.Form.NFD);

        desk.run(ImportDesk.real(csv));

        assertThat(desk.recorded)
                .extracting(task -> reading(task, PastField.TOTAL_BUDGET))
                .containsExactly("702123000", "1234500000");
        assertThat(desk.recorded)
                .extracting(task -> reading(task, PastField.START))
                .containsExactly("2015-12", "2020-01");
        assertThat(reading(desk.recorded.getFirst(), PastField.TITLE)).isEqualTo("Nghiên cứu giống lúa chịu mặn");
        assertThat(raw(cell(desk.recorded.getFirst(), PastField.TITLE)))
                .isEqualTo(Normalizer.normalize("Nghiên cứu giống lúa chịu mặn", Normalizer.Form.NFD));
    }

    @Test
    void takes_the_unit_from_a_title_row_when_the_heading_has_none() {
        String csv =
                "DANH MỤC ĐỀ TÀI;;\nĐơn vị tính: Triệu đồng;;\nTên đề tài;Chủ nhiệm;Kinh phí\nLúa;TS. Bùi Minh Trúc;450\n";

        desk.run(ImportDesk.real(csv));

        assertThat(reading(desk.recorded.getFirst(), PastField.TOTAL_BUDGET)).isEqualTo("450000000");
    }

    @Test
    void a_dry_run_reports_and_writes_nothing() {
        ImportReport report = desk.run(ImportDesk.dry(HEADER + GOOD + UNCLEAR));

        assertThat(states(report)).containsExactly(State.READY, State.UNCLEAR);
        assertThat(report.lines().get(1).problems())
                .extracting(Problem::column, Problem::raw, Problem::blocking)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Thời gian thực hiện", "30/02/2020 - 12/2021", true),
                        org.assertj.core.groups.Tuple.tuple("Kinh phí (triệu đồng)", "1.234", true));
        assertThat(desk.recorded).isEmpty();
    }

    @Test
    void a_dry_run_after_the_import_says_what_is_on_record() {
        desk.run(ImportDesk.real(HEADER + GOOD));

        assertThat(states(desk.run(ImportDesk.dry(HEADER + GOOD + ALSO_GOOD))))
                .containsExactly(State.ALREADY_RECORDED, State.READY);
    }

    @Test
    void one_unclear_line_holds_all_back() {
        ImportReport report = desk.run(ImportDesk.real(HEADER + GOOD + UNCLEAR + ALSO_GOOD));

        assertThat(states(report)).containsExactly(State.READY, State.UNCLEAR, State.READY);
        assertThat(report.outcomes()).isEmpty();
        assertThat(desk.recorded).isEmpty();
    }

    @Test
    void the_good_lines_alone_go_in_when_asked_for() {
        ImportReport report = desk.run(ImportDesk.goodOnly(HEADER + GOOD + UNCLEAR + ALSO_GOOD));

        assertThat(states(report)).containsExactly(State.RECORDED, State.UNCLEAR, State.RECORDED);
        assertThat(desk.recorded).hasSize(2);
    }

    @Test
    void what_the_source_itself_leaves_open_is_kept_raw_and_flagged() {
        String line = "1;Lúa;TS. Bùi Minh Trúc;Viện Lúa;2 năm;hơn 1,5 tỷ đồng\n";

        ImportReport report = desk.run(ImportDesk.real(HEADER + line));

        assertThat(states(report)).containsExactly(State.RECORDED);
        assertThat(report.lines().getFirst().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.blocking()).isFalse();
            assertThat(problem.code()).isEqualTo("text.money.more_than");
        });
        PastCell money = cell(desk.recorded.getFirst(), PastField.TOTAL_BUDGET);
        assertThat(raw(money)).isEqualTo("hơn 1,5 tỷ đồng");
        assertThat(money.reading()).isNull();
        assertThat(money.certainty()).isEqualTo(Certainty.UNCLEAR);
        assertThat(money.remark()).contains("1.500.000.000").contains(" / ");
    }

    @Test
    void a_line_without_a_title_or_with_ends_in_the_wrong_order_waits() {
        String csv = """
                Tên đề tài;Bắt đầu;Kết thúc;Tổng kinh phí;NSNN
                ;2015;2016;;
                Lúa;2017;2016;;
                Tôm;2015;2016;100 triệu đồng;200 triệu đồng
                Cua;2015;2016;-100 triệu đồng;
                """;

        ImportReport report = desk.run(ImportDesk.dry(csv));

        assertThat(report.lines().stream().flatMap(l -> l.problems().stream()).map(Problem::code))
                .containsExactly(
                        "import.title_missing",
                        "text.period.reversed",
                        "import.state_above_total",
                        "import.money.negative");
        assertThat(states(report)).containsOnly(State.UNCLEAR);
    }

    @Test
    void the_same_line_twice_is_one_task() {
        ImportReport report = desk.run(ImportDesk.real(HEADER + GOOD + GOOD.replace("1;", "9;")));

        assertThat(states(report)).containsExactly(State.RECORDED, State.ALREADY_RECORDED);
        assertThat(report.lines().get(1).problems()).extracting(Problem::code).containsExactly("import.same_line");
        assertThat(desk.recorded).hasSize(1);
    }

    @Test
    void a_line_added_to_a_file_imported_before_goes_in_alone() {
        desk.run(ImportDesk.real(HEADER + GOOD));

        ImportReport report = desk.run(ImportDesk.real(HEADER + ALSO_GOOD + GOOD), "next key");

        assertThat(states(report)).containsExactly(State.RECORDED, State.ALREADY_RECORDED);
        assertThat(desk.recorded).hasSize(2);
    }

    @Test
    void a_key_used_for_another_file_is_refused_before_anything_is_written() {
        desk.run(ImportDesk.real("a.csv", (HEADER + GOOD).getBytes(StandardCharsets.UTF_8)));

        assertRefused(
                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                ImportDesk.real("b.csv", (HEADER + ALSO_GOOD).getBytes(StandardCharsets.UTF_8)));
        assertThat(desk.recorded).hasSize(1);
    }

    @Test
    void an_erased_person_does_not_stop_an_import_that_changes_nothing() {
        desk.run(ImportDesk.real(HEADER + GOOD));
        PersonId erased = desk.recorded.getFirst().cells().stream()
                .flatMap(cell -> cell.persons().stream())
                .findFirst()
                .orElseThrow();
        desk.personalData.destroyKey(erased);

        assertThat(states(desk.run(ImportDesk.real(HEADER + GOOD), "next key")))
                .containsExactly(State.ALREADY_RECORDED);
    }

    @Test
    void sections_and_totals_are_no_tasks_and_a_section_goes_with_its_lines() {
        String csv = HEADER + "I;LĨNH VỰC NÔNG NGHIỆP;;;;\n" + GOOD + "II. LĨNH VỰC Y TẾ;;;;;\n" + ALSO_GOOD
                + "4;;;;;\n" + ";Tổng cộng;;;;1.936,623\n";

        ImportReport report = desk.run(ImportDesk.real(csv));

        assertThat(states(report)).containsExactly(State.RECORDED, State.RECORDED);
        assertThat(report.notes()).hasSize(3);
        assertThat(desk.recorded)
                .extracting(task -> raw(Objects.requireNonNull(task.cells().getLast())))
                .containsExactly("I LĨNH VỰC NÔNG NGHIỆP", "II. LĨNH VỰC Y TẾ");
    }

    @Test
    void persons_in_any_column_are_sealed() {
        String csv = """
                Tên đề tài;Chủ nhiệm;Thư ký;Điện thoại;Ghi chú
                Lúa;TS. Bùi Minh Trúc;Lê Minh Hạo;0900 000 000;do ông Bùi Minh Trúc và Lê Minh Hạo làm
                Tôm;nhóm tác giả của ông Trúc;;;không rõ
                """;

        ImportReport report = desk.run(ImportDesk.goodOnly(csv));

        assertThat(states(report)).containsExactly(State.RECORDED, State.UNCLEAR);
        assertThat(clear(desk.recorded.getFirst())).doesNotContain("Trúc", "Hạo", "0900");
        List<PersonId> persons = desk.recorded.getFirst().cells().stream()
                .flatMap(cell -> cell.persons().stream())
                .toList();
        // The investigator: by name, by telephone and in the notes. The secretary: by name and in the notes.
        assertThat(persons).hasSize(5);
        assertThat(persons.stream().distinct()).hasSize(2);
        assertThat(raw(cell(desk.recorded.getFirst(), PastField.NOTES)))
                .isEqualTo("do ông Bùi Minh Trúc và Lê Minh Hạo làm");
    }

    static Stream<Arguments> unreadable() throws IOException {
        return Stream.of(
                Arguments.of("nothing", new byte[0], "table.empty"),
                Arguments.of("only titles", bytes("DANH MỤC;;\n;;\n"), "table.header_missing"),
                Arguments.of("other columns", bytes("Mã hàng;Giá\n1;2\n"), "table.header_missing"),
                Arguments.of(
                        "no titles",
                        bytes("Chủ nhiệm;Cơ quan chủ trì\nTS. Bùi Minh Trúc;Viện\n"),
                        "import.no_title_column"),
                Arguments.of("no tasks", bytes(HEADER), "import.no_lines"),
                Arguments.of(
                        "a column twice", bytes("Tên đề tài;Tên nhiệm vụ;Chủ nhiệm\na;b;c\n"), "table.header_twice"),
                Arguments.of("30 MB", new byte[30 * 1024 * 1024], "table.too_large"),
                Arguments.of("a bomb", bomb(), "table.unpacks_too_large"),
                Arguments.of(
                        "old Excel", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}, "table.old_excel"),
                Arguments.of("PDF", bytes("%PDF-1.7 …"), "table.not_a_table"),
                Arguments.of("too many", bytes(HEADER + many(SourceTable.MOST_LINES + 1)), "import.too_many_lines"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void a_file_that_is_no_such_table_is_refused_in_the_callers_language(String what, byte[] content, String code) {
        Refusal refusal = assertRefused(ErrorCode.IMPORT_FILE_UNREADABLE, ImportDesk.real(what, content));

        assertThat(refusal.facts()).containsEntry("problemCode", code);
        ImportRequest english = new ImportRequest(what, content, ImportDesk.SOURCE, true, false, Locale.ENGLISH);
        assertThat(assertRefused(ErrorCode.IMPORT_FILE_UNREADABLE, english)
                        .facts()
                        .get("problem"))
                .isNotEqualTo(refusal.facts().get("problem"))
                .isNotEqualTo(code);
        assertThat(desk.recorded).isEmpty();
    }

    @Test
    void bytes_of_anything_are_refused_not_thrown() {
        byte[] noise = new byte[20_000];
        new java.util.Random(7).nextBytes(noise);

        assertRefused(ErrorCode.IMPORT_FILE_UNREADABLE, ImportDesk.real("noise.bin", noise));
    }

    @Test
    void running_text_is_refused_with_a_way_out() throws IOException {
        for (String file : List.of("C_hau_giang_2017_blocks.txt", "F_asisov_2016.txt")) {
            byte[] content = Files.readAllBytes(Path.of("src/test/resources/messy", file));

            assertRefused(ErrorCode.IMPORT_FILE_UNREADABLE, ImportDesk.real(file, content));
        }
        ImportDesk.FileTexts texts = new ImportDesk.FileTexts();
        assertThat(texts.text("wayOut.IMPORT_FILE_UNREADABLE", Locale.of("vi"), Map.of()))
                .contains(".txt");
    }

    private Refusal assertRefused(ErrorCode code, ImportRequest request) {
        List<Refusal> refusals = new ArrayList<>();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.run(request))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    refusals.add(refusal);
                });
        return refusals.getFirst();
    }

    private static List<State> states(ImportReport report) {
        return report.lines().stream().map(ImportReport.Line::state).toList();
    }

    private static PastCell cell(RecordPastTask task, PastField field) {
        return task.cells().stream().filter(c -> c.field() == field).findFirst().orElseThrow();
    }

    private static @Nullable String reading(RecordPastTask task, PastField field) {
        return cell(task, field).reading();
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

    /** All that stands in a command in the clear. */
    private static String clear(RecordPastTask task) {
        return task.cells().stream()
                .flatMap(c -> Stream.concat(c.raw().stream().map(PastCell.Fragment::text), Stream.of(c.reading())))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "%d;Đề tài số %d;;;;\n".formatted(i, i))
                .collect(Collectors.joining());
    }

    /** 200 MiB of spaces in a part of a workbook. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(bytes("<Types/>"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] block = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) zip.write(block);
        }
        return bytes.toByteArray();
    }
}
