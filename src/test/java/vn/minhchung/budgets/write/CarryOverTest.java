package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.APPROPRIATION;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.FINANCE;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.OTHER_TASK;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.entry;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.voucher;
import static vn.minhchung.budgets.write.Papers.clearing;
import static vn.minhchung.budgets.write.Posted.on;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.CarryOverCommand.ConfirmCarryOver;
import vn.minhchung.budgets.CarryOverCommand.DeclareCarryOver;
import vn.minhchung.budgets.CarryOverCommand.Part;
import vn.minhchung.budgets.CarryOverCommand.RecordCarryOverConfirmation;
import vn.minhchung.budgets.CarryOverCommand.RecordCarryOverLetter;
import vn.minhchung.budgets.CarryOverCommand.RejectCarryOver;
import vn.minhchung.budgets.CarryOverCommand.WithdrawCarryOver;
import vn.minhchung.budgets.CarryOverEvent.CarriedOver;
import vn.minhchung.budgets.CarryOverEvent.CarryOverRefused;
import vn.minhchung.budgets.CarryOverKind;
import vn.minhchung.budgets.CarryOverOutcome;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.Posting;
import vn.minhchung.budgets.ReturnAdvance;
import vn.minhchung.budgets.ReturnCause;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.TreasuryPaperEvent.AdvanceCarriedOver;
import vn.minhchung.budgets.TreasuryPaperEvent.SettlementPrepared;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperExecuted;
import vn.minhchung.budgets.YearEndCommand.CancelAppropriation;
import vn.minhchung.budgets.YearEndCommand.CloseYear;
import vn.minhchung.budgets.YearEndCommand.ConfirmYearClosing;
import vn.minhchung.budgets.YearEndExamples;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** Money of one year in the next: declared, confirmed by the treasury, granted by the letter. Amounts in million đồng. */
class CarryOverTest {
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 3);
    private static final AppropriationId NEXT = NextYear.APPROPRIATION;
    private static final Decision LETTER = Decisions.recorded("ACCOUNTANT", Role.ACCOUNTANT, Role.FINANCE);

    private final Cast cast = new Cast();

    /** 1,000 assigned, 700 for the task; 400 advanced, of it 150 cleared: 250 outstanding, 600 remaining. */
    @BeforeEach
    void a_year_with_an_advance() {
        cast.assigned(1_000).allocated(TASK, 700).depositAccount();
        cast.prepared("a", TASK, 400).executed("a");
        settle("c", 150);
    }

    @Test
    void nothing_moves_before_a_second_person_has_confirmed_the_letter() {
        NextYear.assigned(cast, 100);
        declared("x", CarryOverKind.APPROPRIATION, 300);
        treasury("x", 300);
        cast.fixture.given(letter("x", CarryOverOutcome.GRANTED, 300), LETTER);
        cast.fixture
                .when(new AllocateToTask(NEXT, OTHER_TASK, m(101)), DIRECTOR)
                .expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
        cast.fixture.when(confirm("x"), ACCOUNTANT).expectRefusal(ErrorCode.FOUR_EYES);

        List<DomainEvent> events = cast.fixture.when(confirm("x"), CHIEF).events();

        CarriedOver carried = (CarriedOver) events.getLast();
        assertThat(carried.into()).isEqualTo(NEXT);
        assertThat(of(carried, LedgerAccount.CARRIED_OUT, APPROPRIATION)).isEqualTo(m(300));
        assertThat(of(carried, LedgerAccount.CARRIED_IN, NEXT)).isEqualTo(m(300));
        assertThat(Posted.sum(carried)).isEqualTo(Vnd.ZERO);
        assertThat(carried.postings())
                .filteredOn(p -> NEXT.equals(p.appropriation()))
                .allSatisfy(p -> assertThat(p.year()).isEqualTo(2026));
        assertThat(cast.fixture
                        .when(new AllocateToTask(NEXT, OTHER_TASK, m(400)), DIRECTOR)
                        .events())
                .isNotEmpty();
    }

    @Test
    void no_more_is_declared_confirmed_or_granted_than_the_step_before_allows() {
        NextYear.assigned(cast, 100);
        cast.fixture
                .when(declare("x", CarryOverKind.APPROPRIATION, 601), ACCOUNTANT)
                .expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
        declared("x", CarryOverKind.APPROPRIATION, 500);
        cast.fixture
                .when(declare("y", CarryOverKind.APPROPRIATION, 101), ACCOUNTANT)
                .expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
        cast.fixture.when(recorded("x", 501), ACCOUNTANT).expectRefusal(ErrorCode.CARRY_OVER_EXCEEDED);
        treasury("x", 450);
        cast.fixture
                .when(letter("x", CarryOverOutcome.GRANTED, 451), LETTER)
                .expectRefusal(ErrorCode.CARRY_OVER_EXCEEDED);
        cast.fixture.given(letter("x", CarryOverOutcome.GRANTED, 200), LETTER);

        CarriedOver carried =
                (CarriedOver) cast.fixture.when(confirm("x"), CHIEF).events().getLast();

        assertThat(carried.amount()).isEqualTo(m(200));
    }

    @Test
    void what_is_asked_to_be_carried_over_is_not_cancelled_and_the_year_not_closed() {
        declared("x", CarryOverKind.APPROPRIATION, 500);
        cast.fixture
                .when(new CancelAppropriation(APPROPRIATION, m(101)), FINANCE)
                .expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
        cast.rules.off("budget.year-end");
        assertThat(cast.fixture
                        .when(new CloseYear(APPROPRIATION, YearEndExamples.TABLE), then(CHIEF))
                        .expectRefusal(ErrorCode.YEAR_NOT_READY)
                        .facts())
                .containsEntry("problem", "carryOver");
        cast.fixture.given(new WithdrawCarryOver(id("x"), "kê khai nhầm"), ACCOUNTANT);
        assertThat(cast.fixture
                        .when(new CloseYear(APPROPRIATION, YearEndExamples.TABLE), then(CHIEF))
                        .events())
                .hasSize(1);
    }

    @Test
    void an_advance_moves_with_the_tasks_part_and_rests_on_the_next_years_money() {
        NextYear.assigned(cast, 300);
        List<DomainEvent> events = carried("x", 250, "a");

        CarriedOver carried = only(events, CarriedOver.class);
        assertThat(of(carried, LedgerAccount.ADVANCED, APPROPRIATION)).isEqualTo(m(-250));
        assertThat(of(carried, LedgerAccount.ADVANCED, NEXT)).isEqualTo(m(250));
        assertThat(of(carried, LedgerAccount.ALLOCATED, APPROPRIATION)).isEqualTo(m(-250));
        assertThat(of(carried, LedgerAccount.ALLOCATED, NEXT)).isEqualTo(m(250));
        assertThat(carried.postings())
                .filteredOn(p -> p.account() == LedgerAccount.ADVANCED)
                .allSatisfy(p -> assertThat(p.tranche()).isEqualTo(1));
        assertThat(only(events, AdvanceCarriedOver.class).code().year()).isEqualTo(2026);
        cast.fixture
                .when(new AllocateToTask(NEXT, OTHER_TASK, m(51)), DIRECTOR)
                .expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
    }

    @Test
    void a_carried_advance_is_cleared_in_the_next_year_and_the_old_one_closes_without_it() {
        NextYear.assigned(cast, 300);
        carried("x", 250, "a");
        cast.fixture
                .given(new CloseYear(APPROPRIATION, YearEndExamples.TABLE), then(CHIEF))
                .given(new ConfirmYearClosing(APPROPRIATION), then(DIRECTOR));

        cast.fixture.given(clearing("d", "a", 100), ACCOUNTANT);
        signAndSend("d");
        TreasuryPaperExecuted cleared = only(book("d"), TreasuryPaperExecuted.class);

        assertThat(cleared.postings()).allSatisfy(p -> {
            assertThat(p.year()).isEqualTo(2026);
            assertThat(p.appropriation()).isEqualTo(NEXT);
        });
        cast.fixture.when(clearing("e", "a", 151), ACCOUNTANT).expectRefusal(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED);
    }

    @Test
    void the_next_years_money_must_be_free_for_the_advance() {
        NextYear.assigned(cast, 249);
        declaredAdvance("x", 250, "a");
        treasury("x", 250);
        cast.fixture.given(letterFor("x", 250, "a"), LETTER);
        cast.fixture.when(confirm("x"), CHIEF).expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
    }

    @Test
    void both_kinds_sit_in_one_code_and_the_sums_stay_right() {
        NextYear.assigned(cast, 100);
        declared("x", CarryOverKind.APPROPRIATION, 600);
        treasury("x", 600);
        cast.fixture.given(letter("x", CarryOverOutcome.GRANTED, 600), LETTER).given(confirm("x"), CHIEF);
        carried("y", 250, "a");

        // the advance left 250 usable behind: nobody carries them, so the closing cancels them
        cast.fixture.given(new CloseYear(APPROPRIATION, YearEndExamples.TABLE), then(CHIEF));
        List<DomainEvent> closing = cast.fixture
                .when(new ConfirmYearClosing(APPROPRIATION), then(DIRECTOR))
                .events();
        assertThat(on(closing, LedgerAccount.CANCELLED)).isEqualTo(m(250));
        assertThat(on(closing, LedgerAccount.SETTLED_IN_YEAR)).isEqualTo(m(150));
        // 100 assigned and 600 carried in, 250 of it the advance
        assertThat(cast.fixture
                        .when(new AllocateToTask(NEXT, OTHER_TASK, m(450)), DIRECTOR)
                        .events())
                .isNotEmpty();
        cast.fixture
                .when(new AllocateToTask(NEXT, OTHER_TASK, m(1)), DIRECTOR)
                .expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
    }

    @Test
    void fewer_advances_may_be_granted_than_were_declared() {
        cast.prepared("b", TASK, 100).executed("b");
        NextYear.assigned(cast, 500);
        declaredAdvance("x", 350, "a", "b");
        treasury("x", 350);
        cast.fixture.when(letterFor("x", 100, "a"), LETTER).expectRefusal(ErrorCode.LINES_DO_NOT_SUM);
        cast.fixture.given(letterFor("x", 100, "b"), LETTER);

        CarriedOver carried = only(cast.fixture.when(confirm("x"), CHIEF).events(), CarriedOver.class);

        assertThat(carried.parts()).hasSize(1);
        assertThat(of(carried, LedgerAccount.ADVANCED, NEXT)).isEqualTo(m(100));
    }

    @Test
    void an_advance_kept_for_a_clearing_does_not_move() {
        NextYear.assigned(cast, 300);
        declaredAdvance("x", 250, "a");
        treasury("x", 250);
        cast.fixture.given(letterFor("x", 250, "a"), LETTER).given(clearing("d", "a", 50), ACCOUNTANT);
        assertThat(cast.fixture
                        .when(confirm("x"), CHIEF)
                        .expectRefusal(ErrorCode.ADVANCE_BOUND)
                        .facts())
                .containsEntry("id", paper("d").value());
    }

    @Test
    void a_clearing_of_the_old_year_is_not_reversed_after_the_advance_moved() {
        NextYear.assigned(cast, 300);
        carried("x", 250, "a");
        cast.fixture
                .when(new Reverse(entry(paper("c"), 1), "ghi nhầm", "12/BB"), CHIEF)
                .expectRefusal(ErrorCode.NOT_REVERSIBLE);
        cast.fixture
                .when(new Reverse(entry(paper("a"), 2), "ghi nhầm", "12/BB"), CHIEF)
                .expectRefusal(ErrorCode.NOT_REVERSIBLE);
    }

    @Test
    void a_refusal_leaves_everything_where_it_was() {
        NextYear.assigned(cast, 300);
        declaredAdvance("x", 250, "a");
        treasury("x", 250);
        cast.fixture.when(letter("x", CarryOverOutcome.REFUSED, 1), LETTER).expectRefusal(ErrorCode.INVALID_INPUT);
        cast.fixture.given(letter("x", CarryOverOutcome.REFUSED, 0), LETTER);

        List<DomainEvent> events = cast.fixture.when(confirm("x"), CHIEF).events();

        assertThat(only(events, CarryOverRefused.class).parts()).hasSize(1);
        assertThat(events).noneMatch(CarriedOver.class::isInstance);
    }

    @Test
    void without_an_appropriation_of_the_next_year_nothing_is_carried_over_and_the_advance_comes_back() {
        declaredAdvance("x", 250, "a");
        treasury("x", 250);
        cast.fixture.given(letterFor("x", 250, "a"), LETTER);
        assertThat(cast.fixture
                        .when(confirm("x"), CHIEF)
                        .expectRefusal(ErrorCode.NEXT_APPROPRIATION_MISSING)
                        .facts())
                .containsEntry("year", "2026");

        SettlementPrepared prepared = only(
                cast.fixture
                        .when(returning(ReturnCause.NO_NEXT_APPROPRIATION), ACCOUNTANT)
                        .events(),
                SettlementPrepared.class);
        assertThat(prepared.total()).isEqualTo(m(250));
        signAndSend("r");
        TreasuryPaperExecuted executed = only(book("r"), TreasuryPaperExecuted.class);
        assertThat(on(executed, LedgerAccount.RETURNED)).isEqualTo(m(250));
    }

    @Test
    void finance_is_told_only_where_there_is_no_appropriation() {
        NextYear.assigned(cast, 300);
        cast.fixture
                .when(returning(ReturnCause.NO_NEXT_APPROPRIATION), ACCOUNTANT)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        assertThat(cast.fixture
                        .when(returning(ReturnCause.NOT_GRANTED), ACCOUNTANT)
                        .events())
                .isNotEmpty();
    }

    @Test
    void each_step_has_its_turn() {
        cast.fixture.when(recorded("x", 1), ACCOUNTANT).expectRefusal(ErrorCode.NOT_FOUND);
        declared("x", CarryOverKind.APPROPRIATION, 100);
        cast.fixture.when(confirm("x"), CHIEF).expectRefusal(ErrorCode.WRONG_STATE);
        cast.fixture.when(letter("x", CarryOverOutcome.GRANTED, 100), LETTER).expectRefusal(ErrorCode.WRONG_STATE);
        cast.fixture.given(recorded("x", 100), ACCOUNTANT);
        cast.fixture.when(recorded("x", 100), ACCOUNTANT).expectRefusal(ErrorCode.WRONG_STATE);
        cast.fixture.given(new RejectCarryOver(id("x"), "sai số"), CHIEF);
        cast.fixture.when(new RejectCarryOver(id("x"), "sai số"), CHIEF).expectRefusal(ErrorCode.WRONG_STATE);
        treasury("x", 100);
        cast.fixture.given(letter("x", CarryOverOutcome.GRANTED, 100), LETTER);
        cast.fixture.when(new WithdrawCarryOver(id("x"), "thôi"), ACCOUNTANT).expectRefusal(ErrorCode.WRONG_STATE);
        cast.fixture.given(new RejectCarryOver(id("x"), "sai số văn bản"), CHIEF);
        cast.fixture.given(new WithdrawCarryOver(id("x"), "thôi"), ACCOUNTANT);
        cast.fixture.when(letter("x", CarryOverOutcome.GRANTED, 100), LETTER).expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void what_is_declared_by_task_or_by_advance_sums_up() {
        var parts = List.of(new Part(TASK, m(60)), new Part(OTHER_TASK, m(30)));
        cast.fixture
                .when(
                        new DeclareCarryOver(
                                id("x"), CarryOverKind.APPROPRIATION, APPROPRIATION, m(100), parts, null, "dở dang"),
                        ACCOUNTANT)
                .expectRefusal(ErrorCode.LINES_DO_NOT_SUM);
        cast.fixture
                .when(
                        new DeclareCarryOver(
                                id("x"),
                                CarryOverKind.APPROPRIATION,
                                APPROPRIATION,
                                m(90),
                                parts,
                                List.of(paper("a")),
                                "dở dang"),
                        ACCOUNTANT)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        cast.fixture.when(declareAdvance("x", 240, "a"), ACCOUNTANT).expectRefusal(ErrorCode.LINES_DO_NOT_SUM);
        cast.fixture.when(declareAdvance("x", 150, "c"), ACCOUNTANT).expectRefusal(ErrorCode.INVALID_INPUT);
    }

    private List<DomainEvent> carried(String name, long millions, String... advances) {
        declaredAdvance(name, millions, advances);
        treasury(name, millions);
        cast.fixture.given(letterFor(name, millions, advances), LETTER);
        return cast.fixture.when(confirm(name), CHIEF).events();
    }

    private void declared(String name, CarryOverKind kind, long millions) {
        cast.fixture.given(declare(name, kind, millions), ACCOUNTANT);
    }

    private void declaredAdvance(String name, long millions, String... advances) {
        cast.fixture.given(declareAdvance(name, millions, advances), ACCOUNTANT);
    }

    private void treasury(String name, long millions) {
        cast.fixture.given(recorded(name, millions), ACCOUNTANT).given(confirm(name), CHIEF);
    }

    private static DeclareCarryOver declare(String name, CarryOverKind kind, long millions) {
        return new DeclareCarryOver(id(name), kind, APPROPRIATION, m(millions), null, null, "nhiệm vụ dở dang");
    }

    private static DeclareCarryOver declareAdvance(String name, long millions, String... advances) {
        return new DeclareCarryOver(
                id(name), CarryOverKind.ADVANCE, APPROPRIATION, m(millions), null, papers(advances), "chưa thanh toán");
    }

    private static List<TreasuryPaperId> papers(String... names) {
        return List.of(names).stream().map(Cast::paper).toList();
    }

    private static RecordCarryOverConfirmation recorded(String name, long millions) {
        return new RecordCarryOverConfirmation(id(name), m(millions), Cast.TODAY);
    }

    private static RecordCarryOverLetter letter(String name, CarryOverOutcome outcome, long millions) {
        return letter(name, outcome, millions, null);
    }

    private static RecordCarryOverLetter letterFor(String name, long millions, String... advances) {
        return letter(name, CarryOverOutcome.GRANTED, millions, papers(advances));
    }

    private static RecordCarryOverLetter letter(
            String name, CarryOverOutcome outcome, long millions, @Nullable List<TreasuryPaperId> advances) {
        return new RecordCarryOverLetter(id(name), outcome, m(millions), advances);
    }

    private static ConfirmCarryOver confirm(String name) {
        return new ConfirmCarryOver(id(name));
    }

    private static CarryOverId id(String name) {
        return new CarryOverId(Id.derived("carry-over", name));
    }

    private static ReturnAdvance returning(ReturnCause because) {
        return new ReturnAdvance(paper("r"), paper("a"), "NT-01", because, "không được chuyển sang năm sau");
    }

    private void settle(String name, long millions) {
        cast.fixture.given(clearing(name, "a", millions), ACCOUNTANT);
        signAndSend(name);
        book(name);
    }

    private List<DomainEvent> book(String name) {
        cast.fixture.given(new RecordExecution(paper(name), "CT-" + name, Cast.TODAY, null), voucher(ACCOUNTANT));
        return cast.fixture.when(new ConfirmTreasuryFact(paper(name)), OFFICER).events();
    }

    private void signAndSend(String name) {
        cast.fixture
                .given(new SignSecond(paper(name)), CHIEF)
                .given(new SignFirst(paper(name)), DIRECTOR)
                .given(new SendToTreasury(paper(name)), ACCOUNTANT);
    }

    private static Decision then(Decision decision) {
        return Decisions.on(FEBRUARY, decision);
    }

    private static Vnd of(CarriedOver carried, LedgerAccount account, AppropriationId appropriation) {
        return Vnd.sum(carried.postings().stream()
                .filter(p -> p.account() == account && appropriation.equals(p.appropriation()))
                .map(Posting::amount)
                .toList());
    }

    private static <E extends DomainEvent> E only(List<DomainEvent> events, Class<E> type) {
        List<E> found = events.stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
