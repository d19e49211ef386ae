package vn.minhchung.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.kernel.PartialDate;

class DateTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2015 | 2015
            năm 2015 | 2015
            2015-12 | 2015-12
            12/2023 | 2023-12
            12.2023 | 2023-12
            5-2020 | 2020-05
            tháng 5/2020 | 2020-05
            Tháng 5 năm 2020 | 2020-05
            tháng 05, năm 2020 | 2020-05
            2015-12-01 | 2015-12-01
            2015/12/01 | 2015-12-01
            1/2/2020 | 2020-02-01
            29/02/2020 | 2020-02-29
            ngày 1 tháng 12 năm 2015 | 2015-12-01
            Ngày 04 tháng 7 năm 2024 | 2024-07-04
            22 / 9 / 2022 | 2022-09-22
            Thứ hai, ngày 25/12/2023 | 2023-12-25
            Chủ nhật, 24/12/2023 | 2023-12-24
            06/05/2018 08:17 AM | 2018-05-06
            06/05/2018 08:17 PM | 2018-05-06
            08:17, 06/05/2018 | 2018-05-06
            8h30 ngày 06/05/2018 | 2018-05-06
            2023-12-25T04:21 | 2023-12-25
            2023-12-25 04:21:59 | 2023-12-25
            """)
    void reads_exactly(String raw, String expected) {
        Reading<PartialDate> reading = DateText.read(raw);

        assertThat(reading.value()).as("%s", reading).isEqualTo(PartialDate.parse(expected));
        assertThat(reading.certainty()).isEqualTo(Certainty.EXACT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cuối năm 2016 | 2016
            đầu tháng 3/2019 | 2019-03
            khoảng tháng 3/2019 | 2019-03
            Quý III/2019 | 2019
            quý 4 năm 2019 | 2019
            """)
    void keeps_an_approximate_date_as_such(String raw, String expected) {
        Reading<PartialDate> reading = DateText.read(raw);

        assertThat(reading.value()).as("%s", reading).isEqualTo(PartialDate.parse(expected));
        assertThat(reading.certainty()).isEqualTo(Certainty.APPROXIMATE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30/02/2020 | text.date.impossible
            29/02/2019 | text.date.impossible
            12/25/2023 | text.date.impossible
            31-04-2020 | text.date.impossible
            13/2020 | text.date.impossible
            0/5/2020 | text.date.impossible
            25/12/2023 25:61 | text.date.impossible
            04/7/24 | text.date.two_digit_year
            04/7/0024 | text.date.implausible_year
            1234 | text.date.implausible_year
            Thứ ba - 25/12/2023 | text.date.weekday_disagrees
            Sáng 5.1 | text.date.year_missing
            chiều 28-8 | text.date.year_missing
            trước 30/6/2020 | text.date.bound
            2012 - 2013 | text.date.not_understood
            45123 | text.date.not_understood
            đang thực hiện | text.date.not_understood
            04/7-2024 | text.date.not_understood
            """)
    void flags_what_is_not_a_date(String raw, String key) {
        Reading<PartialDate> reading = DateText.read(raw);

        assertThat(reading.certainty()).as("%s", reading).isEqualTo(Certainty.UNCLEAR);
        assertThat(reading.remark()).isNotNull().extracting(Remark::key).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".../.../......", "…/…/20…"})
    void a_dotted_line_is_never_a_date(String raw) {
        assertThat(DateText.read(raw).isClear()).isFalse();
    }

    @Test
    void the_time_of_a_web_page_is_kept_beside_the_date() {
        assertThat(DateText.readStated("06/05/2018 08:17 PM").value()).hasToString("2018-05-06T20:17");
        assertThat(DateText.readStated("12:05 SA 06/05/2018").isClear()).isFalse();
        assertThat(DateText.readStated("29-2").value()).hasToString("--02-29");
        assertThat(DateText.readStated("30-2").certainty()).isEqualTo(Certainty.UNCLEAR);
    }
}
