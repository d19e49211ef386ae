package vn.minhchung.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.minhchung.budgets.YearEndCommand.CloseYear;
import vn.minhchung.budgets.YearEndCommand.ConfirmYearClosing;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.testing.RunningSystem;

/**
 * Year 2026 to its end under the rule in force: a withdrawal sent 30/12 and posted 03/01 is typed 05/02, the same typed after
 * the closing is refused; the waiting list names the days of the calendar of year end, which Tết 2027 does not move.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("axonserver")
class YearEndTest {
    private static final int YEAR = 2026;
    private static final LocalDate POSTED = LocalDate.of(2027, 1, 3);
    private static final LocalDate TYPED = LocalDate.of(2027, 2, 5);
    private static final LocalDate CLOSING = LocalDate.of(2027, 2, 9);

    private final YearOfMoney money = new YearOfMoney();
    private final RunningSystem.Client inspector = money.department.system().as("inspector");
    private AppropriationId appropriation;
    private Refusal drawnInJanuary;
    private Refusal closedTooEarly;
    private Refusal typedAfterClosing;
    private long inYear;
    private long adjusting;
    private long afterwards;
    private long struck;

    @BeforeAll
    void a_year() {
        money.from(LocalDate.of(2026, 12, 1));
        money.inForce("budget.year-end");
        appropriation = money.appropriation(YEAR, 500);
        money.allocated(appropriation, 450);
        inYear = money.send(withdrawal("advance", TreasuryPaperKind.ADVANCE, 100), Role.ACCOUNTANT);
        money.sent("advance");
        money.executed("advance", money.today());

        money.on(LocalDate.of(2026, 12, 30));
        for (String paper : new String[] {"late", "forgotten"}) {
            money.send(withdrawal(paper, TreasuryPaperKind.PAYMENT, paper.equals("late") ? 60 : 40), Role.ACCOUNTANT);
            money.sent(paper);
        }
        money.on(LocalDate.of(2027, 1, 4));
        drawnInJanuary = refused(withdrawal("new", TreasuryPaperKind.ADVANCE, 10), Role.ACCOUNTANT);
        money.clearing("clearing", "advance", 100);
        money.sent("clearing");
        adjusting =
                money.send(new AppropriationCommand.HoldAppropriation(appropriation, YearOfMoney.m(5)), Role.COMMITTEE);
        money.send(new AppropriationCommand.ReleaseHold(appropriation, YearOfMoney.m(5)), Role.COMMITTEE);
        money.on(LocalDate.of(2027, 1, 20));
        money.executed("clearing", money.today());
        closedTooEarly = refused(close(), Role.CHIEF_ACCOUNTANT);

        money.on(TYPED);
        money.executed("late", POSTED);
        afterwards = money.department.system().bean(RecordedEvents.class).head();

        money.on(CLOSING);
        struck = money.send(close(), Role.CHIEF_ACCOUNTANT);
        long closed = money.send(new ConfirmYearClosing(appropriation), Role.DIRECTOR);
        typedAfterClosing = catchThrowableOfType(Refusal.class, () -> money.recorded("forgotten", POSTED));
        money.await(closed);
    }

    @AfterAll
    void stop() {
        money.close();
    }

    @Test
    void nothing_new_is_drawn_after_the_last_day_of_the_year() {
        assertThat(drawnInJanuary.code()).isEqualTo(ErrorCode.APPROPRIATION_YEAR_CLOSED);
        assertThat(drawnInJanuary.facts()).containsEntry("limit", "2026-12-31");
    }

    @Test
    void a_year_is_closed_after_its_adjustment_period_only() {
        assertThat(closedTooEarly.code()).isEqualTo(ErrorCode.YEAR_NOT_READY);
        assertThat(closedTooEarly.facts()).containsEntry("problem", "adjusting").containsEntry("limit", "2027-01-31");
    }

    @Test
    void a_withdrawal_posted_in_january_belongs_to_the_year_and_is_listed_as_late() {
        JsonNode late =
                ask("lateEntries { id event { name } postings { account amount budgetYear effectiveOn postedOn } }")
                        .get("lateEntries");

        assertThat(late).hasSize(1);
        assertThat(late.at("/0/event/name").asString()).isEqualTo("budgets.TreasuryPaperExecuted");
        assertThat(late.at("/0/postings/0/budgetYear").asInt()).isEqualTo(YEAR);
        assertThat(late.at("/0/postings/0/effectiveOn").asString()).isEqualTo(POSTED.toString());
        assertThat(late.at("/0/postings/0/postedOn").asString()).isEqualTo(TYPED.toString());
        assertThat(amount(ask("settledInYear { amount }").get("settledInYear"))).isEqualTo(160_000_000);
    }

    @Test
    void the_same_typed_after_the_closing_is_refused() {
        assertThat(typedAfterClosing.code()).isEqualTo(ErrorCode.APPROPRIATION_YEAR_CLOSED);
        assertThat(typedAfterClosing.facts()).containsEntry("year", "2026");
    }

    @Test
    void the_state_of_the_year_is_a_function_of_the_day_and_of_what_was_recorded() {
        assertThat(stateAt(inYear)).isEqualTo("OPEN");
        assertThat(stateAt(adjusting)).isEqualTo("ADJUSTING");
        assertThat(stateAt(afterwards)).isEqualTo("TO_BE_CLOSED");
        assertThat(stateAt(struck)).isEqualTo("CLOSING");
        JsonNode now = ask("yearState state");
        assertThat(now.get("yearState").asString()).isEqualTo("CLOSED");
        assertThat(now.get("state").asString()).isEqualTo("CLOSED");
    }

    @Test
    void the_closing_shows_the_balance_as_struck_and_the_figures_as_reported() {
        JsonNode closing = ask("""
                closing { usable actual advanceOutstanding committed remaining document closedOn
                  then { usable { amount } actual { amount } settledInYear { amount } } explainedBy { name } }""").get("closing");

        assertThat(closing.get("usable").asString()).isEqualTo("500000000");
        assertThat(closing.get("actual").asString()).isEqualTo("160000000");
        assertThat(closing.get("committed").asString()).isEqualTo("40000000");
        assertThat(closing.get("remaining").asString()).isEqualTo("340000000");
        assertThat(closing.get("document").asString()).isEqualTo(YearEndExamples.TABLE);
        assertThat(closing.get("closedOn").asString()).isEqualTo(CLOSING.toString());
        JsonNode then = closing.get("then");
        assertThat(amount(then.get("settledInYear"))).isEqualTo(160_000_000);
        assertThat(amount(then.get("usable")))
                .as("what nobody carries over is cancelled")
                .isEqualTo(160_000_000);
        assertThat(closing.get("explainedBy")).isEmpty();
    }

    @Test
    void the_closing_is_waited_for_until_the_days_of_the_year_end_which_tet_does_not_move() {
        assertThat(waitingAt(afterwards, Role.CHIEF_ACCOUNTANT, "CLOSE_YEAR")).isEqualTo("2027-02-10");
        assertThat(waitingAt(struck, Role.DIRECTOR, "CONFIRM_YEAR_CLOSING")).isEqualTo("2027-02-20");
    }

    @Test
    void the_invariants_hold_at_every_position_and_the_figures_are_the_sums_of_the_record() {
        Invariants.of(money.department.system()).hold().shown(inspector);
    }

    private String waitingAt(long position, Role role, String step) {
        JsonNode steps = money.loggedIn(role)
                .data(
                        "{ asOf(position: \"%d\") { inbox { nodes { step dueOn calendar rule { family } object { ... on Appropriation { stableId } } } } } }"
                                .formatted(position))
                .at("/asOf/inbox/nodes");
        JsonNode waiting = steps.valueStream()
                .filter(each -> each.get("step").asString().equals(step))
                .findFirst()
                .orElseThrow();
        assertThat(waiting.get("calendar").asString()).isEqualTo("DAYS");
        assertThat(waiting.at("/rule/family").asString()).isEqualTo("budget.year-end");
        assertThat(waiting.at("/object/stableId").asString()).isEqualTo(appropriation.value());
        return waiting.get("dueOn").asString();
    }

    private String stateAt(long position) {
        return inspector
                .data(
                        "query($id: ID!) { asOf(position: \"%d\") { node(id: $id) { ... on Appropriation { yearState } } } }"
                                .formatted(position),
                        Map.of("id", appropriation.value()))
                .at("/asOf/node/yearState")
                .asString();
    }

    private JsonNode ask(String fields) {
        return inspector
                .data(
                        "query($id: ID!) { node(id: $id) { ... on Appropriation { %s } } }".formatted(fields),
                        Map.of("id", appropriation.value()))
                .get("node");
    }

    private static long amount(JsonNode figure) {
        return figure.get("amount").asLong();
    }

    private Command close() {
        return new CloseYear(appropriation, YearEndExamples.TABLE);
    }

    private Command withdrawal(String name, TreasuryPaperKind kind, long millions) {
        return money.withdrawal(name, kind, appropriation, YEAR, 1, millions);
    }

    private Refusal refused(Command command, Role role) {
        return catchThrowableOfType(Refusal.class, () -> money.send(command, role));
    }
}
