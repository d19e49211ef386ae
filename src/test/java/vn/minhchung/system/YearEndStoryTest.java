package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.minhchung.system.DayAsked.millions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.kernel.Id;
import vn.minhchung.testing.RunningSystem;

/**
 * A year end with late postings, day by day, beside what the story says by hand. Amounts in million đồng, computed by hand
 * from the papers of the story; a day is asked as of its end.
 */
class YearEndStoryTest {
    private static final String YEAR = Id.derived("appropriation", "yearend", "103", "2025");
    private static final String NEXT = Id.derived("appropriation", "yearend", "103", "2026");
    private static final String PROGRAMME = Id.derived("appropriation", "yearend", "103", "programme", "2025");
    private static final String LONGAN = Id.derived("project", "yearend", "LONGAN");
    private static final String TURMERIC = Id.derived("project", "yearend", "TURMERIC");

    private final RunningSystem system = ToldStory.once().system();
    private final DayAsked days = new DayAsked(system);

    // ---- the appropriation

    /** Received 40 + 1,000 + 100 − 50; of 500 advanced 120 go on to 2026 and 50 come back. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            day        | carriedIn | assigned | adjusted | cut | usable | committed | advance | actual | held | remaining | carriedOut | cancelled | settled
            2025-02-28 | 40        | 1000     | 0        | 0   | 1040   | 0         | 0       | 0      | 0    | 1040      | 0          | 0         | 0
            2025-03-12 | 40        | 1000     | 0        | 0   | 1040   | 500       | 0       | 0      | 0    | 1040      | 0          | 0         | 0
            2025-03-31 | 40        | 1000     | 0        | 0   | 1040   | 0         | 500     | 0      | 0    | 540       | 0          | 0         | 0
            2025-07-31 | 40        | 1000     | 100      | 0   | 1140   | 0         | 500     | 0      | 0    | 640       | 0          | 0         | 0
            2025-09-30 | 40        | 1000     | 100      | 50  | 1090   | 0         | 500     | 0      | 0    | 590       | 0          | 0         | 0
            2025-10-31 | 40        | 1000     | 100      | 50  | 1090   | 0         | 200     | 300    | 0    | 590       | 0          | 0         | 0
            2025-12-31 | 40        | 1000     | 100      | 50  | 1090   | 200       | 200     | 300    | 40   | 550       | 0          | 0         | 0
            2026-01-15 | 40        | 1000     | 100      | 50  | 1090   | 200       | 170     | 330    | 0    | 590       | 0          | 0         | 0
            2026-02-05 | 40        | 1000     | 100      | 50  | 1090   | 50        | 170     | 480    | 0    | 440       | 0          | 0         | 0
            2026-02-06 | 40        | 1000     | 100      | 250 | 890    | 50        | 50      | 480    | 0    | 360       | 200        | 0         | 0
            2026-02-13 | 40        | 1000     | 100      | 350 | 790    | 50        | 0       | 480    | 0    | 310       | 200        | 100       | 0
            2026-02-24 | 40        | 1000     | 100      | 660 | 480    | 0         | 0       | 480    | 0    | 0         | 200        | 410       | 480
            2026-03-02 | 40        | 1000     | 100      | 610 | 530    | 0         | 0       | 530    | 0    | 0         | 200        | 360       | 530
            2026-06-29 | 40        | 1000     | 100      | 610 | 530    | 0         | 0       | 530    | 0    | 0         | 200        | 360       | 520
            """)
    void every_figure_of_the_year_on_a_day_is_the_sum_of_what_was_booked_until_then(
            String day,
            long carriedIn,
            long assigned,
            long adjusted,
            long cut,
            long usable,
            long committed,
            long advance,
            long actual,
            long held,
            long remaining,
            long carriedOut,
            long cancelled,
            long settled) {
        assertThat(figures(
                        YEAR,
                        day,
                        "carriedIn assigned adjusted cut usable committed advanceOutstanding actual held remaining"
                                + " carriedOut cancelled settledInYear"))
                .containsExactly(
                        carriedIn,
                        assigned,
                        adjusted,
                        cut,
                        usable,
                        committed,
                        advance,
                        actual,
                        held,
                        remaining,
                        carriedOut,
                        cancelled,
                        settled);
        assertThat(usable).as("invariant 1").isEqualTo(carriedIn + assigned + adjusted - cut);
        assertThat(remaining).as("invariant 2").isEqualTo(usable - advance - actual - held);
    }

    /** What is carried over is usable in 2026 from the day the letter is confirmed, and so is the advance that comes along. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 0, 60, 60, 0, 60, 0",
        "2026-02-05, 0, 60, 60, 0, 60, 0",
        "2026-02-06, 200, 60, 260, 120, 140, 200",
        "2026-06-29, 200, 60, 260, 120, 140, 200"
    })
    void carried_money_is_usable_from_the_letter_on(
            String day, long carriedIn, long assigned, long usable, long advance, long remaining, long allocated) {
        assertThat(figures(NEXT, day, "carriedIn assigned usable advanceOutstanding remaining allocated"))
                .containsExactly(carriedIn, assigned, usable, advance, remaining, allocated);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, 150, 30, 70, 50, 0, 0",
        "2026-01-21, 150, 0, 70, 80, 0, 0",
        "2026-02-03, 70, 0, 70, 0, 80, 70",
        "2026-02-25, 70, 0, 70, 0, 80, 65"
    })
    void the_programme_without_a_next_year_takes_its_advance_back_and_is_closed(
            String day, long usable, long advance, long actual, long remaining, long cancelled, long settled) {
        assertThat(figures(PROGRAMME, day, "usable advanceOutstanding actual remaining cancelled settledInYear"))
                .containsExactly(usable, advance, actual, remaining, cancelled, settled);
    }

    // ---- the tasks

    @ParameterizedTest
    @CsvSource({
        "LONGAN, 2026-02-23, 0, 0",
        "LONGAN, 2026-02-24, 330, 0",
        "LONGAN, 2026-03-02, 330, 50",
        "LONGAN, 2026-03-17, 330, 40",
        "CATTLE, 2026-02-23, 0, 0",
        "CATTLE, 2026-02-24, 150, 0",
        "TURMERIC, 2026-02-02, 0, 0",
        "TURMERIC, 2026-02-03, 70, 0",
        "TURMERIC, 2026-02-25, 70, -5"
    })
    void a_task_keeps_what_a_year_reported_and_shows_its_corrections_in_the_open_year(
            String task, String day, long in2025, long in2026) {
        JsonNode budget = on(
                        day,
                        Id.derived("project", "yearend", task),
                        "... on Project { budget { a: settledInYear(year: 2025) { amount }"
                                + " b: settledInYear(year: 2026) { amount } } }")
                .get("budget");
        assertThat(millions(budget.at("/a/amount"))).isEqualTo(in2025);
        assertThat(millions(budget.at("/b/amount"))).isEqualTo(in2026);
    }

    /** Of 100 received 30 were returned; of the 70 spent 65 are settled and 5 paid back. */
    @ParameterizedTest
    @CsvSource({
        "2026-05-18, LIQUIDATED, 70, 0, 0, 0",
        "2026-06-03, LIQUIDATED, 70, 0, 0, 0",
        "2026-06-04, SETTLED, 70, 65, 5, 0",
        "2026-06-15, SETTLED, 70, 65, 5, 5"
    })
    void the_task_that_ended_is_settled_once_after_its_liquidation(
            String day, String state, long paid, long settled, long ordered, long refunded) {
        JsonNode task = on(
                day,
                TURMERIC,
                "... on Project { state budget { paid { amount } settled { amount } refundOrdered { amount }"
                        + " refunded { amount } } }");
        assertThat(task.get("state").asString()).isEqualTo(state);
        assertThat(List.of("paid", "settled", "refundOrdered", "refunded"))
                .extracting(figure -> millions(task.at("/budget/" + figure + "/amount")))
                .containsExactly(paid, settled, ordered, refunded);
    }

    // ---- late, reported, known today

    @Test
    void what_was_sent_in_december_posted_in_january_and_typed_in_february_counts_for_the_year_and_is_late() {
        assertThat(on("2026-02-04", YEAR, "... on Appropriation { lateEntries { id } }")
                        .get("lateEntries"))
                .isEmpty();
        JsonNode late = on(
                        "2026-06-29",
                        YEAR,
                        "... on Appropriation { lateEntries { event { name } postings { account amount budgetYear"
                                + " effectiveOn postedOn project { stableId } } } }")
                .get("lateEntries");

        assertThat(late).hasSize(1);
        assertThat(late.at("/0/event/name").asString()).isEqualTo("budgets.TreasuryPaperExecuted");
        JsonNode posting = late.at("/0/postings/0");
        assertThat(posting.get("budgetYear").asInt()).isEqualTo(2025);
        assertThat(posting.get("effectiveOn").asString()).isEqualTo("2026-01-05");
        assertThat(posting.get("postedOn").asString()).isEqualTo("2026-02-05");
        assertThat(posting.at("/project/stableId").asString()).isEqualTo(LONGAN);
    }

    @Test
    void what_the_year_is_settled_with_as_reported_and_as_known_today_differ_by_the_events_shown() {
        JsonNode year = on("2026-06-29", YEAR, """
                ... on Appropriation { settledInYear { amount } settlement { settled total state number }
                  closing { actual committed remaining recordedOn closedOn then { settledInYear { amount } }
                    explainedBy { name effectiveOn corrects { name } payload } } }""");
        JsonNode closing = year.get("closing");

        assertThat(millions(closing.at("/then/settledInYear/amount"))).isEqualTo(480);
        assertThat(millions(year.at("/settledInYear/amount"))).isEqualTo(520);
        assertThat(closing.get("explainedBy").valueStream())
                .extracting(
                        event -> event.get("name").asString(),
                        event -> millions(event.at("/payload/correction/amount")),
                        event -> event.get("effectiveOn").asString(),
                        event -> event.at("/corrects/name").asString())
                .containsExactly(
                        tuple("budgets.ClosedYearCorrected", 50L, "2026-03-02", "budgets.WithdrawalLapsed"),
                        tuple("budgets.ClosedYearCorrected", -10L, "2026-03-17", "budgets.TreasuryPaperExecuted"));
        assertThat(List.of("actual", "committed", "remaining"))
                .extracting(name -> millions(closing.get(name)))
                .containsExactly(480L, 50L, 310L);
        assertThat(closing.get("recordedOn").asString()).isEqualTo("2026-02-13");
        assertThat(closing.get("closedOn").asString()).isEqualTo("2026-02-24");
        assertThat(millions(year.at("/settlement/total"))).isEqualTo(530);
        assertThat(millions(year.at("/settlement/settled"))).isEqualTo(520);
        assertThat(year.at("/settlement/number").asString()).isEqualTo("26a/TB-STC");
        assertThat(year.at("/settlement/state").asString()).isEqualTo("CARRIED_OUT");
    }

    // ---- where the year stands, and whom it waits for

    @ParameterizedTest
    @CsvSource({
        "2025-12-30, OPEN",
        "2026-01-20, ADJUSTING",
        "2026-02-05, TO_BE_CLOSED",
        "2026-02-12, TO_BE_CLOSED",
        "2026-02-13, CLOSING",
        "2026-02-24, CLOSED"
    })
    void the_year_stands_where_the_day_and_the_record_say(String day, String state) {
        assertThat(on(day, YEAR, "... on Appropriation { yearState }")
                        .get("yearState")
                        .asString())
                .isEqualTo(state);
    }

    /** Days of the calendar are not moved by Tết (14–22 February); the ten working days of a notice run across it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-19 | accountant       | longan    | RECORD_CARRY_OVER_CONFIRMATION       | 2026-02-10 | DAYS
            2026-01-26 | chief-accountant | longan    | RECORD_CARRY_OVER_CONFIRMATION       | 2026-02-10 | DAYS
            2026-01-28 | accountant       | balance   | RECORD_CARRY_OVER_LETTER             | 2026-02-15 | DAYS
            2026-02-04 | officer          | longan    | CONFIRM_CARRY_OVER                   | 2026-02-15 | DAYS
            2026-01-14 | finance          | programme | HANDLE_ADVANCE_WITHOUT_APPROPRIATION | 2026-02-15 | DAYS
            2026-02-06 | accountant       | cattle    | RETURN_ADVANCE                       | 2026-02-15 | DAYS
            2026-02-05 | chief-accountant | year      | CLOSE_YEAR                           | 2026-02-10 | DAYS
            2026-02-13 | director         | year      | CONFIRM_YEAR_CLOSING                 | 2026-02-20 | DAYS
            2026-02-10 | accountant       | notice    | CARRY_OUT_SETTLEMENT_NOTICE          | 2026-03-03 | WORKING_DAYS
            2026-03-11 | accountant       | review    | CARRY_OUT_SETTLEMENT_NOTICE          | 2026-03-25 | WORKING_DAYS
            """)
    void each_step_waits_for_its_party_until_its_day(
            String day, String who, String what, String step, String dueOn, String calendar) {
        JsonNode found = waiting(day, who, step, object(what));

        assertThat(found.get("dueOn").asString()).isEqualTo(dueOn);
        assertThat(found.get("calendar").asString()).isEqualTo(calendar);
        assertThat(found.get("overdueDays").asInt()).isZero();
    }

    @Test
    void the_confirmation_of_the_closing_is_overdue_after_tet() {
        assertThat(waiting("2026-02-23", "director", "CONFIRM_YEAR_CLOSING", YEAR)
                        .get("overdueDays")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void a_notice_with_something_to_pay_back_waits_for_ten_working_days() {
        JsonNode waiting = on("2026-06-04", TURMERIC, "... on Project { waitingFor { step dueOn } }")
                .get("waitingFor");
        assertThat(waiting.valueStream())
                .extracting(
                        each -> each.get("step").asString(),
                        each -> each.get("dueOn").asString())
                .contains(tuple("CARRY_OUT_SETTLEMENT_NOTICE", "2026-06-17"));
        assertThat(on("2026-05-18", TURMERIC, "... on Project { waitingFor { step } }")
                        .get("waitingFor")
                        .valueStream())
                .extracting(each -> each.get("step").asString())
                .contains("FILE_TASK_SETTLEMENT");
        assertThat(on("2026-06-29", TURMERIC, "... on Project { waitingFor { step } }")
                        .get("waitingFor")
                        .valueStream())
                .extracting(each -> each.get("step").asString())
                .doesNotContain("FILE_TASK_SETTLEMENT", "CARRY_OUT_SETTLEMENT_NOTICE");
    }

    // ---- carried over

    @Test
    void both_kinds_are_carried_over_by_one_code_and_less_than_declared_is_granted() {
        assertThat(List.of("longan", "cattle", "balance", "reserve"))
                .extracting(name -> carried(name))
                .containsExactly(
                        tuple("ADVANCE", "CARRIED_OVER", 120L, 120L, 120L),
                        tuple("ADVANCE", "REFUSED", 50L, 50L, 0L),
                        tuple("APPROPRIATION", "CARRIED_OVER", 300L, 250L, 200L),
                        tuple("APPROPRIATION", "WITHDRAWN", 20L, -1L, -1L));
    }

    private Tuple carried(String name) {
        JsonNode found = on(
                "2026-06-29",
                Id.derived("carry-over", "yearend", name),
                "... on CarryOver { kind state amount confirmed granted }");
        return tuple(
                found.get("kind").asString(),
                found.get("state").asString(),
                millions(found.get("amount")),
                found.get("confirmed").isNull() ? -1L : millions(found.get("confirmed")),
                found.get("granted").isNull() ? -1L : millions(found.get("granted")));
    }

    // ---- who did what, and what was refused

    @Test
    void the_story_is_told_by_many_persons_in_many_commands_and_uses_what_ends_a_year() {
        StoryLog log = StoryLog.of(system, "yearend");
        assertThat(log.commands()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(log.persons())
                .containsExactlyInAnyOrder(List.of(
                                Cast.OFFICER,
                                Cast.ACCOUNTANT,
                                Cast.CHIEF_ACCOUNTANT,
                                Cast.DIRECTOR,
                                Cast.DEPUTY,
                                Cast.COMMITTEE,
                                Cast.FINANCE,
                                Cast.REGISTRAR,
                                Cast.HOST_HEAD,
                                Cast.HOST_ACCOUNTANT)
                        .stream()
                        .map(who -> who.account().value())
                        .toArray(String[]::new));
        assertThat(log.mutations())
                .contains(
                        "closeYear",
                        "confirmYearClosing",
                        "rejectYearClosing",
                        "cancelAppropriation",
                        "declareCarryOver",
                        "recordCarryOverConfirmation",
                        "confirmCarryOver",
                        "rejectCarryOver",
                        "withdrawCarryOver",
                        "recordCarryOverLetter",
                        "returnAdvance",
                        "rejectAppropriationChange",
                        "rejectTreasuryFact",
                        "correctClosedYear",
                        "confirmClosedYearCorrection",
                        "rejectClosedYearCorrection",
                        "fileYearlySettlement",
                        "reviewYearlySettlement",
                        "fileTaskSettlement",
                        "reviewTaskSettlement",
                        "confirmSettlementReview",
                        "rejectSettlementReview",
                        "carryOutSettlementNotice");
    }

    @Test
    void what_was_not_lawful_was_refused_and_stays_among_the_attempts() {
        List<Tuple> attempts = new ArrayList<>();
        String after = null;
        do {
            JsonNode page = days.inspector()
                    .data(
                            "query($after: String) { refusals(first: 100, after: $after) { pageInfo { hasNextPage"
                                    + " endCursor } edges { node { mutation code requestId day } } } }",
                            after == null ? Map.of() : Map.of("after", after))
                    .get("refusals");
            page.get("edges").forEach(edge -> {
                JsonNode attempt = edge.get("node");
                if (attempt.get("requestId").asString("").startsWith("yearend-"))
                    attempts.add(tuple(
                            attempt.get("day").asString(),
                            attempt.get("mutation").asString(),
                            attempt.get("code").asString()));
            });
            after = page.at("/pageInfo/hasNextPage").asBoolean()
                    ? page.at("/pageInfo/endCursor").asString()
                    : null;
        } while (after != null);

        assertThat(attempts)
                .containsExactlyInAnyOrder(
                        tuple("2026-01-06", "prepareWithdrawal", "APPROPRIATION_YEAR_CLOSED"),
                        tuple("2026-01-29", "closeYear", "YEAR_NOT_READY"),
                        tuple("2026-02-03", "allocateToTask", "APPROPRIATION_EXCEEDED"),
                        tuple("2026-02-04", "confirmCarryOver", "APPROPRIATION_EXCEEDED"),
                        tuple("2026-02-25", "recordExecution", "APPROPRIATION_YEAR_CLOSED"));
    }

    // ---- asking

    private List<Long> figures(String appropriation, String day, String names) {
        List<String> figures = List.of(names.split(" ", -1));
        JsonNode found = on(
                day,
                appropriation,
                "... on Appropriation { %s }"
                        .formatted(String.join(
                                " ",
                                figures.stream()
                                        .map(name -> name + " { amount }")
                                        .toList())));
        return figures.stream()
                .map(name -> millions(found.at("/" + name + "/amount")))
                .toList();
    }

    private JsonNode on(String day, String id, String fields) {
        return days.on(day, "node(id: \"%s\") { %s }".formatted(id, fields)).get("node");
    }

    private JsonNode waiting(String day, String who, String step, String object) {
        String after = null;
        do {
            JsonNode inbox = system.as(who)
                    .data("""
                            query($after: String) { asOf(at: "%s") { inbox(first: 100, after: $after) {
                              pageInfo { hasNextPage endCursor }
                              nodes { step dueOn calendar overdueDays object { ... on Appropriation { stableId }
                                ... on CarryOver { stableId } ... on TreasuryPaper { stableId }
                                ... on Settlement { stableId } } } } } }""".formatted(DayAsked.end(day)), after == null ? Map.of() : Map.of("after", after))
                    .at("/asOf/inbox");
            for (JsonNode each : inbox.get("nodes"))
                if (each.get("step").asString().equals(step)
                        && each.at("/object/stableId").asString("").equals(object)) return each;
            after = inbox.at("/pageInfo/hasNextPage").asBoolean()
                    ? inbox.at("/pageInfo/endCursor").asString()
                    : null;
        } while (after != null);
        throw new AssertionError("%s does not wait for %s on %s".formatted(step, who, day));
    }

    private static String object(String name) {
        return switch (name) {
            case "year" -> YEAR;
            case "notice" -> settlement(PROGRAMME);
            case "review" -> settlement(YEAR);
            case "programme" -> Id.derived("paper", "yearend", "TURMERIC", "NT");
            case "cattle" -> Id.derived("paper", "yearend", "CATTLE", "TU");
            default -> Id.derived("carry-over", "yearend", name);
        };
    }

    private static String settlement(String appropriation) {
        return "settlement:" + appropriation.substring(appropriation.indexOf(':') + 1);
    }
}
