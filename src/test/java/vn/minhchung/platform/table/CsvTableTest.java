package vn.minhchung.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.kernel.table.HeadedTable;
import vn.minhchung.kernel.table.TableFile;
import vn.minhchung.kernel.table.TableProblem;
import vn.minhchung.kernel.table.TableReading;
import vn.minhchung.kernel.table.TableRow;
import vn.minhchung.kernel.text.PeriodText;
import vn.minhchung.kernel.text.Remark;

class CsvTableTest {

    private static final Map<String, Set<String>> KNOWN = Map.of(
            "title", Set.of("Tên đề tài", "Tên nhiệm vụ"),
            "head", Set.of("Chủ nhiệm đề tài", "Chủ nhiệm"),
            "host", Set.of("Cơ quan chủ trì"),
            "level", Set.of("Cấp quản lý"),
            "period", Set.of("Thời gian thực hiện"));

    private final FileTableReader reader = new FileTableReader();

    @Test
    void a_table_with_title_rows_is_found_by_its_headings() throws IOException {
        TableFile file = read(Files.readAllBytes(Path.of("src/test/resources/messy/A_quang_binh_2005_2010.csv")));

        HeadedTable table = HeadedTable.find(file, KNOWN).tables().getFirst();

        assertThat(table.titles()).extracting(TableRow::line).containsExactly(1, 2);
        assertThat(table.header().line()).isEqualTo(4);
        assertThat(table.columns())
                .containsOnly(
                        entry("title", 1), entry("head", 2), entry("host", 3), entry("level", 4), entry("period", 5));
        assertThat(table.unknownHeadings()).containsExactly("TT", "Mục tiêu của đề tài");
        assertThat(table.rows()).hasSize(3);
        assertThat(table.rows())
                .allSatisfy(
                        r -> assertThat(PeriodText.read(table.cell(r, "period")).isClear())
                                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void finds_the_separator(String separator) {
        String text = "Tên;Số tiền\n\"lúa, cam; cá\tvà | bò\";1.234\n\"hai\ndòng\";\"nói \"\"thế\"\"\"\n"
                .replace("Tên;", "Tên" + separator)
                .replace("\";", "\"" + separator);

        List<TableRow> rows = read(text.getBytes(StandardCharsets.UTF_8)).rows();

        assertThat(rows.get(1).cells()).containsExactly("lúa, cam; cá\tvà | bò", "1.234");
        assertThat(rows.get(2)).isEqualTo(new TableRow(null, 3, false, List.of("hai\ndòng", "nói \"thế\"")));
    }

    @Test
    void reads_every_encoding_people_save() {
        String text = "Tên,Tỉnh\nNghiên cứu giống lúa đặc sản,Quảng Bình\n";
        byte[] windows = toWindows1258(text);

        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).rows().get(1).cell(1))
                .isEqualTo("Quảng Bình");
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))
                        .rows()
                        .get(0)
                        .cell(0))
                .isEqualTo("Tên");
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))
                        .rows()
                        .get(0)
                        .cells())
                .containsExactly("Tên", "Tỉnh");
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))
                        .rows()
                        .get(1)
                        .cell(1))
                .isEqualTo("Quảng Bình");
        assertThat(read(text.getBytes(StandardCharsets.UTF_16LE)).rows().get(1).cell(1))
                .isEqualTo("Quảng Bình");
        assertThat(read(windows).rows().get(1).cells()).containsExactly("Nghiên cứu giống lúa đặc sản", "Quảng Bình");
        assertThat(read(windows).notes()).containsExactly(Remark.of("table.converted", "Windows-1258"));
    }

    @Test
    void reads_the_fonts_of_the_nineties() {
        byte[] tcvn3 = "Tªn,TØnh\nNghiªn cøu gièng lóa ®Æc s¶n,Qu¶ng B×nh\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] vni =
                "Teân,Tænh\nNghieân cöùu gioáng luùa ñaëc saûn,Quaûng Bình\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(tcvn3).rows().get(1).cells()).containsExactly("Nghiên cứu giống lúa đặc sản", "Quảng Bình");
        assertThat(read(tcvn3).notes()).containsExactly(Remark.of("table.converted", "TCVN3"));
        assertThat(read(vni).rows().get(1).cells()).containsExactly("Nghiên cứu giống lúa đặc sản", "Quảng Bình");
        assertThat(read(vni).notes()).containsExactly(Remark.of("table.converted", "VNI"));
    }

    @Test
    void excels_separator_hint_is_obeyed_and_is_no_row() {
        TableFile file = read("sep=;\na,b;c\n".getBytes(StandardCharsets.UTF_8));

        assertThat(file.rows()).containsExactly(new TableRow(null, 2, false, List.of("a,b", "c")));
    }

    @Test
    void repeated_headers_and_column_numbers_are_no_data() {
        TableFile file = read("""
                TT,Tên nhiệm vụ,Chủ nhiệm
                (1),(2),(3)
                1,lúa,A
                TT,Tên nhiệm vụ,Chủ nhiệm
                2,cam,B
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(HeadedTable.find(file, KNOWN).tables().getFirst().rows())
                .extracting(r -> r.cell(1))
                .containsExactly("lúa", "cam");
    }

    @Test
    void headings_match_decomposed_in_capitals_and_with_brackets() {
        String header = Normalizer.normalize("TÊN NHIỆM VỤ,Chủ  nhiệm (họ tên):\nlúa,A\n", Normalizer.Form.NFD);

        HeadedTable table = HeadedTable.find(read(header.getBytes(StandardCharsets.UTF_8)), KNOWN)
                .tables()
                .getFirst();

        assertThat(table.columns()).containsOnlyKeys("title", "head");
    }

    @Test
    void a_missing_or_doubled_heading_is_a_problem_with_its_place() {
        TableFile none = read("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        TableFile twice = read("Chủ nhiệm,Tên đề tài,Tên nhiệm vụ\nA,x,y\n".getBytes(StandardCharsets.UTF_8));

        assertThat(HeadedTable.find(none, KNOWN).problems())
                .containsExactly(TableProblem.ofFile(Remark.of("table.header_missing")));
        assertThat(HeadedTable.find(twice, KNOWN).problems())
                .containsExactly(
                        new TableProblem(null, 1, 3, Remark.of("table.header_twice", "Tên đề tài", "Tên nhiệm vụ")));
    }

    @Test
    void one_row_more_than_allowed_is_refused_and_the_limit_itself_is_not() {
        assertThat(read("a,b\n".repeat(TableLimits.ROWS).getBytes(StandardCharsets.UTF_8))
                        .rows())
                .hasSize(TableLimits.ROWS);
        assertThat(problem("a,b\n".repeat(TableLimits.ROWS + 1).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new TableProblem(null, 20_001, null, Remark.of("table.too_many_rows", "20.000")));
    }

    @Test
    void absurd_input_is_a_problem_with_its_place_and_never_an_exception() {
        assertThat(problem(new byte[0]).remark()).isEqualTo(Remark.of("table.empty"));
        assertThat(problem("\n\n,,\n".getBytes(StandardCharsets.UTF_8)).remark())
                .isEqualTo(Remark.of("table.empty"));
        assertThat(problem(new byte[] {1, 0, 0, 2, 0, 0, 3}).remark()).isEqualTo(Remark.of("table.not_a_table"));
        assertThat(problem("a,b\nc,\"d\ne,f\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new TableProblem(null, 2, null, Remark.of("table.quotes")));
        assertThat(problem(("a," + "x".repeat(40_000)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new TableProblem(null, 1, 2, Remark.of("table.cell_too_long", "32.767")));
        assertThat(problem("a,b\nc,d\u000b\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new TableProblem(null, 2, 2, Remark.of("table.cell_no_text", "d\\u000b")));
        assertThat(problem("%PDF-1.7".getBytes(StandardCharsets.UTF_8)).remark())
                .isEqualTo(Remark.of("table.not_a_table"));
    }

    /** A seeded shower of random bytes: whatever they are, an answer comes back. */
    @Test
    void random_bytes_always_get_an_answer() {
        long seed = 20_260_101L;
        System.out.println("CsvTableTest seed " + seed);
        java.util.Random random = new java.util.Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            if (i % 2 == 0 && bytes.length > 4) {
                System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, bytes, 0, 4);
            }
            assertThat(reader.read(bytes, "random")).isNotNull();
        }
    }

    private TableFile read(byte[] bytes) {
        TableReading reading = reader.read(bytes, "test.csv");
        assertThat(reading).isInstanceOf(TableFile.class);
        return (TableFile) reading;
    }

    private TableProblem problem(byte[] bytes) {
        TableReading reading = reader.read(bytes, "test.csv");
        assertThat(reading).isInstanceOf(TableProblem.class);
        return (TableProblem) reading;
    }

    /** As old Windows writes it: base letters composed, tones as marks of their own. */
    private static byte[] toWindows1258(String text) {
        StringBuilder marked = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            String each = text.substring(i, i + 1);
            String parts = Normalizer.normalize(each, Normalizer.Form.NFD);
            String tone = parts.replaceAll("[^\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
            String rest = parts.replaceAll("[\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
            marked.append(Normalizer.normalize(rest, Normalizer.Form.NFC)).append(tone);
        }
        return marked.toString().getBytes(Charset.forName("windows-1258"));
    }
}
