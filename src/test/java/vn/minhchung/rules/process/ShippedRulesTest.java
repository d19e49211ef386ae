package vn.minhchung.rules.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhchung.rules.CalendarYear;
import vn.minhchung.rules.CountedDay;
import vn.minhchung.rules.RuleArithmetic;
import vn.minhchung.rules.RuleFamilies;
import vn.minhchung.rules.RuleFamilyId;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.RuleVersion.Example;
import vn.minhchung.rules.Standing;
import vn.minhchung.rules.TriggerKind;
import vn.minhchung.rules.WorkingDays;

/** Every shipped file: its worked examples, its validity, its citation; and the calendars by known days. */
class ShippedRulesTest {
    private static final ShippedRules SHIPPED = new ShippedRules();
    private static final WorkingDays CALENDAR = new WorkingDays(year ->
            SHIPPED.calendars().stream().filter(each -> each.year() == year).findFirst());

    /** Where the amounts of the next text are not known: no version is in force, and none is invented. */
    private static final Set<String> SURE_FAMILIES = Set.of("advance.first", "advance.next", "refund.shares");

    static Stream<Arguments> examples() {
        return SHIPPED.versions().stream()
                .flatMap(rule -> rule.examples().stream()
                        .map(example -> Arguments.of(rule.ref() + " " + example.given(), rule, example)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void a_worked_example_comes_out_as_written(String name, RuleVersion rule, Example example) {
        Map<String, String> results =
                RuleArithmetic.work(rule, CALENDAR, example.given()).results();

        assertThat(example.expect()).as(name).isNotEmpty();
        assertThat(results).containsAllEntriesOf(example.expect());
    }

    @Test
    void a_wrong_example_would_be_noticed() {
        RuleVersion rule = SHIPPED.find("advance.first", "ttlt-27-2015").orElseThrow();
        Map<String, String> given = rule.examples().getFirst().given();

        assertThat(RuleArithmetic.work(rule, CALENDAR, given).results())
                .doesNotContainEntry("maxVnd", "450000000")
                .containsEntry("maxVnd", "400000000");
    }

    @Test
    void versions_of_a_family_never_share_a_day_and_leave_no_day_between() {
        byFamily().forEach((family, versions) -> {
            for (int i = 1; i < versions.size(); i++) {
                LocalDate ends = Objects.requireNonNull(versions.get(i - 1).validTo(), family);
                assertThat(versions.get(i).validFrom()).as(family).isEqualTo(ends.plusDays(1));
            }
        });
    }

    @Test
    void a_family_and_version_is_written_once_and_well_formed() {
        assertThat(SHIPPED.versions()).extracting(RuleVersion::ref).doesNotHaveDuplicates();
        assertThat(SHIPPED.versions())
                .allSatisfy(rule ->
                        assertThat(RuleFamilyId.of(rule.family()).value()).startsWith("rule:"));
    }

    @Test
    void a_version_proposed_twice_stops_the_start() {
        assertThatThrownBy(() -> ShippedRules.requireOnce(List.of("a/v1", "a/v2", "a/v1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a/v1");
    }

    @Test
    void law_cites_a_document_and_sure_law_its_article() {
        assertThat(SHIPPED.versions()).allSatisfy(rule -> {
            assertThat(rule.source().number()).isNotBlank();
            assertThat(rule.source().vi()).isNotBlank();
            assertThat(rule.source().en()).isNotBlank();
            if (rule.isSureLaw()) assertThat(rule.source().article()).containsPattern("Điều [0-9]");
        });
        assertThat(SHIPPED.versions().stream().filter(RuleVersion::isSureLaw).map(RuleVersion::family))
                .containsAll(SURE_FAMILIES);
    }

    @Test
    void four_eyes_and_signing_rules_are_internal() {
        assertThat(SHIPPED.versions())
                .filteredOn(rule -> rule.family().startsWith("four-eyes.")
                        || Set.of("signatory.registered", "appropriation.tabmis-before-draw")
                                .contains(rule.family()))
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(rule -> assertThat(rule.standing()).isEqualTo(Standing.INTERNAL));
    }

    @Test
    void what_a_task_pins_agrees_with_the_trigger_of_every_version() {
        Map<String, TriggerKind> pinnedByFiles = new TreeMap<>();
        SHIPPED.versions().stream()
                .filter(rule -> Set.of(
                                TriggerKind.CALL_PUBLISHED, TriggerKind.ORDER_LIST_APPROVED, TriggerKind.APPROVAL)
                        .contains(rule.trigger()))
                // the rules of a council are pinned by the call that sets it up, not by the task
                .filter(rule -> !rule.family().startsWith("council.") || rule.trigger() == TriggerKind.APPROVAL)
                .forEach(rule -> pinnedByFiles.put(rule.family(), rule.trigger()));

        assertThat(RuleFamilies.PINNED).containsExactlyInAnyOrderEntriesOf(pinnedByFiles);
    }

    @Test
    void the_three_regimes_follow_each_other() {
        assertThat(byFamily().get("procedure"))
                .extracting(rule -> rule.text("regime"))
                .containsExactly("R1", "R2", "R3");
    }

    @Test
    void the_calendars_of_five_years_are_there_and_sound() {
        assertThat(SHIPPED.calendars()).extracting(CalendarYear::year).containsExactly(2023, 2024, 2025, 2026, 2027);
        assertThat(SHIPPED.calendars()).allSatisfy(year -> {
            assertThat(year.daysOff())
                    .allSatisfy(off -> assertThat(off.date().getYear()).isEqualTo(year.year()));
            assertThat(year.workedWeekends())
                    .allSatisfy(day -> assertThat(CalendarYear.weekend(day)).isTrue());
        });
    }

    @ParameterizedTest(name = "{0} and {1} working days is {2}")
    @CsvSource({
        "2025-01-24, 1, 2025-02-03", // over Tết Ất Tỵ
        "2025-02-03, -1, 2025-01-24",
        "2025-04-25, 1, 2025-04-26", // a Saturday worked for Friday 2 May
        "2025-04-29, 1, 2025-05-05",
        "2024-02-07, 1, 2024-02-15", // over Tết Giáp Thìn
        "2024-04-26, 1, 2024-05-02",
        "2024-05-03, 1, 2024-05-04", // a Saturday worked for Monday 29 April
        "2023-01-19, 1, 2023-01-27", // over Tết Quý Mão
        "2023-08-31, 1, 2023-09-05",
        "2026-02-13, 1, 2026-02-23", // over Tết Bính Ngọ
        "2026-08-28, 1, 2026-09-03",
        "2025-03-10, 0, 2025-03-10"
    })
    void working_days_step_over_tet_holidays_and_swapped_days(LocalDate from, int days, LocalDate expected) {
        CountedDay counted = CALENDAR.count(from, days);

        assertThat(counted.date()).isEqualTo(expected);
        assertThat(counted.provisional()).isFalse();
    }

    @Test
    void a_year_without_a_calendar_is_counted_by_weekends_and_says_so() {
        CountedDay counted = new WorkingDays(year -> Optional.empty()).count(LocalDate.of(2025, 1, 24), 1);

        assertThat(counted.date()).isEqualTo(LocalDate.of(2025, 1, 27));
        assertThat(counted.undecidedYears()).containsExactly(2025);
    }

    private static Map<String, List<RuleVersion>> byFamily() {
        return SHIPPED.versions().stream()
                .collect(Collectors.groupingBy(
                        RuleVersion::family, TreeMap::new, Collectors.toCollection(ArrayList::new)));
    }
}
