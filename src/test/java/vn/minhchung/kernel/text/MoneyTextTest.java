package vn.minhchung.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.kernel.Vnd;

class MoneyTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.234,5 triệu đồng | 1234500000
            1,234.5 triệu đồng | 1234500000
            12.5 triệu | 12500000
            12,5 triệu | 12500000
            0.125 tỷ đồng | 125000000
            1234.567 triệu | 1234567000
            574 380 000 đồng | 574380000
            574,380,000 VNĐ | 574380000
            574.380.000đ | 574380000
            574.380 đồng | 574380
            574.380.000,00 đồng | 574380000
            980tr | 980000000
            980 tr.đ | 980000000
            980 trđ | 980000000
            1 tỷ 250 triệu đồng | 1250000000
            1 tỉ 250 triệu 500 nghìn đồng | 1250500000
            1,5 nghìn tỷ đồng | 1500000000000
            574.380.000 | 574380000
            574380000 | 574380000
            0 | 0
            0 đồng | 0
            -5.000.000 đồng | -5000000
            574.380.000 đồng. | 574380000
            574.380.000 đồng./. | 574380000
            560.743.000 đồng; | 560743000
            650 triệu Đồng | 650000000
            574.380.000 đồng (Bằng chữ: Năm trăm bảy mươi bốn triệu, ba trăm tám mươi ngàn đồng chẵn) | 574380000
            """)
    void reads_exactly(String raw, long expected) {
        Reading<Vnd> reading = MoneyText.read(raw);

        assertThat(reading.value()).as("%s", reading.remark()).isEqualTo(Vnd.of(expected));
        assertThat(reading.certainty()).isEqualTo(Certainty.EXACT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hơn 1,5 tỷ đồng | text.money.more_than
            trên 500 triệu đồng | text.money.more_than
            gần 540 triệu đồng | text.money.less_than
            không quá 300 triệu đồng | text.money.less_than
            500 - 600 triệu đồng | text.money.range
            từ 500 đến 600 triệu đồng | text.money.range
            1.234 triệu đồng | text.money.two_readings
            702.123 triệu đồng | text.money.two_readings
            16.680 tỷ đồng | text.money.two_readings
            1,500 triệu đồng | text.money.two_readings
            hơn 1.234 triệu đồng | text.money.two_readings
            1.234.56 đồng | text.money.separators
            12.34.567 đồng | text.money.separators
            0.500.000 đồng | text.money.separators
            1.234,567,8 triệu | text.money.separators
            1,5 đồng | text.money.fraction
            0,0000000001 tỷ đồng | text.money.fraction
            574.380.000,50 đồng | text.money.fraction
            980 | text.money.unit_missing
            702,123 | text.money.unit_missing
            2015 | text.money.unit_missing
            999999999999999999999 đồng | text.money.too_large
            574.380.000 triệu đồng | text.money.too_large
            25.000 USD | text.money.other_currency
            $25,000 | text.money.other_currency
            1 tỷ 2 | text.money.not_understood
            250 triệu 1 tỷ | text.money.not_understood
            1 triệu 2000 nghìn | text.money.not_understood
            1,5 tỷ 200 triệu | text.money.not_understood
            theo dự toán được duyệt | text.money.not_understood
            980 triệu đồng, đối ứng 200 triệu đồng | text.money.not_understood
            (5.000.000) | text.money.not_understood
            7.02E8 | text.money.not_understood
            574.380.000 đồng (Bằng chữ: Năm trăm triệu đồng) | text.money.words_disagree
            """)
    void flags_what_two_people_would_read_differently(String raw, String key) {
        Reading<Vnd> reading = MoneyText.read(raw);

        assertThat(reading.certainty()).as("%s", reading).isEqualTo(Certainty.UNCLEAR);
        assertThat(reading.remark()).isNotNull().extracting(Remark::key).isEqualTo(key);
    }

    @Test
    void a_bound_says_its_amount_and_two_readings_both_theirs() {
        assertThat(MoneyText.read("hơn 1,5 tỷ đồng").remark())
                .isEqualTo(Remark.of("text.money.more_than", "1.500.000.000 đồng"));
        assertThat(MoneyText.read("702.123 triệu đồng").remark())
                .isEqualTo(Remark.of("text.money.two_readings", "702123000000", "702123000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "…… triệu đồng", "........đồng", "\u00A0", "____", "triệu đồng"})
    void a_blank_line_of_a_form_is_blank(String raw) {
        assertThat(MoneyText.read(raw)).isEqualTo(Reading.blank(raw));
    }

    @ParameterizedTest
    @CsvSource({"khoảng 980 triệu đồng, 980000000", "~980 triệu, 980000000", "ước 1 tỷ đồng, 1000000000"})
    void around_keeps_the_amount_and_says_that_it_is_not_exact(String raw, long expected) {
        Reading<Vnd> reading = MoneyText.read(raw);

        assertThat(reading.value()).isEqualTo(Vnd.of(expected));
        assertThat(reading.certainty()).isEqualTo(Certainty.APPROXIMATE);
    }

    @Test
    void the_unit_of_a_column_serves_cells_without_one() {
        assertThat(MoneyText.read("702,123", MoneyUnit.MILLION).value()).isEqualTo(Vnd.of(702_123_000));
        assertThat(MoneyText.read("980", MoneyUnit.MILLION).value()).isEqualTo(Vnd.of(980_000_000));
        assertThat(MoneyText.read("980", MoneyUnit.DONG).value()).isEqualTo(Vnd.of(980));
        assertThat(MoneyText.read("1,5 tỷ", MoneyUnit.MILLION).value()).isEqualTo(Vnd.of(1_500_000_000));
        assertThat(MoneyText.read("574.380.000", MoneyUnit.MILLION).certainty()).isEqualTo(Certainty.UNCLEAR);
        assertThat(MoneyText.read("1.234", MoneyUnit.MILLION).certainty()).isEqualTo(Certainty.UNCLEAR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kinh phí (triệu đồng) | MILLION
            Tổng kinh phí (tr.đ) | MILLION
            Kinh phí (tr đồng) | MILLION
            Kinh phi (trieu dong) | MILLION
            Kinh phí (triệu) | MILLION
            Kinh phí (tỷ) | BILLION
            Đơn vị tính: đồng | DONG
            Kinh phí (1.000đ) | THOUSAND
            ĐVT: 1.000 đ | THOUSAND
            Kinh phí (nghìn đồng) | THOUSAND
            Kinh phí (tỷ đồng) | BILLION
            Kinh phí (đồng) | DONG
            total_budget_vnd | DONG
            Đơn vị tính: 1.000.000 đồng | MILLION
            """)
    void the_unit_of_a_column_stands_in_its_header(String header, MoneyUnit unit) {
        assertThat(MoneyUnit.inHeader(header)).contains(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Kinh phí", "Tỷ lệ", "Hợp đồng số", "Đơn vị chủ trì", "Tên công ty", "Hội đồng", "Đồng chủ nhiệm"
            })
    void a_header_without_a_unit_has_none(String header) {
        assertThat(MoneyUnit.inHeader(header)).isEmpty();
    }

    /** Whatever is written by our own formatter is read back as the same amount. */
    @Test
    void reads_back_what_is_written() {
        long seed = 20_260_615L;
        System.out.println("MoneyTextTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            Vnd amount = Vnd.of(random.nextLong(1_000_000_000_000_000L) >> random.nextInt(40));
            assertThat(MoneyText.read(amount.toText()).value()).isEqualTo(amount);
            assertThat(MoneyText.read(amount.toText() + " (Bằng chữ: " + amount.toWords() + "./.)")
                            .value())
                    .isEqualTo(amount);
        }
    }

    /** No text, however odd, ends in an exception. */
    @Test
    void random_text_always_gets_an_answer() {
        long seed = 20_260_616L;
        System.out.println("MoneyTextTest seed " + seed);
        Random random = new Random(seed);
        String letters = "0123456789.,  -–()~≈đồngtriệutỷnghìnkhoảnghơn/:;%";
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(25); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String raw = text.toString();
            assertThat(MoneyText.read(raw).raw()).isEqualTo(raw);
            assertThat(DateText.read(raw).raw()).isEqualTo(raw);
            assertThat(PeriodText.read(raw).raw()).isEqualTo(raw);
            assertThat(ScoreText.read(raw).raw()).isEqualTo(raw);
            assertThat(VoteText.read(raw).raw()).isEqualTo(raw);
            assertThat(PersonText.read(raw).raw()).isEqualTo(raw);
        }
    }
}
