package vn.minhchung.rules.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.rules.RulesExamples.FAMILY;
import static vn.minhchung.rules.RulesExamples.LIKELY;
import static vn.minhchung.rules.RulesExamples.SURE;
import static vn.minhchung.rules.RulesExamples.TO;
import static vn.minhchung.rules.RulesExamples.putInForce;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.rules.Confidence;
import vn.minhchung.rules.LegalSource;
import vn.minhchung.rules.RuleCommand.ConfirmRuleVersion;
import vn.minhchung.rules.RuleCommand.EndRuleVersion;
import vn.minhchung.rules.RuleCommand.OverrideRuleVersion;
import vn.minhchung.rules.RuleCommand.PutRuleVersionInForce;
import vn.minhchung.rules.RuleCommand.SwitchRule;
import vn.minhchung.rules.RuleCommand.WithdrawRuleVersion;
import vn.minhchung.rules.RuleEvent.RuleSwitched;
import vn.minhchung.rules.RuleEvent.RuleVersionEnded;
import vn.minhchung.rules.RuleEvent.RuleVersionPutInForce;
import vn.minhchung.rules.RuleEvent.RuleVersionRecorded;
import vn.minhchung.rules.RuleEvent.RuleVersionWithdrawn;
import vn.minhchung.rules.RuleFamilyId;
import vn.minhchung.rules.RuleHash;
import vn.minhchung.rules.RuleParameter;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.RulesExamples;
import vn.minhchung.rules.Standing;
import vn.minhchung.rules.SwitchMode;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** How versions come into force, end, are overlaid by the province, withdrawn and switched. */
class RuleFamilyTest {
    private static final String STREAM = RuleFamilyId.of(FAMILY).value();
    private static final Decision DIRECTOR = Decisions.taken(Role.DIRECTOR);
    private static final Decision BY_OFFICER = Decisions.recorded("officer", Role.OFFICER, Role.DIRECTOR);
    private static final LocalDate YEAR_2030 = LocalDate.of(2030, 1, 1);

    private final DecisionFixture fixture = RulesFixture.of(SURE, LIKELY, later(YEAR_2030), later(TO));

    @Test
    void the_director_puts_a_proposed_version_in_force_and_the_event_holds_it_whole() {
        fixture.when(put(SURE), DIRECTOR)
                .expectEvents(new RuleVersionPutInForce(FAMILY, SURE.version(), SURE, RuleHash.of(SURE), null));
    }

    @Test
    void other_content_than_was_seen_is_refused() {
        fixture.when(new PutRuleVersionInForce(FAMILY, SURE.version(), RuleHash.of(LIKELY), false), DIRECTOR)
                .expectRefusal(ErrorCode.CHANGED_SINCE_SEEN);
    }

    @Test
    void what_no_file_proposes_is_not_found() {
        fixture.when(new PutRuleVersionInForce(FAMILY, "nobody-wrote-it", "0", false), DIRECTOR)
                .expectRefusal(ErrorCode.NOT_FOUND);
    }

    @Test
    void nobody_but_the_director_decides() {
        fixture.when(put(SURE), Decisions.taken(Role.OFFICER)).expectRefusal(ErrorCode.DECIDER_NOT_COMPETENT);
        fixture.when(put(SURE), Decisions.taken(Role.ADMIN)).expectRefusal(ErrorCode.DECIDER_NOT_COMPETENT);
    }

    @Test
    void recorded_from_paper_it_waits_for_a_second_person() {
        List<DomainEvent> events = fixture.when(put(SURE), BY_OFFICER).events();

        assertThat(events)
                .containsExactly(new RuleVersionRecorded(
                        FAMILY,
                        SURE,
                        RuleHash.of(SURE),
                        null,
                        Stream.of(Decisions.person("officer"), Decisions.person("DIRECTOR on paper"))
                                .sorted(Comparator.comparing(PersonId::value))
                                .toList()));
    }

    @Test
    void the_second_person_brings_it_in_force() {
        RulesFixture.givenPair(fixture, "four-eyes.rules")
                .given(put(SURE), BY_OFFICER)
                .when(new ConfirmRuleVersion(FAMILY, SURE.version()), Decisions.taken("other", Role.OFFICER))
                .expectEvents(putInForce(SURE));
    }

    @Test
    void the_recorder_may_not_confirm() {
        RulesFixture.givenPair(fixture, "four-eyes.rules")
                .given(put(SURE), BY_OFFICER)
                .when(new ConfirmRuleVersion(FAMILY, SURE.version()), Decisions.taken("officer", Role.OFFICER))
                .expectRefusal(ErrorCode.FOUR_EYES);
    }

    @Test
    void what_was_confirmed_is_not_confirmed_again() {
        fixture.given(RuleFamily.class, STREAM, putInForce(SURE))
                .when(new ConfirmRuleVersion(FAMILY, SURE.version()), DIRECTOR)
                .expectRefusal(ErrorCode.ALREADY_CONFIRMED);
    }

    @Test
    void a_version_comes_into_force_once() {
        fixture.given(RuleFamily.class, STREAM, putInForce(SURE))
                .when(put(SURE), DIRECTOR)
                .expectRefusal(ErrorCode.RULE_VERSION_IN_FORCE);
    }

    @Test
    void versions_that_share_a_day_are_refused() {
        var refusal = fixture.given(RuleFamily.class, STREAM, putInForce(SURE))
                .when(put(later(TO)), DIRECTOR)
                .expectRefusal(ErrorCode.RULE_VERSIONS_OVERLAP);

        assertThat(refusal.facts()).containsEntry("version", SURE.version()).containsEntry("to", TO.toString());
    }

    @Test
    void a_gap_to_the_neighbour_is_refused_unless_accepted() {
        RuleVersion after = later(YEAR_2030);
        var refusal = fixture.given(RuleFamily.class, STREAM, putInForce(SURE))
                .when(put(after), DIRECTOR)
                .expectRefusal(ErrorCode.RULE_VERSION_GAP);

        assertThat(refusal.facts()).containsEntry("from", "2025-10-14").containsEntry("to", "2029-12-31");
        fixture.when(new PutRuleVersionInForce(FAMILY, after.version(), RuleHash.of(after), true), DIRECTOR)
                .expectEvents(putInForce(after));
    }

    @Test
    void a_gap_to_the_version_after_is_refused_too() {
        fixture.given(RuleFamily.class, STREAM, putInForce(later(YEAR_2030)))
                .when(put(SURE), DIRECTOR)
                .expectRefusal(ErrorCode.RULE_VERSION_GAP);
    }

    @Test
    void neighbouring_versions_follow_each_other() {
        fixture.given(RuleFamily.class, STREAM, putInForce(SURE))
                .when(put(LIKELY), DIRECTOR)
                .expectEvents(putInForce(LIKELY));
    }

    @Test
    void an_open_version_is_ended_before_its_successor_begins() {
        LocalDate last = YEAR_2030.minusDays(1);
        fixture.given(RuleFamily.class, STREAM, putInForce(LIKELY))
                .given(new EndRuleVersion(FAMILY, LIKELY.version(), last), DIRECTOR)
                .when(put(later(YEAR_2030)), DIRECTOR)
                .expectEvents(putInForce(later(YEAR_2030)));
    }

    @Test
    void an_end_lies_within_the_validity() {
        fixture.given(RuleFamily.class, STREAM, putInForce(SURE))
                .when(new EndRuleVersion(FAMILY, SURE.version(), TO.plusDays(1)), DIRECTOR)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        fixture.when(new EndRuleVersion(FAMILY, SURE.version(), SURE.validFrom().minusDays(1)), DIRECTOR)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        fixture.when(new EndRuleVersion(FAMILY, SURE.version(), TO.minusDays(1)), DIRECTOR)
                .expectEvents(new RuleVersionEnded(FAMILY, SURE.version(), TO.minusDays(1)));
    }

    @Test
    void a_withdrawn_version_is_out_of_use_and_its_name_stays_used() {
        fixture.given(RuleFamily.class, STREAM, putInForce(SURE))
                .when(new WithdrawRuleVersion(FAMILY, SURE.version()), DIRECTOR)
                .expectEvents(new RuleVersionWithdrawn(FAMILY, SURE.version()));
        fixture.when(put(SURE), DIRECTOR).expectRefusal(ErrorCode.RULE_VERSION_IN_FORCE);
        fixture.when(new WithdrawRuleVersion(FAMILY, SURE.version()), DIRECTOR).expectRefusal(ErrorCode.NOT_FOUND);
    }

    @Test
    void sure_law_cannot_be_switched() {
        var refusal = fixture.given(RuleFamily.class, STREAM, putInForce(SURE))
                .when(new SwitchRule(FAMILY, SwitchMode.OFF), DIRECTOR)
                .expectRefusal(ErrorCode.RULE_IS_LAW);

        assertThat(refusal.facts()).containsEntry("basis", "Điều 12–14, 27/2015/TTLT-BKHCN-BTC");
        assertThat(refusal.rule()).isEqualTo(SURE.ref());
    }

    @Test
    void while_sure_law_holds_today_a_later_version_does_not_open_the_switch() {
        fixture.given(RuleFamily.class, STREAM, putInForce(SURE), putInForce(LIKELY))
                .when(new SwitchRule(FAMILY, SwitchMode.WARN), DIRECTOR)
                .expectRefusal(ErrorCode.RULE_IS_LAW);
        fixture.when(new SwitchRule(FAMILY, SwitchMode.WARN), Decisions.on(YEAR_2030, DIRECTOR))
                .expectEvents(new RuleSwitched(FAMILY, SwitchMode.WARN, SwitchMode.REFUSE));
    }

    @Test
    void a_switch_needs_reason_basis_and_the_director_present() {
        RulesFixture.givenPair(fixture, "four-eyes.rules");
        SwitchRule off = new SwitchRule("four-eyes.rules", SwitchMode.OFF);

        fixture.when(off, RulesFixture.without(DIRECTOR, true, false)).expectRefusal(ErrorCode.REASON_REQUIRED);
        fixture.when(off, RulesFixture.without(DIRECTOR, false, true)).expectRefusal(ErrorCode.BASIS_REQUIRED);
        fixture.when(off, BY_OFFICER).expectRefusal(ErrorCode.DECIDER_NOT_COMPETENT);
        fixture.when(off, DIRECTOR)
                .expectEvents(new RuleSwitched("four-eyes.rules", SwitchMode.OFF, SwitchMode.REFUSE));
        fixture.when(off, DIRECTOR).expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void the_province_overlays_some_figures_within_the_national_validity() {
        fixture.given(RuleFamily.class, STREAM, putInForce(SURE));
        List<DomainEvent> events = fixture.when(
                        override("4000", LocalDate.of(2024, 1, 1)), Decisions.taken(Role.COMMITTEE))
                .events();

        assertThat(events).singleElement().isInstanceOfSatisfying(RuleVersionPutInForce.class, e -> {
            assertThat(e.overrides()).isEqualTo(SURE.version());
            assertThat(e.content().standing()).isEqualTo(Standing.PROVINCE);
            assertThat(e.content().number("stateBudgetShareBp")).isEqualTo(4000);
            assertThat(e.content().evaluation()).isEqualTo(SURE.evaluation());
        });
    }

    @Test
    void an_override_outside_the_national_validity_or_of_an_unknown_parameter_is_refused() {
        fixture.given(RuleFamily.class, STREAM, putInForce(SURE))
                .when(override("4000", TO.plusDays(1)), Decisions.taken(Role.COMMITTEE))
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        OverrideRuleVersion mistyped = new OverrideRuleVersion(
                FAMILY,
                SURE.version(),
                "hung-yen",
                Confidence.SURE,
                SURE.source(),
                LocalDate.of(2024, 1, 1),
                TO,
                List.of(new RuleParameter("stateBudgetSharBp", "4000")));
        fixture.when(mistyped, Decisions.taken(Role.COMMITTEE)).expectRefusal(ErrorCode.INVALID_INPUT);
    }

    private static PutRuleVersionInForce put(RuleVersion version) {
        return new PutRuleVersionInForce(FAMILY, version.version(), RuleHash.of(version), false);
    }

    private static OverrideRuleVersion override(String shareBp, LocalDate from) {
        return new OverrideRuleVersion(
                FAMILY,
                SURE.version(),
                "hung-yen",
                Confidence.SURE,
                new LegalSource("12/2024/NQ-HĐND", "Điều 3", "Nghị quyết của tỉnh", "Mức của tỉnh.", "Provincial."),
                from,
                TO,
                List.of(new RuleParameter("stateBudgetShareBp", shareBp)));
    }

    private static RuleVersion later(LocalDate from) {
        return RulesExamples.version(
                FAMILY, "later-" + from, Standing.LAW, Confidence.LIKELY, from, null, "stateBudgetShareBp", "6000");
    }
}
