package vn.minhchung.audit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.audit.NumberMention;
import vn.minhchung.audit.SeriesKey;
import vn.minhchung.audit.api.Series.Numbered;

class SeriesTest {
    private static final SeriesKey KEY = new SeriesKey("UBND", "QĐ", 2025, null);
    private static final LocalDate LATE = LocalDate.of(2026, 1, 1);

    private final List<NumberMention> mentions = new ArrayList<>();

    @Test
    void numbers_in_order_without_a_gap_raise_no_question() {
        named(1, "", "2025-01-06");
        named(2, "", "2025-01-06");
        named(3, "", "2025-01-09");

        assertThat(series().gaps()).isEmpty();
        assertThat(series().documents())
                .extracting(Numbered::number)
                .containsExactly("1/QĐ-UBND", "2/QĐ-UBND", "3/QĐ-UBND");
        assertThat(series().documents())
                .allSatisfy(each -> assertThat(each.findings()).isEmpty());
    }

    @Test
    void one_document_named_often_is_one_and_a_mention_without_a_date_is_of_it() {
        named(1, "", "2025-01-06");
        named(1, "", "2025-01-06");
        named(1, "", null);

        assertThat(series().documents()).singleElement().satisfies(document -> {
            assertThat(document.mentions()).hasSize(3);
            assertThat(document.findings()).isEmpty();
        });
    }

    @Test
    void a_number_with_two_dates_is_two_documents_and_both_are_asked_about() {
        named(7, "", "2025-01-06");
        named(7, "", "2025-02-06");
        named(7, "", null);

        assertThat(series().documents())
                .extracting(Numbered::findings)
                .satisfiesExactly(
                        first -> assertThat(first).containsExactly(NumberFinding.DUPLICATE),
                        second -> assertThat(second).containsExactly(NumberFinding.DUPLICATE),
                        undated -> assertThat(undated).containsExactly(NumberFinding.UNDATED));
    }

    @Test
    void a_number_put_in_between_is_shown_and_stands_in_its_place() {
        named(12, "", "2025-03-03");
        named(12, "a", "2025-03-03");
        named(13, "", "2025-03-04");

        assertThat(series().documents())
                .extracting(Numbered::number)
                .containsExactly("12/QĐ-UBND", "12a/QĐ-UBND", "13/QĐ-UBND");
        assertThat(series().documents().get(1).findings()).containsExactly(NumberFinding.INSERTED);
        assertThat(series().missing()).isEqualTo(11);
    }

    @Test
    void a_higher_number_with_an_earlier_date_names_the_lower_one_dated_last() {
        named(1, "", "2025-05-05");
        named(2, "", "2025-06-06");
        named(3, "", "2025-01-02");
        named(4, "", "2025-06-06");

        Numbered third = series().documents().get(2);
        assertThat(third.findings()).containsExactly(NumberFinding.OUT_OF_ORDER);
        assertThat(third.later()).extracting(Numbered::number).isEqualTo("2/QĐ-UBND");
        assertThat(series().documents().get(3).findings()).isEmpty();
    }

    @Test
    void a_document_the_record_knew_before_its_own_date_is_shown() {
        mentions.add(mention(1, "", LocalDate.of(2025, 6, 1), LocalDate.of(2025, 5, 31)));
        mentions.add(mention(2, "", LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 1)));

        assertThat(series().documents())
                .extracting(Numbered::findings)
                .satisfiesExactly(
                        early -> assertThat(early).containsExactly(NumberFinding.KNOWN_BEFORE_ISSUED),
                        same -> assertThat(same).isEmpty());
    }

    @Test
    void a_date_of_another_year_than_the_number_s_is_shown() {
        named(1, "", "2024-12-31");

        assertThat(series().documents().getFirst().findings()).containsExactly(NumberFinding.OTHER_YEAR);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void known_and_missing_numbers_add_up_to_the_highest(long seed) {
        Random random = new Random(seed);
        TreeSet<Integer> used = new TreeSet<>();
        for (int i = 0; i < 60; i++) {
            int serial = 1 + random.nextInt(200);
            used.add(serial);
            named(
                    serial,
                    random.nextInt(10) == 0 ? "b" : "",
                    random.nextBoolean() ? "2025-04-0" + (1 + serial % 9) : null);
        }

        Series series = series();

        assertThat(series.highest()).isEqualTo(used.last());
        assertThat(series.missing() + used.size()).isEqualTo(used.last());
        assertThat(series.documents().stream()
                        .mapToInt(each -> each.mentions().size())
                        .sum())
                .isEqualTo(mentions.size());
        series.gaps().forEach(gap -> {
            for (int number = gap.from(); number <= gap.to(); number++)
                assertThat(used).doesNotContain(number);
            assertThat(gap.count()).isPositive();
        });
    }

    private Series series() {
        return Series.of(KEY, mentions);
    }

    private void named(int serial, String inserted, @Nullable String date) {
        mentions.add(mention(serial, inserted, date == null ? null : LocalDate.parse(date), LATE));
    }

    private NumberMention mention(int serial, String inserted, @Nullable LocalDate date, LocalDate recordedOn) {
        long position = mentions.size() + 1L;
        return new NumberMention(
                position,
                "event:" + position,
                "project:1",
                serial,
                inserted,
                serial + inserted + "/QĐ-UBND",
                date,
                null,
                "basis",
                recordedOn);
    }
}
