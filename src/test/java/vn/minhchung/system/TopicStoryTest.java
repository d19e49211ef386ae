package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.minhchung.system.DayAsked.millions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * A 24-month đề tài with partial khoán, day by day, beside what the story says by hand. Amounts are million đồng of the state,
 * counted by hand from the story's papers.
 */
class TopicStoryTest {
    private final TopicAsked task = new TopicAsked(ToldStory.once().system());

    // ---- figures

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            day        | approved | appropriated | committed | advanced | cleared | returned | outstanding | direct | paid | received | reported | spent | saved
            2024-02-29 | 900      | 0            | 0         | 0        | 0       | 0        | 0           | 0      | 0    | 0        | 0        | 0     | 0
            2024-03-19 | 900      | 400          | 400       | 0        | 0       | 0        | 0           | 0      | 0    | 0        | 0        | 0     | 0
            2024-04-01 | 900      | 400          | 0         | 400      | 0       | 0        | 400         | 0      | 400  | 400      | 0        | 0     | 0
            2024-09-06 | 900      | 400          | 0         | 400      | 0       | 0        | 400         | 0      | 400  | 400      | 190      | 0     | 0
            2024-09-10 | 900      | 400          | 0         | 400      | 0       | 0        | 400         | 0      | 400  | 400      | 0        | 0     | 0
            2024-10-01 | 900      | 400          | 0         | 400      | 190     | 0        | 210         | 0      | 400  | 400      | 190      | 190   | 0
            2024-11-05 | 900      | 480          | 0         | 480      | 200     | 0        | 280         | 0      | 480  | 480      | 190      | 190   | 0
            2024-12-31 | 900      | 480          | 0         | 480      | 460     | 20       | 0           | 0      | 460  | 480      | 456      | 456   | 0
            2025-02-28 | 900      | 780          | 0         | 480      | 460     | 20       | 0           | 0      | 460  | 480      | 456      | 456   | 0
            2025-06-30 | 900      | 780          | 0         | 480      | 460     | 20       | 0           | 120    | 580  | 600      | 456      | 456   | 0
            2025-07-31 | 960      | 840          | 0         | 480      | 460     | 20       | 0           | 120    | 580  | 600      | 456      | 456   | 0
            2025-10-01 | 960      | 840          | 0         | 640      | 460     | 20       | 160         | 120    | 740  | 760      | 456      | 456   | 0
            2025-12-31 | 960      | 840          | 0         | 640      | 620     | 20       | 0           | 220    | 840  | 860      | 836      | 836   | 0
            2026-05-15 | 960      | 940          | 0         | 640      | 620     | 20       | 0           | 220    | 840  | 860      | 931      | 836   | 0
            2026-05-29 | 960      | 940          | 97        | 640      | 620     | 20       | 0           | 220    | 840  | 860      | 931      | 928   | 9
            2026-06-29 | 960      | 940          | 0         | 640      | 620     | 20       | 0           | 317    | 937  | 957      | 931      | 928   | 9
            """)
    void every_figure_on_a_day_is_the_sum_of_what_was_booked_until_then(
            String day,
            long approved,
            long appropriated,
            long committed,
            long advanced,
            long cleared,
            long returned,
            long outstanding,
            long direct,
            long paid,
            long received,
            long reported,
            long spent,
            long saved) {
        List<String> names = List.of(
                "approved",
                "appropriated",
                "committed",
                "advanced",
                "cleared",
                "returned",
                "advanceOutstanding",
                "paidDirectly",
                "paid",
                "received",
                "spentReported",
                "spent",
                "saved");
        JsonNode budget =
                task.on(day, "budget { %s }".formatted(figures(names))).get("budget");

        assertThat(names.stream().map(name -> millions(budget.at("/" + name + "/amount"))))
                .containsExactly(
                        approved,
                        appropriated,
                        committed,
                        advanced,
                        cleared,
                        returned,
                        outstanding,
                        direct,
                        paid,
                        received,
                        reported,
                        spent,
                        saved);
        assertThat(outstanding).isEqualTo(advanced - cleared - returned);
        assertThat(paid).isEqualTo(advanced + direct - returned);
    }

    private static String figures(List<String> names) {
        StringBuilder all = new StringBuilder();
        names.forEach(name -> all.append(name).append("(source: STATE_BUDGET) { amount } "));
        return all.toString();
    }

    /** Nothing of the year is settled before its closing is confirmed, on 13/02/2025 and 06/02/2026. */
    @ParameterizedTest
    @CsvSource({
        "2024-12-31, 0, 0, 0",
        "2025-02-12, 0, 0, 0",
        "2025-02-13, 460, 0, 0",
        "2026-02-05, 460, 0, 0",
        "2026-02-06, 460, 380, 0",
        "2026-06-29, 460, 380, 0"
    })
    void a_year_is_settled_with_what_was_cleared_and_paid_in_it(String day, long in2024, long in2025, long in2026) {
        JsonNode budget = task.on(
                        day,
                        "budget { y2024: settledInYear(year: 2024) { amount } y2025: settledInYear(year: 2025) { amount }"
                                + " y2026: settledInYear(year: 2026) { amount } }")
                .get("budget");

        assertThat(List.of("y2024", "y2025", "y2026"))
                .extracting(year -> millions(budget.at("/" + year + "/amount")))
                .containsExactly(in2024, in2025, in2026);
    }

    /** With the notice of 25/06/2026, once a second person has compared it. */
    @ParameterizedTest
    @CsvSource({"2026-06-24, 0", "2026-06-25, 0", "2026-06-26, 937", "2026-06-29, 937"})
    void the_task_is_settled_once_with_all_that_the_treasury_paid(String day, long settled) {
        JsonNode budget = task.on(day, "budget { settled { amount } refundOrdered { amount } }")
                .get("budget");

        assertThat(millions(budget.at("/settled/amount"))).isEqualTo(settled);
        assertThat(budget.at("/refundOrdered/amount").asLong()).isZero();
    }

    /** The host's own money stands beside the state's: 90 approved, at least 87 needed beside 928 of 960. */
    @ParameterizedTest
    @CsvSource({"2024-06-30, 0", "2024-10-01, 30", "2024-12-31, 60", "2025-12-31, 80", "2026-06-29, 90"})
    void the_host_spends_its_own_share_too(String day, long spent) {
        JsonNode budget = task.on(
                        day,
                        "budget { approved(source: COUNTERPART) { amount } spent(source: COUNTERPART) { amount } }")
                .get("budget");

        assertThat(millions(budget.at("/approved/amount"))).isEqualTo(90);
        assertThat(millions(budget.at("/spent/amount"))).isEqualTo(spent);
    }

    /** Lines after 5 million moved from stationery to travel, and 60 million more for equipment. */
    @Test
    void every_line_ends_as_the_papers_and_the_reports_of_the_host_say() {
        List<Tuple> lines = new ArrayList<>();
        for (JsonNode line : task.now("budget { lines { line %s } }"
                        .formatted(figures(List.of("approved", "paid", "spentReported", "spent", "saved"))))
                .at("/budget/lines"))
            lines.add(tuple(
                    line.get("line").asString(),
                    millions(line.at("/approved/amount")),
                    millions(line.at("/paid/amount")),
                    millions(line.at("/spentReported/amount")),
                    millions(line.at("/spent/amount")),
                    millions(line.at("/saved/amount"))));

        assertThat(lines)
                .containsExactlyInAnyOrder(
                        tuple("REMUNERATION", 480L, 480L, 480L, 480L, 0L),
                        tuple("DOMESTIC_EXPERTS", 40L, 40L, 40L, 40L, 0L),
                        tuple("MATERIALS", 120L, 100L, 96L, 96L, 4L),
                        tuple("EQUIPMENT", 110L, 110L, 110L, 110L, 0L),
                        tuple("SEMINARS_TRAVEL", 65L, 62L, 65L, 62L, 0L),
                        tuple("SURVEYS", 50L, 50L, 50L, 50L, 0L),
                        tuple("STATIONERY", 25L, 25L, 20L, 20L, 5L),
                        tuple("MANAGEMENT", 45L, 45L, 45L, 45L, 0L),
                        tuple("OTHER", 25L, 25L, 25L, 25L, 0L));
    }

    // ---- papers, reports, savings

    @ParameterizedTest
    @CsvSource({
        "2024-03-13, FIRST_SIGNED",
        "2024-03-14, SENT",
        "2024-03-19, RETURNED",
        "2024-03-21, SENT",
        "2024-03-26, EXECUTED"
    })
    void the_first_advance_was_returned_by_the_treasury_and_sent_again(String day, String state) {
        JsonNode papers = task.days()
                .on(day, "treasuryPapers(project: \"%s\") { nodes { state total } }".formatted(task.id()))
                .at("/treasuryPapers/nodes");

        assertThat(papers)
                .extracting(each -> each.get("state").asString(), each -> millions(each.get("total")))
                .containsExactly(tuple(state, 400L));
    }

    @Test
    void reports_of_the_host_are_accepted_but_for_three_million_and_nine_are_saved() {
        JsonNode answer = task.inspector().data("""
                { spendingReports(project: "%1$s") { nodes { version state total accepted last notAccepted { amount } } }
                  savingsReports(project: "%1$s") { nodes { state total parts { receiver amount } } } }""".formatted(task.id()));

        assertThat(answer.at("/spendingReports/nodes"))
                .extracting(
                        each -> each.get("version").asInt(),
                        each -> each.get("state").asString(),
                        each -> millions(each.get("total")),
                        each -> millions(each.get("accepted")),
                        each -> each.get("last").asBoolean())
                .containsExactlyInAnyOrder(
                        tuple(2, "ACCEPTED", 220L, 220L, false),
                        tuple(1, "ACCEPTED", 296L, 296L, false),
                        tuple(1, "ACCEPTED", 400L, 400L, false),
                        tuple(1, "ACCEPTED", 105L, 102L, true));
        assertThat(answer.at("/savingsReports/nodes"))
                .extracting(each -> each.get("state").asString(), each -> millions(each.get("total")))
                .containsExactlyInAnyOrder(tuple("RETURNED", 29L), tuple("ACCEPTED", 9L));
        Map<String, Long> parts = new LinkedHashMap<>();
        for (JsonNode saving : answer.at("/savingsReports/nodes"))
            for (JsonNode part : saving.get("parts"))
                parts.put(part.get("receiver").asString(), millions(part.get("amount")));
        assertThat(parts)
                .containsExactlyInAnyOrderEntriesOf(Map.of("HOST_INCOME", 5L, "HOST_FUND", 2L, "SCIENCE_FUND", 2L));
    }

    @Test
    void it_takes_many_steps_of_many_persons() {
        StoryLog log = StoryLog.of(task.days().system(), "topic");

        assertThat(log.commands()).hasSizeGreaterThanOrEqualTo(190);
        assertThat(log.persons()).hasSize(10);
        assertThat(log.mutations())
                .contains(
                        "proposeEstimate",
                        "returnEstimate",
                        "approveEstimate",
                        "planLineMoves",
                        "returnLineMoves",
                        "moveBetweenLines",
                        "replaceSpendingReport",
                        "returnSaving",
                        "supplementAdjustment",
                        "withdrawAdjustment",
                        "objectToAdjustment",
                        "recordNoObjection",
                        "confirmException",
                        "resendTreasuryPaper",
                        "prepareReturn",
                        "certifyCorrections",
                        "liquidateContract",
                        "closeDepositAccount",
                        "fileTaskSettlement",
                        "reviewTaskSettlement",
                        "confirmSettlementReview");
    }
}
