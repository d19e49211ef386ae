package vn.minhchung.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.table.TableFile;
import vn.minhchung.kernel.table.TableProblem;
import vn.minhchung.kernel.table.TableReading;
import vn.minhchung.kernel.table.TableRow;
import vn.minhchung.kernel.text.Remark;

class XlsxTableTest {

    private final FileTableReader reader = new FileTableReader();

    @Test
    void dates_and_numbers_come_as_a_person_writes_them() throws IOException {
        TableFile file = read(book(sheet -> {
            sheet.value(0, 0, LocalDate.of(2023, 12, 25));
            sheet.style(0, 0).format("dd/mm/yyyy").set();
            sheet.value(0, 1, LocalDate.of(2023, 12, 1));
            sheet.style(0, 1).format("mm/yyyy").set();
            sheet.value(0, 2, LocalDateTime.of(2023, 12, 25, 4, 21));
            sheet.style(0, 2).format("dd/mm/yyyy hh:mm").set();
            sheet.value(0, 3, new BigDecimal("702.123"));
            sheet.value(0, 4, 574_380_000L);
            sheet.style(0, 4).format("#,##0").set();
            sheet.value(0, 5, new BigDecimal("0.30000000000000004"));
            sheet.value(0, 6, new BigDecimal("0.825"));
            sheet.style(0, 6).format("0.0%").set();
            sheet.value(0, 7, "1.234,5 triệu đồng");
            sheet.value(0, 8, true);
            sheet.value(0, 9, 2_015L);
        }));

        assertThat(file.rows().getFirst().cells())
                .containsExactly(
                        "25/12/2023",
                        "12/2023",
                        "25/12/2023 04:21",
                        "702,123",
                        "574380000",
                        "0,3",
                        "82,5%",
                        "1.234,5 triệu đồng",
                        "TRUE",
                        "2015");
    }

    @Test
    void a_cell_merged_downwards_speaks_for_each_of_its_rows() throws IOException {
        TableFile file = read(book(sheet -> {
            sheet.value(0, 0, "Tiêu đề chung");
            sheet.range(0, 0, 0, 2).merge();
            sheet.value(1, 0, "Nông nghiệp");
            sheet.range(1, 0, 2, 0).merge();
            sheet.value(1, 1, "lúa");
            sheet.value(2, 1, "cam");
            sheet.value(3, 1, "cá");
        }));

        assertThat(file.rows().get(0).cell(1)).isEmpty();
        assertThat(file.rows().get(1).cells().subList(0, 2)).containsExactly("Nông nghiệp", "lúa");
        assertThat(file.rows().get(2).cells().subList(0, 2)).containsExactly("Nông nghiệp", "cam");
        assertThat(file.rows().get(3).cells().subList(0, 2)).containsExactly("", "cá");
    }

    @Test
    void hidden_rows_are_marked_and_hidden_sheets_left_out_with_a_note() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Workbook book = new Workbook(bytes, "test", "1.0");
        Worksheet sheet = book.newWorksheet("Nhiệm vụ");
        sheet.value(0, 0, "a");
        sheet.value(4, 0, "b");
        sheet.hideRow(4);
        Worksheet secret = book.newWorksheet("Nháp");
        secret.value(0, 0, "c");
        secret.setVisibilityState(VisibilityState.HIDDEN);
        book.finish();

        TableFile file = read(bytes.toByteArray());

        assertThat(file.rows())
                .containsExactly(
                        new TableRow("Nhiệm vụ", 1, false, List.of("a")),
                        new TableRow("Nhiệm vụ", 5, true, List.of("b")));
        assertThat(file.notes())
                .containsExactly(Remark.of("table.hidden_sheet", "Nháp"), Remark.of("table.hidden_rows", "1"));
    }

    @Test
    void a_formula_shows_its_last_value() throws IOException {
        TableFile file = read(withSheet("""
                <sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A2</f><v>lúa</v></c>
                <c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>"""));

        assertThat(file.rows().getFirst().cells()).containsExactly("2", "lúa", "#DIV/0!");
    }

    @Test
    void one_row_more_than_allowed_is_refused_and_the_limit_itself_is_not() throws IOException {
        assertThat(read(rows(TableLimits.ROWS)).rows()).hasSize(TableLimits.ROWS);

        assertThat(problem(rows(TableLimits.ROWS + 1)))
                .isEqualTo(new TableProblem("Tờ 1", 20_001, null, Remark.of("table.too_many_rows", "20.000")));
    }

    @Test
    void a_row_of_too_many_columns_is_refused() throws IOException {
        byte[] bytes = book(sheet -> {
            for (int i = 0; i <= TableLimits.COLUMNS; i++) {
                sheet.value(2, i, "x");
            }
        });

        assertThat(problem(bytes))
                .isEqualTo(new TableProblem("Tờ 1", 3, null, Remark.of("table.too_many_columns", "256")));
    }

    @Test
    void a_file_that_unpacks_to_too_much_is_refused_before_it_is_parsed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] mebibyte = new byte[1024 * 1024];
            for (int i = 0; i < 170; i++) {
                zip.write(mebibyte);
            }
        }

        assertThat(bytes.size()).isLessThan(TableLimits.FILE_BYTES);
        assertThat(problem(bytes.toByteArray()).remark()).isEqualTo(Remark.of("table.unpacks_too_large"));
    }

    @Test
    void a_document_type_declaration_is_refused() throws IOException {
        byte[] bytes = withPart("xl/worksheets/sheet1.xml", """
                <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet/>""");

        assertThat(problem(bytes).remark()).isEqualTo(Remark.of("table.broken"));
    }

    @Test
    void damaged_and_foreign_files_are_problems_and_never_exceptions() throws IOException {
        byte[] good = book(sheet -> sheet.value(0, 0, "a"));
        ByteArrayOutputStream otherZip = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(otherZip)) {
            zip.putNextEntry(new ZipEntry("content.xml"));
        }

        assertThat(problem(Arrays.copyOf(good, good.length / 2)).remark().key()).startsWith("table.");
        assertThat(problem(withPart("xl/workbook.xml", "<workbook")).remark()).isEqualTo(Remark.of("table.broken"));
        assertThat(problem(withPart("xl/worksheets/sheet1.xml", "no xml")).remark())
                .isEqualTo(Remark.of("table.broken"));
        assertThat(problem(otherZip.toByteArray()).remark()).isEqualTo(Remark.of("table.not_a_table"));
        assertThat(problem(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0})
                        .remark())
                .isEqualTo(Remark.of("table.old_excel"));
        assertThat(problem(book(_ -> {})).remark()).isEqualTo(Remark.of("table.empty"));
        assertThat(problem(new byte[TableLimits.FILE_BYTES + 1]).remark())
                .isEqualTo(Remark.of("table.too_large", "10"));
    }

    private TableFile read(byte[] bytes) {
        TableReading reading = reader.read(bytes, "test.xlsx");
        assertThat(reading).isInstanceOf(TableFile.class);
        return (TableFile) reading;
    }

    private TableProblem problem(byte[] bytes) {
        TableReading reading = reader.read(bytes, "test.xlsx");
        assertThat(reading).isInstanceOf(TableProblem.class);
        return (TableProblem) reading;
    }

    private static byte[] rows(int count) throws IOException {
        return book(sheet -> {
            for (int i = 0; i < count; i++) {
                sheet.value(i, 0, "x");
            }
        });
    }

    private static byte[] book(Consumer<Worksheet> fill) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Workbook book = new Workbook(bytes, "test", "1.0");
        fill.accept(book.newWorksheet("Tờ 1"));
        book.finish();
        return bytes.toByteArray();
    }

    private static byte[] withSheet(String data) throws IOException {
        return withPart(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + data
                        + "</worksheet>");
    }

    /** A good workbook with one part replaced. */
    private static byte[] withPart(String path, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SeekableInMemoryByteChannel good = new SeekableInMemoryByteChannel(book(s -> s.value(0, 0, "a")));
        try (ZipFile from = ZipFile.builder().setSeekableByteChannel(good).get();
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                byte[] part = from.getInputStream(entry).readAllBytes();
                to.write(entry.getName().equals(path) ? content.getBytes(StandardCharsets.UTF_8) : part);
            }
        }
        return bytes.toByteArray();
    }
}
