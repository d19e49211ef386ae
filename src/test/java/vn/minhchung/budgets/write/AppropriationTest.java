package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.APPROPRIATION;
import static vn.minhchung.budgets.write.Cast.COMMITTEE;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.FINANCE;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.OTHER_TASK;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.prepare;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.ConfirmAppropriation;
import vn.minhchung.budgets.AppropriationCommand.ConfirmAppropriationChange;
import vn.minhchung.budgets.AppropriationCommand.CutAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.AppropriationCommand.HoldAppropriation;
import vn.minhchung.budgets.AppropriationCommand.RejectAppropriationChange;
import vn.minhchung.budgets.AppropriationCommand.ReleaseAllocation;
import vn.minhchung.budgets.AppropriationCommand.ReleaseHold;
import vn.minhchung.budgets.AppropriationCommand.SupplementAppropriation;
import vn.minhchung.budgets.AppropriationEvent.AppropriationAssigned;
import vn.minhchung.budgets.AppropriationEvent.AppropriationChangeRejected;
import vn.minhchung.budgets.AppropriationEvent.AppropriationCut;
import vn.minhchung.budgets.AppropriationEvent.AppropriationHeld;
import vn.minhchung.budgets.AppropriationEvent.AppropriationRecorded;
import vn.minhchung.budgets.AppropriationEvent.AppropriationSupplemented;
import vn.minhchung.budgets.AppropriationEvent.TaskAllocated;
import vn.minhchung.budgets.ChangeKind;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.Posting;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;
import vn.minhchung.testing.DecisionFixture.Decisions;

class AppropriationTest {
    private static final Decision ON_PAPER = Decisions.recorded("OFFICER", Role.OFFICER, Role.COMMITTEE);

    private final Cast cast = new Cast();

    @Test
    void an_appropriation_taken_by_the_committee_is_posted_at_once() {
        AppropriationAssigned event = (AppropriationAssigned)
                cast.fixture.when(Cast.assign(700), COMMITTEE).events().getFirst();

        assertThat(event.entry()).isEqualTo("entry:" + APPROPRIATION + "/1");
        assertThat(event.evidence()).isEqualTo(Evidence.DOCUMENT);
        assertThat(event.postings())
                .containsExactly(
                        posting(LedgerAccount.ASSIGNED, m(700)), posting(LedgerAccount.GRANTING_BODY, m(-700)));
    }

    @Test
    void a_recorded_appropriation_carries_no_money_until_a_second_person_confirms() {
        assertThat(cast.fixture.when(Cast.assign(700), ON_PAPER).events().getFirst())
                .isInstanceOf(AppropriationRecorded.class);
        cast.fixture
                .when(new AllocateToTask(APPROPRIATION, TASK, m(1)), DIRECTOR)
                .expectRefusal(ErrorCode.PROVISIONAL);
        cast.fixture.when(new ConfirmAppropriation(APPROPRIATION), OFFICER).expectRefusal(ErrorCode.FOUR_EYES);

        AppropriationAssigned event = (AppropriationAssigned) cast.fixture
                .when(new ConfirmAppropriation(APPROPRIATION), ACCOUNTANT)
                .events()
                .getFirst();

        assertThat(Posted.sum(event)).isEqualTo(Vnd.ZERO);
        cast.fixture
                .when(new ConfirmAppropriation(APPROPRIATION), ACCOUNTANT)
                .expectRefusal(ErrorCode.ALREADY_CONFIRMED);
    }

    @Test
    void an_officer_does_not_assign_in_the_committees_place_and_a_record_needs_its_document() {
        cast.fixture.when(Cast.assign(700), OFFICER).expectRefusal(ErrorCode.DECIDER_NOT_COMPETENT);
        cast.fixture.when(Cast.assign(700), Cast.with(ON_PAPER)).expectRefusal(ErrorCode.BASIS_REQUIRED);
    }

    @Test
    void there_is_one_appropriation_per_budget_code() {
        cast.assigned(700);
        AssignAppropriation same = new AssignAppropriation(
                new AppropriationId(Id.derived("appropriation", "again")),
                Cast.DEPARTMENT,
                "417",
                "101",
                "12",
                "00000",
                2025,
                Vnd.ZERO,
                m(1));
        cast.fixture.when(same, COMMITTEE).expectRefusal(ErrorCode.ALREADY_EXISTS);
    }

    @Test
    void codes_and_amounts_have_their_form() {
        AssignAppropriation wrong = new AssignAppropriation(
                APPROPRIATION, Cast.DEPARTMENT, "41", "101", "12", "00000", 2025, Vnd.ZERO, m(1));
        assertThat(cast.fixture
                        .when(wrong, COMMITTEE)
                        .expectRefusal(ErrorCode.INVALID_INPUT)
                        .field())
                .containsExactly("chapter");
        cast.fixture.when(Cast.assign(0), COMMITTEE).expectRefusal(ErrorCode.AMOUNT_NOT_POSITIVE);
        cast.fixture.when(Cast.assign(-1), COMMITTEE).expectRefusal(ErrorCode.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void allocations_together_stay_within_what_is_usable() {
        cast.assigned(700).allocated(TASK, 400);
        assertThat(cast.fixture
                        .when(new AllocateToTask(APPROPRIATION, OTHER_TASK, m(300)), DIRECTOR)
                        .events()
                        .getFirst())
                .isInstanceOf(TaskAllocated.class);
        Refusal refusal = cast.fixture
                .when(new AllocateToTask(APPROPRIATION, OTHER_TASK, m(1)), DIRECTOR)
                .expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
        assertThat(refusal.facts()).containsEntry("limit", "700000000").containsEntry("remaining", "0");
    }

    @Test
    void a_task_gets_no_more_than_its_approved_state_money() {
        cast.put(Cast.task(TASK, 300, true));
        cast.assigned(700);
        Refusal refusal = cast.fixture
                .when(new AllocateToTask(APPROPRIATION, TASK, m(301)), DIRECTOR)
                .expectRefusal(ErrorCode.ALLOCATION_EXCEEDED);
        assertThat(refusal.facts()).containsEntry("limit", "300000000");
    }

    @Test
    void a_part_already_used_is_not_taken_back() {
        cast.assigned(700).allocated(TASK, 400).depositAccount().prepared("a", TASK, 300);
        cast.fixture
                .when(new ReleaseAllocation(APPROPRIATION, TASK, m(101)), DIRECTOR)
                .expectRefusal(ErrorCode.ALLOCATION_EXCEEDED);
        assertThat(cast.fixture
                        .when(new ReleaseAllocation(APPROPRIATION, TASK, m(100)), DIRECTOR)
                        .events())
                .hasSize(2);
    }

    @Test
    void the_worked_example_of_one_appropriation_and_two_tasks() {
        cast.assigned(700).allocated(TASK, 400).allocated(OTHER_TASK, 300).depositAccount();
        cast.prepared("first", TASK, 400);

        Refusal byAllocation = cast.fixture
                .when(prepare("second", OTHER_TASK, 301), ACCOUNTANT)
                .expectRefusal(ErrorCode.ALLOCATION_EXCEEDED);
        assertThat(byAllocation.facts())
                .containsEntry("limit", "300000000")
                .containsEntry("actual", "301000000")
                .containsEntry("remaining", "300000000");

        cast.cut(100);
        Refusal byAppropriation = cast.fixture
                .when(prepare("second", OTHER_TASK, 300), ACCOUNTANT)
                .expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
        assertThat(byAppropriation.facts())
                .containsEntry("limit", "600000000")
                .containsEntry("actual", "300000000")
                .containsEntry("remaining", "200000000");
        cast.prepared("second", OTHER_TASK, 200);
    }

    @Test
    void nothing_bound_drawn_or_held_is_cut_away() {
        cast.assigned(700).allocated(TASK, 400).depositAccount().prepared("a", TASK, 400);
        cast.fixture.given(new HoldAppropriation(APPROPRIATION, m(100)), FINANCE);
        Refusal refusal = cast.fixture
                .when(new CutAppropriation(APPROPRIATION, m(201)), COMMITTEE)
                .expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
        assertThat(refusal.facts()).containsEntry("remaining", "200000000");
        AppropriationCut cut = (AppropriationCut) cast.fixture
                .when(new CutAppropriation(APPROPRIATION, m(200)), COMMITTEE)
                .events()
                .getFirst();
        assertThat(cut.postings())
                .containsExactly(posting(LedgerAccount.CUT, m(200)), posting(LedgerAccount.TAKEN_BACK, m(-200)));
    }

    @Test
    void what_is_held_cannot_be_drawn_and_no_more_is_released_than_is_held() {
        cast.assigned(700).allocated(TASK, 700).depositAccount();
        AppropriationHeld held = (AppropriationHeld) cast.fixture
                .when(new HoldAppropriation(APPROPRIATION, m(600)), FINANCE)
                .events()
                .getFirst();
        assertThat(held.postings().getFirst()).isEqualTo(posting(LedgerAccount.HELD, m(600)));
        cast.fixture.when(prepare("a", TASK, 101), ACCOUNTANT).expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
        cast.fixture
                .when(new ReleaseHold(APPROPRIATION, m(601)), FINANCE)
                .expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
        cast.fixture.given(new ReleaseHold(APPROPRIATION, m(600)), FINANCE);
        cast.prepared("a", TASK, 700);
    }

    @Test
    void a_supplement_on_paper_takes_effect_when_confirmed_and_only_once() {
        cast.assigned(700);
        cast.fixture.given(new SupplementAppropriation(APPROPRIATION, m(50)), ON_PAPER);
        cast.fixture
                .when(new AllocateToTask(APPROPRIATION, TASK, m(750)), DIRECTOR)
                .expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
        cast.fixture
                .when(new ConfirmAppropriationChange(APPROPRIATION, 1), OFFICER)
                .expectRefusal(ErrorCode.FOUR_EYES);
        assertThat(cast.fixture
                        .when(new ConfirmAppropriationChange(APPROPRIATION, 1), ACCOUNTANT)
                        .events())
                .singleElement()
                .isInstanceOf(AppropriationSupplemented.class);
        cast.fixture
                .when(new ConfirmAppropriationChange(APPROPRIATION, 1), ACCOUNTANT)
                .expectRefusal(ErrorCode.ALREADY_CONFIRMED);
        cast.fixture
                .when(new ConfirmAppropriationChange(APPROPRIATION, 2), ACCOUNTANT)
                .expectRefusal(ErrorCode.NOT_FOUND);
        cast.allocated(TASK, 750);
    }

    @Test
    void a_recorded_change_may_be_rejected_with_a_reason() {
        cast.assigned(700);
        cast.fixture.given(new CutAppropriation(APPROPRIATION, m(50)), ON_PAPER);
        cast.fixture
                .when(new RejectAppropriationChange(APPROPRIATION, 1, " "), ACCOUNTANT)
                .expectRefusal(ErrorCode.REASON_REQUIRED);
        cast.fixture
                .when(new RejectAppropriationChange(APPROPRIATION, 1, "ghi nhầm số"), ACCOUNTANT)
                .expectEvents(new AppropriationChangeRejected(APPROPRIATION, 1, ChangeKind.CUT, "ghi nhầm số"));
    }

    @Test
    void nothing_is_drawn_before_the_appropriation_is_in_tabmis() {
        cast.fixture.given(Cast.assign(700), COMMITTEE);
        cast.allocated(TASK, 400).depositAccount();
        cast.fixture.when(prepare("a", TASK, 100), ACCOUNTANT).expectRefusal(ErrorCode.APPROPRIATION_NOT_IN_TABMIS);
        Decision recorded = Decisions.recorded("ACCOUNTANT", Role.ACCOUNTANT, Role.FINANCE);
        cast.fixture
                .given(new EnterInTabmis(APPROPRIATION, TODAY), recorded)
                .given(new ConfirmAppropriationChange(APPROPRIATION, 1), OFFICER);
        cast.prepared("a", TASK, 100);
        cast.fixture.when(new EnterInTabmis(APPROPRIATION, TODAY), FINANCE).expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void the_director_may_switch_the_tabmis_rule_off() {
        cast.rules.off("appropriation.tabmis-before-draw");
        cast.fixture.given(Cast.assign(700), COMMITTEE);
        cast.allocated(TASK, 400).depositAccount().prepared("a", TASK, 100);
    }

    @Test
    void amounts_are_above_zero() {
        cast.assigned(700);
        for (var command :
                List.of(new AllocateToTask(APPROPRIATION, TASK, m(0)), new AllocateToTask(APPROPRIATION, TASK, m(-1))))
            cast.fixture.when(command, DIRECTOR).expectRefusal(ErrorCode.AMOUNT_NOT_POSITIVE);
        cast.fixture
                .when(new CutAppropriation(APPROPRIATION, m(0)), COMMITTEE)
                .expectRefusal(ErrorCode.AMOUNT_NOT_POSITIVE);
    }

    private static Posting posting(LedgerAccount account, Vnd amount) {
        return new Posting(account, APPROPRIATION, null, 2025, FundSource.STATE_BUDGET, null, null, null, amount);
    }
}
