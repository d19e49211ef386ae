package vn.minhchung.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Phan Khánh Nghiệm | Phan Khánh Nghiệm
            TS Bùi Minh Trúc | TS. Bùi Minh Trúc
            Ths. Đỗ Thanh Hạo | ThS. Đỗ Thanh Hạo
            Th.S Đỗ Thanh Hạo | ThS. Đỗ Thanh Hạo
            Tiến sĩ Bùi Minh Trúc | TS. Bùi Minh Trúc
            Ông Bùi Minh Trúc | Bùi Minh Trúc
            GS. TSKH. Trần Văn Diên | GS.TSKH. Trần Văn Diên
            BSCKII. Trần Đức Nghiệm | BSCKII. Trần Đức Nghiệm
            BS.CKI Trần Đức Nghiệm | BSCKI. Trần Đức Nghiệm
            BS CK2 Trần Đức Nghiệm | BSCKII. Trần Đức Nghiệm
            TRẦN ĐỨC NGHIỆM | Trần Đức Nghiệm
            Lê Thanh Kiên, PGS.TS. | PGS.TS. Lê Thanh Kiên
            NCS Đỗ Thị Đăng | NCS. Đỗ Thị Đăng
            Chủ nhiệm đề tài: ThS. Đỗ Thanh Hạo | ThS. Đỗ Thanh Hạo
            H'Linh Niê | H'Linh Niê
            CN. Vũ Ngọc Khuê | CN. Vũ Ngọc Khuê
            TS. Ngô Ông Bách | TS. Ngô Ông Bách
            """)
    void reads_one_person(String raw, String expected) {
        List<NamedPerson> persons = PersonText.read(raw).value();

        assertThat(persons).isNotNull().extracting(NamedPerson::toText).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ThS. Dương Thanh Vy; TS. Lý Quang Uyên | ThS. Dương Thanh Vy + TS. Lý Quang Uyên
            TS. Hoàng Ngọc An; NCS Đỗ Thị Đăng | TS. Hoàng Ngọc An + NCS. Đỗ Thị Đăng
            ThS. Dương Thanh Vy, TS. Lý Quang Uyên | ThS. Dương Thanh Vy + TS. Lý Quang Uyên
            Dương Thanh Vy và Lý Quang Uyên | Dương Thanh Vy + Lý Quang Uyên
            Dương Thanh Vy, Lý Quang Uyên | Dương Thanh Vy + Lý Quang Uyên
            PGS, TS. Lê Thanh Kiên, ThS. Đỗ Đức Yên | PGS.TS. Lê Thanh Kiên + ThS. Đỗ Đức Yên
            """)
    void reads_joint_heads(String raw, String expected) {
        List<NamedPerson> persons = PersonText.read(raw).value();

        assertThat(Objects.requireNonNull(persons).stream()
                        .map(NamedPerson::toText)
                        .collect(Collectors.joining(" + ")))
                .isEqualTo(expected);
    }

    @Test
    void keeps_an_affiliation_apart_from_the_name() {
        assertThat(PersonText.read("KS. Phan Thị Khảo (Viện Nghiên cứu Nuôi trồng Thủy sản III)")
                        .value())
                .containsExactly(
                        new NamedPerson(List.of("KS"), "Phan Thị Khảo", "Viện Nghiên cứu Nuôi trồng Thủy sản III"));
        assertThat(PersonText.read("TS. Bùi Minh Trúc, Viện Lúa").value())
                .containsExactly(new NamedPerson(List.of("TS"), "Bùi Minh Trúc", "Viện Lúa"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "đang cập nhật",
                "TS.",
                "Trúc",
                "Viện Lúa Đồng bằng sông Cửu Long",
                "Nguyễn 123 An",
                "TS. Bùi Minh Trúc / Lê An Vy"
            })
    void flags_what_is_no_name_without_repeating_it(String raw) {
        Reading<List<NamedPerson>> reading = PersonText.read(raw);

        assertThat(reading.certainty()).isEqualTo(Certainty.UNCLEAR);
        assertThat(reading.remark()).isEqualTo(Remark.of("text.person.not_understood"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PGS, TS. Lê Thanh Kiên",
                "ThS. Dương Thanh Vy; TS. Lý Quang Uyên",
                "KS.  PHAN THỊ\u00A0KHẢO (Viện III) ",
                "Lê Thanh Kiên, PGS.TS.",
                "đang cập nhật",
            })
    void pieces_put_together_are_the_raw_text(String text) {
        for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
            String raw = Normalizer.normalize(text, form);
            List<PersonText.Piece> pieces = PersonText.pieces(PersonText.read(raw));

            assertThat(pieces.stream().map(PersonText.Piece::text).collect(Collectors.joining()))
                    .isEqualTo(raw);
        }
    }

    @Test
    void no_piece_beside_the_names_holds_a_part_of_one() {
        Reading<List<NamedPerson>> reading = PersonText.read("ThS. Dương Thanh Vy; TS. Lý Quang Uyên (Sở)");

        assertThat(PersonText.pieces(reading))
                .extracting(PersonText.Piece::text)
                .containsExactly("ThS. ", "Dương Thanh Vy", "; TS. ", "Lý Quang Uyên", " (Sở)");
    }
}
