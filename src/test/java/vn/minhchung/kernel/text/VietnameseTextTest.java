package vn.minhchung.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseTextTest {

    private static final String SENTENCE =
            "Nghiên cứu ứng dụng tiến bộ kỹ thuật sản xuất giống cua biển tại Quảng Bình";

    @Test
    void decomposed_oddly_spaced_and_tone_first_text_becomes_one_form() {
        String decomposed = Normalizer.normalize(SENTENCE, Normalizer.Form.NFD);

        assertThat(VietnameseText.isDecomposed(decomposed)).isTrue();
        assertThat(VietnameseText.isDecomposed(SENTENCE)).isFalse();
        assertThat(VietnameseText.normalise("\uFEFF " + decomposed.replace(" ", "\u00A0 \u200B") + "\t"))
                .isEqualTo(SENTENCE);
        assertThat(VietnameseText.normalise("e\u0301\u0302")).isEqualTo("ế");
        assertThat(VietnameseText.normalise("Ðồng ðội")).isEqualTo("Đồng đội");
        assertThat(VietnameseText.normalise("a \r\n b\rc")).isEqualTo("a\nb\nc");
    }

    @Test
    void sorts_as_a_vietnamese_dictionary_does() {
        List<String> sorted = List.of(
                "", "1", "a", "A", "à", "ả", "ã", "á", "ạ", "an", "ăn", "ân", "bà", "cam", "da", "dê", "đa", "Đà Nẵng",
                "e", "ê", "hoa", "hòa", "ôn", "ơn", "u", "ư", "y");

        List<String> shuffled = sorted.reversed().stream()
                .map(s -> Normalizer.normalize(s, Normalizer.Form.NFD))
                .sorted(Comparator.comparing(VietnameseText::collationKey))
                .map(VietnameseText::normalise)
                .toList();

        assertThat(shuffled).isEqualTo(sorted);
    }

    @Test
    void a_sort_key_never_fails_on_odd_text() {
        assertThat(VietnameseText.collationKey("1\u0302 \u0301 \uD83D\uDE00")).isNotEmpty();
    }

    @Test
    void folds_for_searching() {
        assertThat(VietnameseText.fold("  ĐẶNG Xuân\u00A0Thạch\n")).isEqualTo("dang xuan thach");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…….", "____", " - ", ".../.../..."})
    void form_lines_are_blank(String text) {
        assertThat(VietnameseText.isBlank(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "TCVN3, Nghiªn cøu øng dông tiÕn bé kü thuËt s¶n xuÊt gièng cua biÓn t¹i Qu¶ng B×nh",
        "VNI, Nghieân cöùu öùng duïng tieán boä kyõ thuaät saûn xuaát gioáng cua bieån taïi Quaûng Bình",
    })
    void old_encodings_are_found_and_converted(LegacyEncoding encoding, String raw) {
        assertThat(LegacyEncoding.detect(raw)).contains(encoding);

        Reading<String> reading = LegacyEncoding.repair(raw);

        assertThat(reading.value()).isEqualTo(SENTENCE);
        assertThat(reading.certainty()).isEqualTo(Certainty.APPROXIMATE);
        assertThat(reading.remark()).isEqualTo(Remark.of("text.encoding.converted", encoding.name()));
    }

    @Test
    void utf8_once_read_as_latin_is_found_and_converted() {
        String raw = new String(SENTENCE.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(LegacyEncoding.detect(raw)).contains(LegacyEncoding.UTF8_READ_AS_LATIN);
        assertThat(LegacyEncoding.repair(raw).value()).isEqualTo(SENTENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SENTENCE,
                "Khá",
                "Hà Giang",
                "Đạt",
                "TS. Trần Văn An",
                "Müller & Sons, café",
                "plain ASCII",
                "Viện Cà phê Eakmat – São Paulo",
                "Lâm Đồng",
                "Bà Rịa - Vũng Tàu",
                "Thừa Thiên Huế: 25 °C ± 2",
            })
    void unicode_text_is_left_alone(String text) {
        assertThat(LegacyEncoding.detect(text)).isEmpty();
        assertThat(LegacyEncoding.repair(text).value()).isEqualTo(text);
        assertThat(LegacyEncoding.repair(text).certainty()).isEqualTo(Certainty.EXACT);
    }

    /** Every Vietnamese letter that TCVN3 and VNI can hold comes back. */
    @Test
    void the_tables_hold_every_letter() {
        String letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";
        String tcvn3 = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ";
        String vni = "aøaùaûaõaïaêaèaéaúaüaëaâaàaáaåaãaäñeøeùeûeõeïeâeàeáeåeãeäìíæóòoøoùoûoõoïoâoàoáoåoãoäôôøôùôûôõôï"
                + "uøuùuûuõuïööøöùöûöõöïyøyùyûyõî";

        assertThat(LegacyEncoding.TCVN3.decode(tcvn3)).isEqualTo(letters);
        assertThat(LegacyEncoding.VNI.decode(vni)).isEqualTo(letters);
        assertThat(LegacyEncoding.VNI.decode("AÙNH SAÙNG Ñoâng")).isEqualTo("ÁNH SÁNG Đông");
    }
}
