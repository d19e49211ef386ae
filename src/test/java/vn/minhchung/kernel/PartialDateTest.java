package vn.minhchung.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2015, YEAR, 2015-01-01, 2015-12-31, 2015",
        "2016-02, MONTH, 2016-02-01, 2016-02-29, 02/2016",
        "2015-12-01, DAY, 2015-12-01, 2015-12-01, 01/12/2015",
    })
    void stands_for_all_its_days(
            String value, PartialDate.Precision precision, LocalDate first, LocalDate last, String text) {
        PartialDate date = PartialDate.parse(value);

        assertThat(date.precision()).isEqualTo(precision);
        assertThat(date.firstDay()).isEqualTo(first);
        assertThat(date.lastDay()).isEqualTo(last);
        assertThat(date.toText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "15", "2015-13", "2015-00", "2015-02-30", "2015-2-3", "0000", "2015-12-", "--01-05", "２０１５"})
    void refuses_other_shapes_and_days_the_calendar_does_not_have(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> PartialDate.parse(value));
    }

    @Test
    void an_answer_is_certain_only_when_it_holds_for_every_day() {
        PartialDate year = PartialDate.of(2015);
        PartialDate june = PartialDate.parse("2015-06");

        assertThat(year.isCertainlyBefore(june)).isFalse();
        assertThat(year.isCertainlyAfter(june)).isFalse();
        assertThat(year.mayBe(june)).isTrue();
        assertThat(june.isCertainlyBefore(PartialDate.parse("2015-07-01"))).isTrue();
        assertThat(june.isCertainlyAfter(LocalDate.of(2015, 5, 31))).isTrue();
        assertThat(june.mayBe(LocalDate.of(2015, 6, 30))).isTrue();
        assertThat(june.mayBe(LocalDate.of(2015, 7, 1))).isFalse();
    }

    @Test
    void lists_are_ordered_by_first_day_the_less_precise_first() {
        assertThat(Stream.of("2015-01-01", "2014-12", "2015", "2015-01", "2015-02")
                        .map(PartialDate::parse)
                        .sorted())
                .extracting(PartialDate::value)
                .containsExactly("2014-12", "2015", "2015-01", "2015-01-01", "2015-02");
    }

    @Test
    void json_is_the_plain_text() {
        JsonMapper json = JsonMapper.builder().build();

        assertThat(json.writeValueAsString(PartialDate.of(2015))).isEqualTo("\"2015\"");
        assertThat(json.readValue("\"2015-12\"", PartialDate.class)).isEqualTo(PartialDate.parse("2015-12"));
    }
}
