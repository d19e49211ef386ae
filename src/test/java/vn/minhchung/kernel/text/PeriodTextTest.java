package vn.minhchung.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Từ tháng 8/2008 - 9/2010 | 2008-08/2010-09 |
            Từ tháng 7/2006 - 10/2007 | 2006-07/2007-10 |
            18 tháng | ../.. | 18
            02 năm | ../.. | 24
            24 tháng (từ tháng 5/2020 đến tháng 4/2022) | 2020-05/2022-04 | 24
            từ 01/5/2020 đến 30/4/2022 | 2020-05-01/2022-04-30 |
            27-12-2011 - 05-01-2012 | 2011-12-27/2012-01-05 |
            2020-2021 | 2020/2021 |
            2012 – 2013 | 2012/2013 |
            từ năm 2012 đến năm 2014 | 2012/2014 |
            1-12/2016 | 2016-01/2016-12 |
            từ tháng 1 đến tháng 12/2016 | 2016-01/2016-12 |
            từ 01/5 đến 30/9/2020 | 2020-05-01/2020-09-30 |
            5/2020-4/2022 (24 tháng) | 2020-05/2022-04 | 24
            18 tháng (2012-2013) | 2012/2013 | 18
            12 tháng, từ 6/2019 | 2019-06/.. | 12
            đến hết tháng 6/2019 | ../2019-06 |
            """)
    void reads_exactly(String raw, String expected, Integer months) {
        Reading<Period> reading = PeriodText.read(raw);

        assertThat(reading.value()).as("%s", reading).isNotNull().hasToString(expected);
        assertThat(reading.value()).extracting(Period::statedMonths).isEqualTo(months);
        assertThat(reading.certainty()).isEqualTo(Certainty.EXACT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            từ 9/2010 đến 8/2008 | text.period.reversed
            10-3/2017 | text.period.reversed
            2015 | text.period.not_understood
            2015-12 | text.period.not_understood
            từ 30/02/2020 đến 01/5/2020 | text.date.impossible
            từ khi ký hợp đồng đến nay | text.date.not_understood
            theo kế hoạch | text.period.not_understood
            0 tháng | text.period.not_understood
            """)
    void flags_what_is_not_a_period(String raw, String key) {
        Reading<Period> reading = PeriodText.read(raw);

        assertThat(reading.certainty()).as("%s", reading).isEqualTo(Certainty.UNCLEAR);
        assertThat(reading.remark()).isNotNull().extracting(Remark::key).isEqualTo(key);
    }

    @Test
    void remarks_when_the_stated_length_cannot_be_the_span() {
        assertThat(PeriodText.read("22 tháng (từ tháng 8/2022 đến tháng 6/2024)")
                        .remark())
                .isEqualTo(Remark.of("text.period.length_disagrees", "22", "23"));
        assertThat(PeriodText.read("12 tháng (từ tháng 05/2016 - 05/2017)").remark())
                .isEqualTo(Remark.of("text.period.length_disagrees", "12", "13"));
        assertThat(PeriodText.read("3 năm (2012 - 2013)").remark())
                .isEqualTo(Remark.of("text.period.length_disagrees", "36", "24"));
        assertThat(PeriodText.read("2 năm (2012 - 2013)").remark()).isNull();
        assertThat(PeriodText.read("24 tháng (từ tháng 5/2020 đến tháng 4/2022)")
                        .remark())
                .isNull();
    }

    @Test
    void an_approximate_end_makes_the_period_approximate() {
        assertThat(PeriodText.read("từ đầu năm 2016 đến cuối năm 2018").certainty())
                .isEqualTo(Certainty.APPROXIMATE);
    }
}
