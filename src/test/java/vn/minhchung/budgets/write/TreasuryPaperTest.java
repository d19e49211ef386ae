package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.APPROPRIATION;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.DEPOSIT;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.HOST;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.OTHER_TASK;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.line;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.prepare;
import static vn.minhchung.budgets.write.Cast.voucher;
import static vn.minhchung.budgets.write.Posted.on;
import static vn.minhchung.budgets.write.Posted.sum;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.AppropriationEvent.AppropriationCommitted;
import vn.minhchung.budgets.AppropriationEvent.AppropriationDrawn;
import vn.minhchung.budgets.DepositAccountCommand.CloseDepositAccount;
import vn.minhchung.budgets.GuardEvent.PaperNumberTaken;
import vn.minhchung.budgets.GuardEvent.TaskFundsCommitted;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.MoneyEvent;
import vn.minhchung.budgets.TreasuryPaperCommand.AmendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.RejectTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.ResendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperExecuted;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperSent;
import vn.minhchung.budgets.TreasuryPaperEvent.WithdrawalAmended;
import vn.minhchung.budgets.TreasuryPaperEvent.WithdrawalPrepared;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.TranchePlan;
import vn.minhchung.testing.DecisionFixture.Decisions;

class TreasuryPaperTest {
    private final Cast cast = new Cast();

    @BeforeEach
    void one_appropriation_one_task() {
        cast.assigned(1_000).allocated(TASK, 800).depositAccount();
    }

    @Test
    void preparing_binds_the_amount_in_every_guard_by_one_append() {
        List<DomainEvent> events =
                cast.fixture.when(prepare("a", TASK, 100), ACCOUNTANT).events();

        assertThat(events).hasSize(4);
        assertThat(events.get(0)).isInstanceOf(AppropriationCommitted.class);
        assertThat(events.get(1)).isInstanceOf(TaskFundsCommitted.class);
        assertThat(events.get(2)).isInstanceOf(PaperNumberTaken.class);
        WithdrawalPrepared prepared = (WithdrawalPrepared) events.get(3);
        assertThat(prepared.payee().number()).isEqualTo("3713.0.1099901");
        assertThat(prepared.code().chapter()).isEqualTo("417");
        assertThat(on(prepared, LedgerAccount.COMMITTED)).isEqualTo(m(100));
        assertThat(sum(prepared)).isEqualTo(Vnd.ZERO);
    }

    @Test
    void a_task_without_contract_gets_no_money() {
        cast.put(Cast.task(TASK, 2_000, false));
        cast.fixture.when(prepare("a", TASK, 100), ACCOUNTANT).expectRefusal(ErrorCode.CONTRACT_MISSING);
    }

    @Test
    void the_first_advance_is_at_most_half_of_the_tasks_state_money() {
        cast.put(Cast.task(TASK, 900, true));
        var refusal = cast.fixture.when(prepare("a", TASK, 451), ACCOUNTANT).expectRefusal(ErrorCode.TRANCHE_EXCEEDED);
        assertThat(refusal.facts()).containsEntry("limit", "450000000");
        cast.put(twoTranches(900, 600));
        assertThat(cast.fixture
                        .when(prepare("a", TASK, 451), ACCOUNTANT)
                        .expectRefusal(ErrorCode.ADVANCE_CAP_EXCEEDED)
                        .facts())
                .containsEntry("limit", "450000000")
                .containsEntry("remaining", "450000000");
        cast.prepared("a", TASK, 300);
        assertThat(cast.fixture
                        .when(prepare("b", TASK, 151), ACCOUNTANT)
                        .expectRefusal(ErrorCode.ADVANCE_CAP_EXCEEDED)
                        .facts())
                .containsEntry("remaining", "150000000");
        cast.prepared("b", TASK, 150);
    }

    @Test
    void a_first_advance_stays_within_the_years_allocation_of_the_task() {
        cast.put(Cast.task(OTHER_TASK, 900, true));
        cast.allocated(OTHER_TASK, 200);
        cast.fixture.when(prepare("a", OTHER_TASK, 201), ACCOUNTANT).expectRefusal(ErrorCode.ALLOCATION_EXCEEDED);
        cast.prepared("a", OTHER_TASK, 200);
    }

    @Test
    void a_next_advance_waits_until_half_of_the_earlier_ones_is_settled() {
        cast.prepared("a", TASK, 100).executed("a");
        assertThat(cast.fixture
                        .when(Papers.advance("b", 2, 100), ACCOUNTANT)
                        .expectRefusal(ErrorCode.ADVANCE_CLEARING_SHARE)
                        .facts())
                .containsEntry("limit", "50000000")
                .containsEntry("actual", "0");
        cast.rules.off("advance.next");
        cast.fixture.given(Papers.advance("b", 2, 100), ACCOUNTANT);
    }

    @Test
    void lines_sum_to_the_total_and_name_approved_state_money() {
        var p = prepare("a", TASK, 100);
        cast.fixture
                .when(with(p, List.of(line(60), line(39)), m(100)), ACCOUNTANT)
                .expectRefusal(ErrorCode.LINES_DO_NOT_SUM);
        cast.fixture.when(with(p, List.of(), m(0)), ACCOUNTANT).expectRefusal(ErrorCode.LINES_DO_NOT_SUM);
        cast.fixture
                .when(with(p, List.of(line(101), line(-1)), m(100)), ACCOUNTANT)
                .expectRefusal(ErrorCode.AMOUNT_NOT_POSITIVE);
        cast.fixture.given(with(p, List.of(line(60), line(40)), m(100)), ACCOUNTANT);
    }

    @Test
    void money_goes_to_a_confirmed_account_of_the_host_only() {
        cast.fixture.given(new CloseDepositAccount(DEPOSIT, TODAY.minusDays(1)), HOST_HEAD);
        cast.fixture.when(prepare("a", TASK, 100), ACCOUNTANT).expectRefusal(ErrorCode.DEPOSIT_ACCOUNT_NOT_CONFIRMED);
    }

    @Test
    void the_year_of_the_appropriation_is_the_year_of_the_paper() {
        var p = prepare("a", TASK, 100);
        var wrong = new PrepareWithdrawal(
                p.paper(),
                null,
                p.project(),
                p.appropriation(),
                p.number(),
                2024,
                1,
                p.lines(),
                p.total(),
                p.depositAccount(),
                p.volume(),
                p.volumeBy());
        cast.fixture.when(wrong, ACCOUNTANT).expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void four_marks_come_in_their_order() {
        cast.prepared("a", TASK, 100);
        cast.fixture.when(new SignFirst(paper("a")), DIRECTOR).expectRefusal(ErrorCode.WRONG_STATE);
        cast.fixture.when(new SendToTreasury(paper("a")), ACCOUNTANT).expectRefusal(ErrorCode.WRONG_STATE);
        cast.signed("a");
        cast.fixture.when(new SignFirst(paper("a")), DIRECTOR).expectRefusal(ErrorCode.WRONG_STATE);
        assertThat(cast.fixture.when(new SendToTreasury(paper("a")), ACCOUNTANT).events())
                .singleElement()
                .isInstanceOf(TreasuryPaperSent.class);
    }

    @Test
    void one_accountant_may_prepare_and_sign_second() {
        cast.fixture.given(prepare("a", TASK, 100), CHIEF);
        cast.signed("a");
    }

    @Test
    void first_and_second_signature_are_two_persons_and_the_preparer_never_signs_first() {
        Decision both = Decisions.taken("both", Role.CHIEF_ACCOUNTANT, Role.DIRECTOR);
        cast.prepared("a", TASK, 100);
        cast.fixture.given(new SignSecond(paper("a")), both);
        cast.fixture.when(new SignFirst(paper("a")), both).expectRefusal(ErrorCode.FOUR_EYES);

        cast.fixture
                .given(prepare("b", TASK, 100), Decisions.taken("DIRECTOR", Role.ACCOUNTANT))
                .given(new SignSecond(paper("b")), CHIEF);
        cast.fixture.when(new SignFirst(paper("b")), DIRECTOR).expectRefusal(ErrorCode.FOUR_EYES);
    }

    @Test
    void the_principal_of_a_delegation_counts_as_well() {
        PersonId chief = CHIEF.person();
        Decision forChief = delegated(Decisions.taken("both", Role.DIRECTOR), Role.DIRECTOR, chief);
        cast.prepared("a", TASK, 100);
        cast.fixture.given(new SignSecond(paper("a")), CHIEF);
        cast.fixture.when(new SignFirst(paper("a")), forChief).expectRefusal(ErrorCode.FOUR_EYES);
    }

    @Test
    void only_registered_signatories_sign() {
        cast.prepared("a", TASK, 100);
        cast.fixture.when(new SignSecond(paper("a")), ACCOUNTANT).expectRefusal(ErrorCode.SIGNATORY_NOT_REGISTERED);
        cast.rules.off("signatory.registered");
        cast.fixture.given(new SignSecond(paper("a")), ACCOUNTANT);
    }

    @Test
    void whoever_measured_the_work_signs_nothing() {
        var p = prepare("a", TASK, 100);
        cast.fixture.given(
                new PrepareWithdrawal(
                        p.paper(),
                        null,
                        p.project(),
                        p.appropriation(),
                        p.number(),
                        p.year(),
                        1,
                        p.lines(),
                        p.total(),
                        p.depositAccount(),
                        null,
                        List.of(CHIEF.person())),
                ACCOUNTANT);
        cast.fixture.when(new SignSecond(paper("a")), CHIEF).expectRefusal(ErrorCode.FOUR_EYES);
    }

    @Test
    void a_signature_is_not_recorded_for_somebody_else() {
        cast.prepared("a", TASK, 100);
        Decision paper = Decisions.recorded("CHIEF_ACCOUNTANT", Role.CHIEF_ACCOUNTANT, Role.CHIEF_ACCOUNTANT);
        cast.fixture.when(new SignSecond(paper("a")), paper).expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void changing_what_was_signed_voids_the_signatures_and_binds_anew() {
        cast.prepared("a", TASK, 100).signed("a");
        List<DomainEvent> events =
                cast.fixture.when(amend("a", 700, "sửa số tiền"), ACCOUNTANT).events();
        WithdrawalAmended amended = (WithdrawalAmended) events.getLast();
        assertThat(amended.signaturesVoided()).containsExactly(CHIEF.person(), DIRECTOR.person());
        assertThat(on(amended, LedgerAccount.COMMITTED)).isEqualTo(m(600));
        assertThat(sum(amended)).isEqualTo(Vnd.ZERO);
        cast.fixture.given(amend("a", 120, "lại sửa"), ACCOUNTANT);
        cast.fixture.when(new SendToTreasury(paper("a")), ACCOUNTANT).expectRefusal(ErrorCode.WRONG_STATE);
        cast.sent("a");
        // 800 allocated, 120 bound: 680 are left
        assertThat(cast.fixture
                        .when(prepare("b", TASK, 681), ACCOUNTANT)
                        .expectRefusal(ErrorCode.ALLOCATION_EXCEEDED)
                        .facts())
                .containsEntry("remaining", "680000000");
    }

    @Test
    void an_amendment_that_asks_too_much_is_refused_by_what_is_left_without_itself() {
        cast.prepared("a", TASK, 100);
        assertThat(cast.fixture
                        .when(amend("a", 801, "sửa"), ACCOUNTANT)
                        .expectRefusal(ErrorCode.ALLOCATION_EXCEEDED)
                        .facts())
                .containsEntry("remaining", "800000000");
        cast.fixture.when(amend("a", 100, ""), ACCOUNTANT).expectRefusal(ErrorCode.REASON_REQUIRED);
    }

    @Test
    void an_execution_is_booked_only_when_a_second_person_confirms_it() {
        cast.prepared("a", TASK, 100).sent("a");
        var recorded = new RecordExecution(paper("a"), "0001", TODAY, null);
        cast.fixture.when(recorded, ACCOUNTANT).expectRefusal(ErrorCode.EVIDENCE_REQUIRED);
        cast.fixture.given(recorded, voucher(ACCOUNTANT));
        cast.fixture.when(new ConfirmTreasuryFact(paper("a")), ACCOUNTANT).expectRefusal(ErrorCode.FOUR_EYES);

        List<DomainEvent> events =
                cast.fixture.when(new ConfirmTreasuryFact(paper("a")), OFFICER).events();
        assertThat(events.getFirst()).isEqualTo(new AppropriationDrawn(APPROPRIATION, paper("a"), TASK, m(100)));
        TreasuryPaperExecuted executed = (TreasuryPaperExecuted) events.getLast();
        assertThat(on(executed, LedgerAccount.ADVANCED)).isEqualTo(m(100));
        assertThat(on(executed, LedgerAccount.COMMITTED)).isEqualTo(m(-100));
        assertThat(on(executed, LedgerAccount.TREASURY)).isEqualTo(m(-100));
        assertThat(sum(executed)).isEqualTo(Vnd.ZERO);
        cast.fixture.when(new ConfirmTreasuryFact(paper("a")), OFFICER).expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void one_voucher_proves_one_payment_unless_its_record_was_rejected() {
        cast.prepared("a", TASK, 100).sent("a").prepared("b", TASK, 100).sent("b");
        cast.fixture.given(new RecordExecution(paper("a"), "0001", TODAY, null), voucher(ACCOUNTANT));
        cast.fixture
                .when(new RecordExecution(paper("b"), " 0001", TODAY, null), voucher(ACCOUNTANT))
                .expectRefusal(ErrorCode.VOUCHER_NUMBER_USED);
        cast.fixture
                .given(new RejectTreasuryFact(paper("a"), "chứng từ của giấy rút khác"), OFFICER)
                .given(new RecordExecution(paper("b"), "0001", TODAY, null), voucher(ACCOUNTANT));
    }

    @Test
    void the_treasury_does_not_pay_before_it_was_sent_nor_tomorrow() {
        cast.prepared("a", TASK, 100).sent("a");
        for (LocalDate day : List.of(TODAY.minusDays(1), TODAY.plusDays(1)))
            cast.fixture
                    .when(new RecordExecution(paper("a"), "0001", day, null), voucher(ACCOUNTANT))
                    .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
    }

    @Test
    void a_return_keeps_the_amount_bound_until_it_is_sent_again_or_cancelled() {
        cast.prepared("a", TASK, 800).sent("a");
        returned("a");
        cast.fixture.when(prepare("b", TASK, 1), ACCOUNTANT).expectRefusal(ErrorCode.ALLOCATION_EXCEEDED);
        assertThat(cast.fixture
                        .when(new ResendTreasuryPaper(paper("a")), ACCOUNTANT)
                        .events())
                .containsExactly(new TreasuryPaperSent(paper("a"), TASK, m(800), TODAY, true));
        returned("a");
        cast.fixture.given(new CancelTreasuryPaper(paper("a"), "không còn cần"), ACCOUNTANT);
        cast.prepared("b", TASK, 800);
    }

    @Test
    void after_a_return_a_changed_paper_is_signed_again() {
        cast.prepared("a", TASK, 100).sent("a");
        returned("a");
        cast.fixture.given(amend("a", 90, "sửa theo thông báo của kho bạc"), ACCOUNTANT);
        cast.fixture.when(new ResendTreasuryPaper(paper("a")), ACCOUNTANT).expectRefusal(ErrorCode.WRONG_STATE);
        cast.signed("a");
        assertThat(cast.fixture.when(new SendToTreasury(paper("a")), ACCOUNTANT).events())
                .containsExactly(new TreasuryPaperSent(paper("a"), TASK, m(90), TODAY, true));
    }

    @Test
    void what_was_sent_is_not_cancelled() {
        cast.prepared("a", TASK, 100).sent("a");
        cast.fixture
                .when(new CancelTreasuryPaper(paper("a"), "thôi"), ACCOUNTANT)
                .expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void cancelling_frees_the_amount() {
        cast.prepared("a", TASK, 800);
        List<DomainEvent> events = cast.fixture
                .when(new CancelTreasuryPaper(paper("a"), "thôi"), ACCOUNTANT)
                .events();
        MoneyEvent cancelled = (MoneyEvent) events.getLast();
        assertThat(on(cancelled, LedgerAccount.COMMITTED)).isEqualTo(m(-800));
        cast.prepared("b", TASK, 800);
    }

    @Test
    void the_host_and_no_other_confirms_the_receipt() {
        cast.prepared("a", TASK, 100).executed("a");
        Decision stranger = Decisions.takenFor(Cast.DEPARTMENT, "stranger", Role.HOST_HEAD);
        cast.fixture.when(new ConfirmReceipt(paper("a"), TODAY), stranger).expectRefusal(ErrorCode.NOT_YOUR_HOST);
        MoneyEvent received = (MoneyEvent) cast.fixture
                .when(new ConfirmReceipt(paper("a"), TODAY), HOST_HEAD)
                .events()
                .getFirst();
        assertThat(on(received, LedgerAccount.HOST_RECEIVED)).isEqualTo(m(100));
        assertThat(sum(received)).isEqualTo(Vnd.ZERO);
        cast.fixture.when(new ConfirmReceipt(paper("a"), TODAY), HOST_HEAD).expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void nothing_is_received_before_it_was_paid() {
        cast.prepared("a", TASK, 100).sent("a");
        cast.fixture.when(new ConfirmReceipt(paper("a"), TODAY), HOST_HEAD).expectRefusal(ErrorCode.WRONG_STATE);
    }

    private void returned(String name) {
        cast.fixture
                .given(new RecordReturn(paper(name), TODAY, "sai tài khoản thụ hưởng"), voucher(ACCOUNTANT))
                .given(new ConfirmTreasuryFact(paper(name)), OFFICER);
    }

    private static AmendTreasuryPaper amend(String name, long millions, String reason) {
        return new AmendTreasuryPaper(paper(name), List.of(line(millions)), m(millions), DEPOSIT, reason);
    }

    private static PrepareWithdrawal with(PrepareWithdrawal p, List<TreasuryPaperLine> lines, Vnd total) {
        return new PrepareWithdrawal(
                p.paper(),
                null,
                p.project(),
                p.appropriation(),
                p.number(),
                p.year(),
                p.tranche(),
                lines,
                total,
                p.depositAccount(),
                p.volume(),
                p.volumeBy());
    }

    private static TaskFacts twoTranches(long state, long first) {
        var t = Cast.task(TASK, state, true);
        return new TaskFacts(
                t.id(),
                t.kind(),
                HOST,
                t.principalInvestigator(),
                t.state(),
                t.standing(),
                true,
                t.start(),
                t.end(),
                t.approved(),
                List.of(new TranchePlan(1, m(first), null, null), new TranchePlan(2, m(state - first), null, null)),
                Map.of(),
                t.khoanMode(),
                t.contractValue(),
                t.grade(),
                t.gradedOn(),
                t.suspended(),
                t.terminated(),
                t.liquidated());
    }

    private static Decision delegated(Decision d, Role role, PersonId principal) {
        Actor a = d.actor();
        Actor acting = new Actor(
                a.account(),
                a.person(),
                a.roles(),
                a.hosts(),
                Map.of(role, new Actor.Delegated("delegation:1", principal, Set.of(principal))),
                a.known());
        return new Decision(
                acting,
                d.decidedBy(),
                d.basis(),
                d.reason(),
                d.today(),
                d.effectiveOn(),
                d.documentDate(),
                d.seenAt(),
                d.requestId(),
                d.mutation(),
                d.idempotencyKey(),
                d.channel());
    }
}
