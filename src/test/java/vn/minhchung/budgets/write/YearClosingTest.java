package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.APPROPRIATION;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.COMMITTEE;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.FINANCE;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.entry;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.voucher;
import static vn.minhchung.budgets.write.Papers.clearing;
import static vn.minhchung.budgets.write.Papers.giveBack;
import static vn.minhchung.budgets.write.Posted.on;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.ConfirmAppropriationChange;
import vn.minhchung.budgets.AppropriationCommand.HoldAppropriation;
import vn.minhchung.budgets.AppropriationCommand.SupplementAppropriation;
import vn.minhchung.budgets.AppropriationEvent.AllocationReleased;
import vn.minhchung.budgets.AppropriationEvent.AppropriationCancelled;
import vn.minhchung.budgets.AppropriationEvent.YearClosed;
import vn.minhchung.budgets.AppropriationEvent.YearClosingRecorded;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.MoneyEvent;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.TreasuryPaperEvent.ReceiptConfirmed;
import vn.minhchung.budgets.TreasuryPaperEvent.WithdrawalLapsed;
import vn.minhchung.budgets.YearEndCommand.CancelAppropriation;
import vn.minhchung.budgets.YearEndCommand.CloseYear;
import vn.minhchung.budgets.YearEndCommand.ConfirmYearClosing;
import vn.minhchung.budgets.YearEndCommand.RejectYearClosing;
import vn.minhchung.budgets.YearEndExamples;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** The balance is struck and confirmed; from then on nothing is posted in the year. Amounts in million đồng. */
class YearClosingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 11);
    private static final Decision CHIEF_THEN = Decisions.on(DAY, CHIEF);
    private static final Decision DIRECTOR_THEN = Decisions.on(DAY, DIRECTOR);
    private static final CloseYear CLOSE = new CloseYear(APPROPRIATION, YearEndExamples.TABLE);
    private static final ConfirmYearClosing CONFIRM = new ConfirmYearClosing(APPROPRIATION);

    private final Cast cast = new Cast();

    /** 1,000 assigned, 700 for the task; 400 advanced, of it 400 cleared. */
    @BeforeEach
    void a_year_with_spending() {
        cast.assigned(1_000).allocated(TASK, 700).depositAccount();
        cast.prepared("a", TASK, 400).executed("a");
        settle("c", 400);
    }

    @Test
    void the_struck_balance_says_what_was_usable_and_what_became_of_it() {
        YearClosingRecorded event = (YearClosingRecorded)
                cast.fixture.when(CLOSE, CHIEF_THEN).events().getFirst();

        assertThat(event.year()).isEqualTo(2025);
        assertThat(event.table().usable()).isEqualTo(m(1_000));
        assertThat(event.table().actual()).isEqualTo(m(400));
        assertThat(event.table().advanceOutstanding()).isEqualTo(Vnd.ZERO);
        assertThat(event.table().remaining()).isEqualTo(m(600));
    }

    @Test
    void the_closing_cancels_what_is_unused_releases_the_parts_of_tasks_and_settles_the_spending() {
        cast.fixture.given(CLOSE, CHIEF_THEN);

        List<DomainEvent> events = cast.fixture.when(CONFIRM, DIRECTOR_THEN).events();

        assertThat(on(events, LedgerAccount.ALLOCATED)).isEqualTo(m(-300));
        assertThat(on(events, LedgerAccount.CANCELLED)).isEqualTo(m(600));
        assertThat(on(events, LedgerAccount.SETTLED_IN_YEAR)).isEqualTo(m(400));
        assertThat(events).hasAtLeastOneElementOfType(AllocationReleased.class);
        assertThat(events).hasAtLeastOneElementOfType(AppropriationCancelled.class);
        YearClosed closed = (YearClosed) events.getLast();
        assertThat(closed.postings())
                .allSatisfy(p -> assertThat(p.year()).isEqualTo(2025))
                .anySatisfy(p -> assertThat(p.tranche()).isEqualTo(1));
        events.forEach(YearClosingTest::sumsToZero);
    }

    @Test
    void a_year_is_not_closed_while_it_runs() {
        Decision inYear = Decisions.on(LocalDate.of(2025, 12, 31), CHIEF);
        assertThat(problem(CLOSE, inYear)).isEqualTo("running");
    }

    @Test
    void what_is_held_outstanding_or_not_confirmed_stands_in_the_way() {
        cast.prepared("b", TASK, 100).executed("b");
        assertThat(problem(CLOSE, CHIEF_THEN)).isEqualTo("advance");

        Cast held = new Cast();
        held.assigned(1_000).fixture.given(new HoldAppropriation(APPROPRIATION, m(10)), FINANCE);
        assertThat(held.fixture
                        .when(CLOSE, CHIEF_THEN)
                        .expectRefusal(ErrorCode.YEAR_NOT_READY)
                        .facts())
                .containsEntry("problem", "held")
                .containsEntry("actual", "10000000");

        Cast changed = new Cast();
        changed.assigned(1_000)
                .fixture
                .given(
                        new SupplementAppropriation(APPROPRIATION, m(10)),
                        Decisions.recorded("OFFICER", Role.OFFICER, Role.COMMITTEE));
        assertThat(changed.fixture
                        .when(CLOSE, CHIEF_THEN)
                        .expectRefusal(ErrorCode.YEAR_NOT_READY)
                        .facts())
                .containsEntry("problem", "change");
        changed.fixture.given(new ConfirmAppropriationChange(APPROPRIATION, 1), ACCOUNTANT);
        assertThat(changed.fixture.when(CLOSE, CHIEF_THEN).events()).hasSize(1);
    }

    @Test
    void what_the_rule_forbids_may_be_switched_off_and_is_then_shown_in_the_table() {
        cast.prepared("b", TASK, 100).executed("b");
        cast.rules.off("budget.year-end");

        YearClosingRecorded event = (YearClosingRecorded)
                cast.fixture.when(CLOSE, CHIEF_THEN).events().getFirst();

        assertThat(event.table().advanceOutstanding()).isEqualTo(m(100));
    }

    @Test
    void the_table_is_named_by_the_hash_of_its_file() {
        Refusal refusal = cast.fixture
                .when(new CloseYear(APPROPRIATION, "Mẫu 31"), CHIEF_THEN)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        assertThat(refusal.field()).containsExactly("document");
    }

    @Test
    void two_persons_close_a_year() {
        Decision both = Decisions.on(DAY, Decisions.taken("both", Role.CHIEF_ACCOUNTANT, Role.DIRECTOR));
        cast.fixture.given(CLOSE, both);
        cast.fixture.when(CONFIRM, both).expectRefusal(ErrorCode.FOUR_EYES);
        assertThat(cast.fixture.when(CONFIRM, DIRECTOR_THEN).events()).isNotEmpty();
    }

    @Test
    void a_balance_that_changed_after_it_was_struck_is_struck_anew() {
        cast.fixture.given(CLOSE, CHIEF_THEN).given(new SupplementAppropriation(APPROPRIATION, m(5)), COMMITTEE);

        Refusal refusal = cast.fixture.when(CONFIRM, DIRECTOR_THEN).expectRefusal(ErrorCode.BALANCE_TABLE_CHANGED);

        assertThat(refusal.facts()).containsEntry("limit", "600000000").containsEntry("actual", "605000000");
        cast.fixture.given(CLOSE, CHIEF_THEN);
        assertThat(cast.fixture.when(CONFIRM, DIRECTOR_THEN).events()).isNotEmpty();
    }

    @Test
    void a_rejected_closing_is_asked_for_again() {
        cast.fixture.when(CONFIRM, DIRECTOR_THEN).expectRefusal(ErrorCode.WRONG_STATE);
        cast.fixture
                .given(CLOSE, CHIEF_THEN)
                .given(new RejectYearClosing(APPROPRIATION, "chưa đối chiếu với kho bạc"), DIRECTOR_THEN);
        cast.fixture.when(CONFIRM, DIRECTOR_THEN).expectRefusal(ErrorCode.WRONG_STATE);
        cast.fixture
                .when(new RejectYearClosing(APPROPRIATION, "lần nữa"), DIRECTOR_THEN)
                .expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void a_withdrawal_the_treasury_has_not_booked_lapses_with_the_year() {
        cast.prepared("b", TASK, 100).sent("b");
        cast.fixture.given(CLOSE, CHIEF_THEN);

        List<DomainEvent> events = cast.fixture.when(CONFIRM, DIRECTOR_THEN).events();

        assertThat(events).hasAtLeastOneElementOfType(WithdrawalLapsed.class);
        assertThat(on(events, LedgerAccount.COMMITTED)).isEqualTo(m(-100));
        assertThat(on(events, LedgerAccount.CANCELLED)).isEqualTo(m(600));
        for (Refusal refusal : List.of(
                cast.fixture
                        .when(
                                new RecordExecution(paper("b"), "CT-b", LocalDate.of(2026, 1, 5), null),
                                Decisions.on(DAY, voucher(ACCOUNTANT)))
                        .expectRefusal(ErrorCode.APPROPRIATION_YEAR_CLOSED),
                cast.fixture
                        .when(new CancelTreasuryPaper(paper("b"), "thôi"), ACCOUNTANT)
                        .expectRefusal(ErrorCode.APPROPRIATION_YEAR_CLOSED)))
            assertThat(refusal.facts()).containsEntry("year", "2025");
    }

    @Test
    void what_the_treasury_did_and_nobody_confirmed_is_not_lost_with_the_year() {
        cast.prepared("b", TASK, 100).sent("b");
        RecordExecution execution = new RecordExecution(paper("b"), "CT-b", LocalDate.of(2026, 1, 5), null);
        cast.fixture.given(execution, Decisions.on(DAY, voucher(ACCOUNTANT)));
        assertThat(problem(CLOSE, CHIEF_THEN)).isEqualTo("fact");

        cast.fixture.given(new ConfirmTreasuryFact(paper("b")), OFFICER);
        settle("d", 100, "b");
        cast.fixture.given(CLOSE, CHIEF_THEN);
        assertThat(on(cast.fixture.when(CONFIRM, DIRECTOR_THEN).events(), LedgerAccount.SETTLED_IN_YEAR))
                .isEqualTo(m(500));
    }

    @Test
    void nothing_is_posted_in_a_closed_year() {
        closed();
        for (var attempt : List.of(
                cast.fixture.when(new SupplementAppropriation(APPROPRIATION, m(1)), COMMITTEE),
                cast.fixture.when(new CancelAppropriation(APPROPRIATION, m(1)), FINANCE),
                cast.fixture.when(new AllocateToTask(APPROPRIATION, TASK, m(1)), DIRECTOR),
                cast.fixture.when(Cast.prepare("z", TASK, 1), ACCOUNTANT),
                cast.fixture.when(clearing("z", "a", 1), ACCOUNTANT),
                cast.fixture.when(giveBack("z", "a", 1), ACCOUNTANT),
                cast.fixture.when(reverse(entry(paper("c"), 1)), CHIEF),
                cast.fixture.when(reverse(entry(paper("a"), 2)), CHIEF),
                cast.fixture.when(reverse(entry(APPROPRIATION, 1)), CHIEF),
                cast.fixture.when(CLOSE, CHIEF_THEN),
                cast.fixture.when(CONFIRM, DIRECTOR_THEN))) attempt.expectRefusal(ErrorCode.APPROPRIATION_YEAR_CLOSED);
    }

    @Test
    void a_clearing_prepared_in_the_year_is_not_booked_after_its_closing() {
        cast.rules.off("budget.year-end");
        cast.prepared("b", TASK, 100).executed("b");
        cast.fixture.given(clearing("d", "b", 100), ACCOUNTANT);
        signAndSend("d");
        closed();

        cast.fixture.when(executing("d"), voucher(ACCOUNTANT)).expectRefusal(ErrorCode.APPROPRIATION_YEAR_CLOSED);
    }

    @Test
    void a_host_confirms_receipt_of_the_closed_year_and_it_is_booked_in_the_open_one() {
        closed();

        ReceiptConfirmed event = (ReceiptConfirmed) cast.fixture
                .when(new ConfirmReceipt(paper("a"), Cast.TODAY), Decisions.on(DAY, HOST_HEAD))
                .events()
                .getFirst();

        assertThat(event.postings()).allSatisfy(p -> assertThat(p.year()).isEqualTo(2026));
        String receipt = event.entry();
        assertThat(cast.fixture.when(reverse(receipt), CHIEF).events()).hasSize(1);
    }

    @Test
    void a_cancelled_part_may_be_taken_back_while_the_year_is_open() {
        cast.fixture.given(new CancelAppropriation(APPROPRIATION, m(200)), FINANCE);
        cast.fixture
                .when(new CancelAppropriation(APPROPRIATION, m(401)), FINANCE)
                .expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
        List<DomainEvent> events =
                cast.fixture.when(reverse(entry(APPROPRIATION, 3)), CHIEF).events();
        assertThat(on(events, LedgerAccount.CANCELLED)).isEqualTo(m(-200));
    }

    @Test
    void what_is_cancelled_on_paper_is_confirmed_by_a_second_person() {
        cast.fixture.given(
                new CancelAppropriation(APPROPRIATION, m(200)),
                Decisions.recorded("ACCOUNTANT", Role.ACCOUNTANT, Role.FINANCE));
        cast.fixture
                .when(new ConfirmAppropriationChange(APPROPRIATION, 1), ACCOUNTANT)
                .expectRefusal(ErrorCode.FOUR_EYES);
        assertThat(on(
                        cast.fixture
                                .when(new ConfirmAppropriationChange(APPROPRIATION, 1), OFFICER)
                                .events(),
                        LedgerAccount.CANCELLED))
                .isEqualTo(m(200));
    }

    @Test
    void a_part_not_used_in_the_year_may_be_allocated_again_in_the_next() {
        cast.put(Cast.task(TASK, 700, true));
        cast.fixture
                .when(new AllocateToTask(APPROPRIATION, TASK, m(1)), DIRECTOR)
                .expectRefusal(ErrorCode.ALLOCATION_EXCEEDED);
        closed();
        var next = NextYear.assigned(cast, 500);

        assertThat(cast.fixture
                        .when(new AllocateToTask(next, TASK, m(300)), DIRECTOR)
                        .events())
                .isNotEmpty();
        cast.fixture.when(new AllocateToTask(next, TASK, m(1)), DIRECTOR).expectRefusal(ErrorCode.ALLOCATION_EXCEEDED);
    }

    private void closed() {
        cast.fixture.given(CLOSE, CHIEF_THEN).given(CONFIRM, DIRECTOR_THEN);
    }

    private String problem(CloseYear command, Decision decision) {
        return new TreeMap<>(cast.fixture
                        .when(command, decision)
                        .expectRefusal(ErrorCode.YEAR_NOT_READY)
                        .facts())
                .getOrDefault("problem", "");
    }

    private void settle(String name, long millions) {
        settle(name, millions, "a");
    }

    private void settle(String name, long millions, String advance) {
        cast.fixture.given(clearing(name, advance, millions), ACCOUNTANT);
        signAndSend(name);
        cast.fixture.given(executing(name), voucher(ACCOUNTANT)).given(new ConfirmTreasuryFact(paper(name)), OFFICER);
    }

    private void signAndSend(String name) {
        cast.fixture
                .given(new SignSecond(paper(name)), CHIEF)
                .given(new SignFirst(paper(name)), DIRECTOR)
                .given(new SendToTreasury(paper(name)), ACCOUNTANT);
    }

    private static RecordExecution executing(String name) {
        return new RecordExecution(paper(name), "CT-" + name, Cast.TODAY, null);
    }

    private static Reverse reverse(String entry) {
        return new Reverse(entry, "ghi nhầm", "12/BB-SKHCN");
    }

    private static void sumsToZero(DomainEvent event) {
        if (event instanceof MoneyEvent money)
            assertThat(Posted.sum(money)).as(event.toString()).isEqualTo(Vnd.ZERO);
    }
}
