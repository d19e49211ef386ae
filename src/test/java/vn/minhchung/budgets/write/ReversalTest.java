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
import static vn.minhchung.budgets.write.Cast.OTHER_TASK;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.entry;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.prepare;
import static vn.minhchung.budgets.write.Cast.voucher;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.CutAppropriation;
import vn.minhchung.budgets.AppropriationCommand.HoldAppropriation;
import vn.minhchung.budgets.AppropriationCommand.ReleaseAllocation;
import vn.minhchung.budgets.AppropriationCommand.ReleaseHold;
import vn.minhchung.budgets.AppropriationCommand.SupplementAppropriation;
import vn.minhchung.budgets.AppropriationEvent.AppropriationEntryReversed;
import vn.minhchung.budgets.EntryKind;
import vn.minhchung.budgets.MoneyEvent;
import vn.minhchung.budgets.Posting;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperEntryReversed;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.testing.DecisionFixture;

class ReversalTest {
    private final Cast cast = new Cast();

    @Test
    void every_fact_of_an_appropriation_is_taken_back_by_its_exact_negative() {
        cast.assigned(700);
        reversesExactly(new SupplementAppropriation(APPROPRIATION, m(50)), COMMITTEE, EntryKind.SUPPLEMENT);
        reversesExactly(new CutAppropriation(APPROPRIATION, m(50)), COMMITTEE, EntryKind.CUT);
        reversesExactly(new HoldAppropriation(APPROPRIATION, m(50)), FINANCE, EntryKind.HOLD);
        cast.fixture.given(new HoldAppropriation(APPROPRIATION, m(50)), FINANCE);
        reversesExactly(new ReleaseHold(APPROPRIATION, m(50)), FINANCE, EntryKind.HOLD_RELEASE);
        reversesExactly(new AllocateToTask(APPROPRIATION, TASK, m(50)), DIRECTOR, EntryKind.ALLOCATION);
        cast.allocated(TASK, 50);
        reversesExactly(new ReleaseAllocation(APPROPRIATION, TASK, m(50)), DIRECTOR, EntryKind.ALLOCATION_RELEASE);
    }

    @Test
    void a_reversal_names_the_event_it_corrects() {
        cast.assigned(700);
        DecisionFixture.Then then = cast.fixture.when(reverse(entry(APPROPRIATION, 1)), CHIEF);
        assertThat(then.events().getFirst()).isInstanceOf(AppropriationEntryReversed.class);
        assertThat(then.recording().corrects()).isNotBlank();
    }

    @Test
    void an_event_may_be_named_instead_of_its_entry() {
        cast.assigned(700);
        cast.entryOfEvent.put("event:1", entry(APPROPRIATION, 1));
        cast.fixture.when(reverse("event:2"), CHIEF).expectRefusal(ErrorCode.NOT_FOUND);
        assertThat(cast.fixture.when(reverse("event:1"), CHIEF).events()).isNotEmpty();
    }

    @Test
    void nothing_is_reversed_twice_and_no_reversal_is_reversed() {
        cast.assigned(700).cut(50);
        cast.fixture.given(reverse(entry(APPROPRIATION, 2)), CHIEF);
        cast.fixture.when(reverse(entry(APPROPRIATION, 2)), CHIEF).expectRefusal(ErrorCode.ALREADY_REVERSED);
        cast.fixture.when(reverse(entry(APPROPRIATION, 3)), CHIEF).expectRefusal(ErrorCode.NOT_REVERSIBLE);
        cast.fixture.when(reverse(entry(APPROPRIATION, 9)), CHIEF).expectRefusal(ErrorCode.NOT_FOUND);
    }

    @Test
    void a_reversal_needs_its_reason_and_its_document() {
        cast.assigned(700);
        String first = entry(APPROPRIATION, 1);
        cast.fixture.when(new Reverse(first, " ", "12/BB"), CHIEF).expectRefusal(ErrorCode.REASON_REQUIRED);
        cast.fixture.when(new Reverse(first, "sai", ""), CHIEF).expectRefusal(ErrorCode.BASIS_REQUIRED);
        cast.fixture.when(new Reverse("entry:", "sai", "12/BB"), CHIEF).expectRefusal(ErrorCode.NOT_FOUND);
    }

    @Test
    void an_assignment_is_not_reversed_below_what_is_bound_and_frees_its_code_otherwise() {
        cast.assigned(700).allocated(TASK, 400).depositAccount().prepared("a", TASK, 1);
        cast.fixture.when(reverse(entry(APPROPRIATION, 1)), CHIEF).expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);

        Cast fresh = new Cast();
        fresh.assigned(700);
        fresh.fixture.given(reverse(entry(APPROPRIATION, 1)), CHIEF);
        fresh.fixture
                .when(new AllocateToTask(APPROPRIATION, TASK, m(1)), DIRECTOR)
                .expectRefusal(ErrorCode.WRONG_STATE);
        var again = new AssignAppropriation(
                new AppropriationId(Id.derived("appropriation", "again")),
                Cast.DEPARTMENT,
                "417",
                "101",
                "12",
                "00000",
                2025,
                m(0),
                m(70));
        assertThat(fresh.fixture.when(again, COMMITTEE).events()).isNotEmpty();
    }

    @Test
    void money_that_was_given_to_tasks_is_not_reversed_from_under_them() {
        Cast fresh = new Cast();
        fresh.assigned(1_000)
                .fixture
                .given(new SupplementAppropriation(APPROPRIATION, m(50)), COMMITTEE)
                .given(new AllocateToTask(APPROPRIATION, TASK, m(1_010)), DIRECTOR);

        fresh.fixture.when(reverse(entry(APPROPRIATION, 1)), CHIEF).expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
        fresh.fixture.when(reverse(entry(APPROPRIATION, 2)), CHIEF).expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
        fresh.fixture.given(new ReleaseAllocation(APPROPRIATION, TASK, m(10)), DIRECTOR);
        assertThat(fresh.fixture.when(reverse(entry(APPROPRIATION, 2)), CHIEF).events())
                .isNotEmpty();
    }

    @Test
    void an_allocation_in_use_is_not_reversed() {
        cast.assigned(700).allocated(TASK, 400).depositAccount().prepared("a", TASK, 1);
        cast.fixture.when(reverse(entry(APPROPRIATION, 2)), CHIEF).expectRefusal(ErrorCode.ALLOCATION_EXCEEDED);
    }

    @Test
    void a_released_allocation_does_not_come_back_when_another_task_has_it() {
        cast.assigned(700).allocated(TASK, 700);
        cast.fixture.given(new ReleaseAllocation(APPROPRIATION, TASK, m(100)), DIRECTOR);
        cast.allocated(OTHER_TASK, 100);
        cast.fixture.when(reverse(entry(APPROPRIATION, 3)), CHIEF).expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
    }

    @Test
    void a_reversed_payment_goes_back_to_sent_and_stays_bound_and_may_be_recorded_anew() {
        cast.assigned(700)
                .allocated(TASK, 400)
                .depositAccount()
                .prepared("a", TASK, 400)
                .executed("a");

        List<DomainEvent> events =
                cast.fixture.when(reverse(entry(paper("a"), 2)), CHIEF).events();

        TreasuryPaperEntryReversed reversed = (TreasuryPaperEntryReversed) events.getLast();
        assertThat(reversed.kind()).isEqualTo(EntryKind.ADVANCE);
        cast.fixture.when(prepare("b", TASK, 1), ACCOUNTANT).expectRefusal(ErrorCode.ALLOCATION_EXCEEDED);
        cast.fixture
                .given(new RecordExecution(paper("a"), "CT-a", TODAY, null), voucher(ACCOUNTANT))
                .given(new ConfirmTreasuryFact(paper("a")), OFFICER);
    }

    @Test
    void a_receipt_is_reversed_before_the_payment_it_rests_on() {
        cast.assigned(700)
                .allocated(TASK, 400)
                .depositAccount()
                .prepared("a", TASK, 400)
                .executed("a");
        cast.fixture.given(new ConfirmReceipt(paper("a"), TODAY), HOST_HEAD);
        cast.fixture.when(reverse(entry(paper("a"), 2)), CHIEF).expectRefusal(ErrorCode.NOT_REVERSIBLE);
        cast.fixture.given(reverse(entry(paper("a"), 3)), CHIEF).given(reverse(entry(paper("a"), 2)), CHIEF);
    }

    @Test
    void what_a_withdrawal_binds_is_freed_by_cancelling_it() {
        cast.assigned(700).allocated(TASK, 400).depositAccount().prepared("a", TASK, 400);
        cast.fixture.when(reverse(entry(paper("a"), 1)), CHIEF).expectRefusal(ErrorCode.NOT_REVERSIBLE);
    }

    private void reversesExactly(Command command, Decision decision, EntryKind kind) {
        MoneyEvent original =
                (MoneyEvent) cast.fixture.when(command, decision).events().getFirst();
        AppropriationEntryReversed reversed = (AppropriationEntryReversed)
                cast.fixture.when(reverse(original.entry()), CHIEF).events().getFirst();
        assertThat(reversed.kind()).isEqualTo(kind);
        assertThat(reversed.of()).isEqualTo(original.entry());
        assertThat(reversed.postings())
                .isEqualTo(original.postings().stream().map(Posting::negated).toList());
    }

    @Test
    void named_by_its_event_it_is_compared_with_what_was_seen_all_the_same() {
        cast.assigned(700);
        cast.fixture.given(new SupplementAppropriation(APPROPRIATION, m(50)), COMMITTEE);
        cast.entryOfEvent.put("event:1", entry(APPROPRIATION, 1));

        cast.fixture.when(reverse("event:1"), seen(0)).expectRefusal(ErrorCode.CHANGED_SINCE_SEEN);
        assertThat(cast.fixture.when(reverse("event:1"), seen(1_000)).events()).isNotEmpty();
    }

    /** In the fixture a position is the sequence of every stream. */
    private static Decision seen(long position) {
        return new Decision(
                CHIEF.actor(),
                CHIEF.decidedBy(),
                CHIEF.basis(),
                CHIEF.reason(),
                CHIEF.today(),
                CHIEF.effectiveOn(),
                CHIEF.documentDate(),
                position,
                CHIEF.requestId(),
                CHIEF.mutation(),
                CHIEF.idempotencyKey(),
                CHIEF.channel());
    }

    private static Reverse reverse(String of) {
        return new Reverse(of, "ghi nhầm số tiền", "12/BB-SKHCN");
    }
}
