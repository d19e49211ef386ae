package vn.minhchung.rules.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.rules.RulesExamples.FAMILY;
import static vn.minhchung.rules.RulesExamples.LIKELY;
import static vn.minhchung.rules.RulesExamples.SURE;
import static vn.minhchung.rules.RulesExamples.TO;
import static vn.minhchung.rules.RulesExamples.YEAR_2025;
import static vn.minhchung.rules.RulesExamples.putInForce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.CalendarEvent.CalendarYearDecided;
import vn.minhchung.rules.Deadlines;
import vn.minhchung.rules.RuleCommand.SwitchRule;
import vn.minhchung.rules.RuleEvent.RuleSwitched;
import vn.minhchung.rules.RuleEvent.RuleVersionEnded;
import vn.minhchung.rules.RuleEvent.RuleVersionPutInForce;
import vn.minhchung.rules.RuleEvent.RuleVersionWithdrawn;
import vn.minhchung.rules.RuleFamilyId;
import vn.minhchung.rules.RuleHash;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Rules;
import vn.minhchung.rules.RulesExamples;
import vn.minhchung.rules.Standing;
import vn.minhchung.rules.SwitchMode;
import vn.minhchung.rules.Worked;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What other modules get when they ask the rules inside a decision. */
class InForceRulesTest {
    private static final String STREAM = RuleFamilyId.of(FAMILY).value();
    private static final String PAIR = "four-eyes.record-confirm";
    private static final LocalDate IN_2024 = LocalDate.of(2024, 6, 1);
    private static final LocalDate IN_2026 = LocalDate.of(2026, 6, 1);
    private static final Decision OFFICER = Decisions.taken(Role.OFFICER);
    private static final PersonId ANY = Decisions.person("any");

    @Test
    void the_version_of_the_day_is_used_and_named_in_the_envelope() {
        List<Applied> found = new ArrayList<>();
        var then = asking((rules, _) -> found.add(rules.on(FAMILY, IN_2024)))
                .given(RuleFamily.class, STREAM, putInForce(SURE), putInForce(LIKELY))
                .when(new RulesFixture.Ask(), OFFICER);
        then.expectEvents();

        assertThat(found.getFirst().version()).contains(SURE);
        assertThat(then.recording().rules()).containsExactly(SURE.ref());
        assertThat(then.recording().warnings()).isEmpty();
    }

    @Test
    void a_neighbour_version_is_never_used() {
        List<Applied> found = new ArrayList<>();
        var then = asking((rules, _) -> {
                    found.add(rules.on(FAMILY, TO.plusDays(1)));
                    found.add(rules.on(FAMILY, SURE.validFrom().minusDays(1)));
                })
                .given(RuleFamily.class, STREAM, putInForce(SURE))
                .when(new RulesFixture.Ask(), OFFICER);
        then.expectEvents();

        assertThat(found).allSatisfy(applied -> assertThat(applied.version()).isEmpty());
        assertThat(then.recording().rules()).isEmpty();
        assertThat(then.recording().warnings())
                .containsExactly("RULE_MISSING advance.first:2025-10-14", "RULE_MISSING advance.first:2016-02-14");
    }

    @Test
    void a_missing_version_refuses_nothing_and_computes_nothing() {
        var then = asking((rules, _) -> {
                    Applied missing = rules.on(FAMILY, IN_2024);
                    assertThat(missing.work("askedVnd", Vnd.of(1))).isEmpty();
                    missing.refuseUnless(false, ErrorCode.ADVANCE_CAP_EXCEEDED);
                })
                .when(new RulesFixture.Ask(), OFFICER);

        then.expectEvents();
        assertThat(then.recording().warnings()).containsExactly("RULE_MISSING advance.first:2024-06-01");
    }

    @Test
    void sure_law_refuses_and_cites_its_article() {
        var refusal = asking((rules, _) -> cap(rules, IN_2024))
                .given(RuleFamily.class, STREAM, putInForce(SURE))
                .when(new RulesFixture.Ask(), OFFICER)
                .expectRefusal(ErrorCode.ADVANCE_CAP_EXCEEDED);

        assertThat(refusal.rule()).isEqualTo(SURE.ref());
        assertThat(refusal.facts())
                .containsEntry("limit", "400000000")
                .containsEntry("basis", "Điều 12–14, 27/2015/TTLT-BKHCN-BTC");
    }

    @Test
    void what_is_not_sure_refuses_by_internal_control() {
        var refusal = asking((rules, _) -> cap(rules, IN_2026))
                .given(RuleFamily.class, STREAM, putInForce(LIKELY))
                .when(new RulesFixture.Ask(), OFFICER)
                .expectRefusal(ErrorCode.ADVANCE_CAP_EXCEEDED);

        assertThat(refusal.rule()).isEqualTo(LIKELY.ref());
        assertThat(refusal.facts()).containsEntry("basis", "theo quy chế kiểm soát nội bộ");
    }

    @Test
    void switching_changes_refuse_to_warn_to_off_from_the_next_decision_on() {
        DecisionFixture fixture = asking((rules, _) -> samePerson(rules));
        RulesFixture.givenPair(fixture, PAIR);
        Decision director = Decisions.taken(Role.DIRECTOR);

        fixture.when(new RulesFixture.Ask(), OFFICER).expectRefusal(ErrorCode.FOUR_EYES);

        fixture.given(new SwitchRule(PAIR, SwitchMode.WARN), director);
        var warned = fixture.when(new RulesFixture.Ask(), OFFICER);
        warned.expectEvents();
        assertThat(warned.recording().warnings())
                .containsExactly("FOUR_EYES four-eyes.record-confirm:kiem-soat-noi-bo");

        fixture.given(new SwitchRule(PAIR, SwitchMode.OFF), director);
        var off = fixture.when(new RulesFixture.Ask(), OFFICER);
        off.expectEvents();
        assertThat(off.recording().warnings()).isEmpty();
        assertThat(off.recording().rules()).hasSize(1);

        fixture.given(new SwitchRule(PAIR, SwitchMode.REFUSE), director);
        fixture.when(new RulesFixture.Ask(), OFFICER).expectRefusal(ErrorCode.FOUR_EYES);
    }

    @Test
    void a_switch_set_for_a_later_version_does_not_touch_sure_law() {
        asking((rules, _) -> cap(rules, IN_2024))
                .given(
                        RuleFamily.class,
                        STREAM,
                        putInForce(SURE),
                        putInForce(LIKELY),
                        new RuleSwitched(FAMILY, SwitchMode.OFF, SwitchMode.REFUSE))
                .when(new RulesFixture.Ask(), OFFICER)
                .expectRefusal(ErrorCode.ADVANCE_CAP_EXCEEDED);
    }

    @Test
    void two_persons_pass_and_a_shared_principal_does_not() {
        PersonId one = Decisions.person("one");
        PersonId other = Decisions.person("other");
        DecisionFixture fixture = asking((rules, _) -> {
            rules.twoPersons(PAIR, IN_2024, List.of(one), List.of(other));
            rules.twoPersons(PAIR, IN_2024, List.of(one, ANY), List.of(other, ANY));
        });

        RulesFixture.givenPair(fixture, PAIR)
                .when(new RulesFixture.Ask(), OFFICER)
                .expectRefusal(ErrorCode.FOUR_EYES);
    }

    @Test
    void nobody_is_first_and_alone_before_any_rule_says_so() {
        asking((rules, _) -> rules.twoPersons(
                        PAIR, IN_2024, List.of(Decisions.person("one")), List.of(Decisions.person("other"))))
                .when(new RulesFixture.Ask(), OFFICER)
                .expectEvents();

        asking((rules, _) -> samePerson(rules))
                .when(new RulesFixture.Ask(), OFFICER)
                .expectRefusal(ErrorCode.FOUR_EYES);
    }

    @Test
    void the_provinces_version_goes_before_the_national_one_on_its_days() {
        RuleVersion provincial = provincial();
        List<Applied> found = new ArrayList<>();
        asking((rules, _) -> {
                    found.add(rules.on(FAMILY, IN_2024));
                    found.add(rules.on(FAMILY, IN_2024.minusYears(1)));
                })
                .given(RuleFamily.class, STREAM, putInForce(SURE), overlay(provincial))
                .when(new RulesFixture.Ask(), OFFICER)
                .expectEvents();

        assertThat(found.get(0).version()).contains(provincial);
        assertThat(found.get(1).version()).contains(SURE);
    }

    @Test
    void a_switch_on_the_provinces_version_leaves_the_sure_law_below_it() {
        List<Applied> found = new ArrayList<>();
        asking((rules, _) -> found.add(rules.on(FAMILY, IN_2024)))
                .given(
                        RuleFamily.class,
                        STREAM,
                        putInForce(SURE),
                        overlay(provincial()),
                        new RuleSwitched(FAMILY, SwitchMode.OFF, SwitchMode.REFUSE))
                .when(new RulesFixture.Ask(), OFFICER)
                .expectEvents();

        assertThat(found.getFirst().version()).contains(SURE);
    }

    @Test
    void a_task_pinned_to_the_provinces_version_keeps_the_sure_law_below_it_too() {
        List<Applied> found = new ArrayList<>();
        asking((rules, _) -> found.add(rules.pinned(FAMILY, "hung-yen")))
                .given(
                        RuleFamily.class,
                        STREAM,
                        putInForce(SURE),
                        overlay(provincial()),
                        new RuleSwitched(FAMILY, SwitchMode.WARN, SwitchMode.REFUSE))
                .when(new RulesFixture.Ask(), OFFICER)
                .expectEvents();

        assertThat(found.getFirst().version()).contains(SURE);
    }

    @Test
    void the_provinces_version_goes_no_further_than_the_national_one_it_stands_on() {
        List<Applied> found = new ArrayList<>();
        DecisionFixture fixture = asking((rules, _) -> found.add(rules.on(FAMILY, IN_2024)))
                .given(RuleFamily.class, STREAM, putInForce(SURE), overlay(provincial()));

        fixture.given(RuleFamily.class, STREAM, new RuleVersionEnded(FAMILY, SURE.version(), IN_2024.minusDays(1)));
        var then = fixture.when(new RulesFixture.Ask(), OFFICER);

        then.expectEvents();
        assertThat(found.getLast().version()).isEmpty();
        assertThat(then.recording().warnings()).containsExactly("RULE_MISSING advance.first:2024-06-01");
    }

    @Test
    void a_pinned_version_holds_on_any_day_until_withdrawn() {
        List<Applied> found = new ArrayList<>();
        DecisionFixture fixture = asking(
                        (rules, _) -> found.add(rules.forTask(Map.of(FAMILY, SURE.ref()), FAMILY, IN_2026)))
                .given(RuleFamily.class, STREAM, putInForce(SURE), putInForce(LIKELY));
        fixture.when(new RulesFixture.Ask(), OFFICER).expectEvents();
        assertThat(found.getLast().version()).contains(SURE);

        fixture.given(RuleFamily.class, STREAM, new RuleVersionWithdrawn(FAMILY, SURE.version()));
        var then = fixture.when(new RulesFixture.Ask(), OFFICER);
        then.expectEvents();
        assertThat(found.getLast().version()).isEmpty();
        assertThat(then.recording().warnings()).containsExactly("RULE_MISSING advance.first:ttlt-27-2015");
    }

    @Test
    void a_task_without_a_pin_follows_the_day() {
        List<Applied> found = new ArrayList<>();
        asking((rules, _) -> found.add(rules.forTask(Map.of(), FAMILY, IN_2026)))
                .given(RuleFamily.class, STREAM, putInForce(SURE), putInForce(LIKELY))
                .when(new RulesFixture.Ask(), OFFICER)
                .expectEvents();

        assertThat(found.getFirst().version()).contains(LIKELY);
    }

    @Test
    void working_days_are_counted_on_the_decided_calendar() {
        List<LocalDate> days = new ArrayList<>();
        var then = asking((rules, _) -> {
                    days.add(rules.addWorkingDays(LocalDate.of(2025, 4, 25), 1));
                    days.add(rules.addWorkingDays(LocalDate.of(2025, 5, 1), 1));
                    assertThat(rules.workingDay(LocalDate.of(2025, 1, 1))).isFalse();
                })
                .given(CalendarDecisions.class, "calendar:2025", new CalendarYearDecided(2025, YEAR_2025))
                .when(new RulesFixture.Ask(), OFFICER);
        then.expectEvents();

        assertThat(days).containsExactly(LocalDate.of(2025, 4, 26), LocalDate.of(2025, 5, 5));
        assertThat(then.recording().warnings()).isEmpty();
    }

    @Test
    void an_undecided_year_is_counted_by_weekends_with_a_warning() {
        var then = asking((rules, _) -> {
                    var counted = rules.countWorkingDays(LocalDate.of(2025, 4, 25), 1);
                    assertThat(counted.date()).isEqualTo(LocalDate.of(2025, 4, 28));
                    assertThat(counted.provisional()).isTrue();
                })
                .when(new RulesFixture.Ask(), OFFICER);
        then.expectEvents();

        assertThat(then.recording().warnings()).containsExactly("RULE_MISSING calendar:2025");
    }

    @Test
    void a_deadline_is_due_by_its_row_and_names_it() {
        RuleVersion row = RulesExamples.version(
                "deadline.suspension-notice",
                "tt-04-2015",
                Standing.LAW,
                SURE.confidence(),
                SURE.validFrom(),
                null,
                "count",
                "7");
        RuleVersion deadline = new RuleVersion(
                row.family(),
                row.version(),
                row.standing(),
                row.confidence(),
                row.source(),
                row.validFrom(),
                null,
                row.trigger(),
                "due",
                Map.of("count", "7", "unit", "WORKING_DAYS"),
                List.of());
        List<Deadlines.Due> found = new ArrayList<>();
        asking((_, deadlines) -> {
                    deadlines
                            .due("suspension-notice", LocalDate.of(2025, 4, 24))
                            .ifPresent(found::add);
                    assertThat(deadlines.due("nothing-of-the-kind", IN_2024)).isEmpty();
                })
                .given(RuleFamily.class, "rule:deadline.suspension-notice", putInForce(deadline))
                .given(CalendarDecisions.class, "calendar:2025", new CalendarYearDecided(2025, YEAR_2025))
                .when(new RulesFixture.Ask(), OFFICER)
                .expectEvents();

        // 25, 26 (worked), 28, 29, 30 April, 1 May by this example's short list, 5 May
        assertThat(found).containsExactly(new Deadlines.Due(LocalDate.of(2025, 5, 5), false, deadline));
    }

    private static DecisionFixture asking(BiConsumer<Rules, Deadlines> question) {
        return RulesFixture.asking(question);
    }

    /** As the budgets module asks: 401 m of at most 400 m. */
    private static void cap(Rules rules, LocalDate date) {
        Applied first = rules.on(FAMILY, date);
        Worked worked = first.work(
                        "stateBudgetVnd", Vnd.of(900_000_000),
                        "yearAppropriationVnd", Vnd.of(400_000_000),
                        "askedVnd", Vnd.of(401_000_000))
                .orElseThrow();
        first.refuseUnless(worked.kept(), ErrorCode.ADVANCE_CAP_EXCEEDED, "limit", worked.vnd("maxVnd"));
    }

    private static void samePerson(Rules rules) {
        rules.twoPersons(PAIR, IN_2024, List.of(ANY), List.of(ANY));
    }

    private static RuleVersion provincial() {
        return RulesExamples.version(
                FAMILY,
                "hung-yen",
                Standing.PROVINCE,
                SURE.confidence(),
                LocalDate.of(2024, 1, 1),
                TO,
                "stateBudgetShareBp",
                "4000");
    }

    private static RuleVersionPutInForce overlay(RuleVersion provincial) {
        return new RuleVersionPutInForce(
                FAMILY, provincial.version(), provincial, RuleHash.of(provincial), SURE.version());
    }
}
