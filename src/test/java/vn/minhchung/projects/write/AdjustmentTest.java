package vn.minhchung.projects.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.projects.AdjustmentExamples.ADJUSTMENT;
import static vn.minhchung.projects.AdjustmentExamples.APPROPRIATION;
import static vn.minhchung.projects.AdjustmentExamples.SUCCESSOR;
import static vn.minhchung.projects.AdjustmentExamples.adjustment;
import static vn.minhchung.projects.AdjustmentExamples.released;
import static vn.minhchung.projects.LifeExamples.suspended;
import static vn.minhchung.projects.ProjectExamples.HOST;
import static vn.minhchung.projects.ProjectExamples.INVESTIGATOR;
import static vn.minhchung.projects.ProjectExamples.SECRETARY;
import static vn.minhchung.projects.ProjectExamples.TASK;
import static vn.minhchung.projects.ProjectExamples.TITLE;
import static vn.minhchung.projects.ProjectExamples.organisation;
import static vn.minhchung.projects.ProjectExamples.person;
import static vn.minhchung.projects.ProjectExamples.project;
import static vn.minhchung.projects.write.AdjustmentFixture.DAY;
import static vn.minhchung.projects.write.AdjustmentFixture.approve;
import static vn.minhchung.projects.write.AdjustmentFixture.budget;
import static vn.minhchung.projects.write.AdjustmentFixture.changed;
import static vn.minhchung.projects.write.AdjustmentFixture.committee;
import static vn.minhchung.projects.write.AdjustmentFixture.content;
import static vn.minhchung.projects.write.AdjustmentFixture.director;
import static vn.minhchung.projects.write.AdjustmentFixture.head;
import static vn.minhchung.projects.write.AdjustmentFixture.inPart;
import static vn.minhchung.projects.write.AdjustmentFixture.notice;
import static vn.minhchung.projects.write.AdjustmentFixture.officer;
import static vn.minhchung.projects.write.AdjustmentFixture.onPaper;
import static vn.minhchung.projects.write.AdjustmentFixture.plan;
import static vn.minhchung.projects.write.AdjustmentFixture.refuse;
import static vn.minhchung.projects.write.AdjustmentFixture.request;
import static vn.minhchung.projects.write.AdjustmentFixture.second;
import static vn.minhchung.projects.write.AdjustmentFixture.until;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.AdjustmentCommand.AskAdjustmentSupplement;
import vn.minhchung.projects.AdjustmentCommand.CompleteAdjustmentWindow;
import vn.minhchung.projects.AdjustmentCommand.ConfirmAdjustment;
import vn.minhchung.projects.AdjustmentCommand.DecideAdjustment;
import vn.minhchung.projects.AdjustmentCommand.ObjectToAdjustment;
import vn.minhchung.projects.AdjustmentCommand.RecordAdjustmentOpinion;
import vn.minhchung.projects.AdjustmentCommand.RecordNoObjection;
import vn.minhchung.projects.AdjustmentCommand.SupplementAdjustment;
import vn.minhchung.projects.AdjustmentCommand.WithdrawAdjustment;
import vn.minhchung.projects.AdjustmentContent;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentDecided;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentDecisionRecorded;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentOpinionRecorded;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentRequested;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentSupplemented;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentTookEffect;
import vn.minhchung.projects.AdjustmentExamples;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.AdjustmentOpinion;
import vn.minhchung.projects.AdjustmentOutcome;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.ExceptionCommand.ConfirmException;
import vn.minhchung.projects.ExceptionCommand.GrantException;
import vn.minhchung.projects.ExceptionKind;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.InvestigatorEvent.InvestigatorEngaged;
import vn.minhchung.projects.InvestigatorEvent.InvestigatorReleased;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.OpinionNeed;
import vn.minhchung.projects.ProjectExamples;
import vn.minhchung.projects.ReplacementCause;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.TermsEvent.ExceptionGranted;
import vn.minhchung.projects.TermsEvent.ExceptionRecorded;
import vn.minhchung.projects.TermsEvent.HostSucceeded;
import vn.minhchung.projects.TermsEvent.InvestigatorReplaced;
import vn.minhchung.projects.TermsEvent.TaskBudgetAdjusted;
import vn.minhchung.projects.TermsEvent.TaskExtended;
import vn.minhchung.projects.TermsEvent.TaskShortened;
import vn.minhchung.projects.TermsEvent.TermsReworded;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What may be adjusted of a running task, when, by whom, and what it changes (domain notes 1.7). */
class AdjustmentTest {
    private final AdjustmentFixture tasks = new AdjustmentFixture();

    private static TaskFacts facts(DecisionFixture task) {
        Asking.Question question = new Asking.Question(TASK);
        task.when(question, director()).events();
        return question.answer();
    }

    private static Decision on(LocalDate day, Decision decision) {
        return Decisions.on(day, decision);
    }

    // ---- extension

    @Test
    void an_approved_extension_moves_the_end_and_is_part_of_the_contract() {
        DecisionFixture task = tasks.running().given(request(AdjustmentKind.EXTENSION, until(2027, 9, 30)), head());

        List<DomainEvent> events = task.when(approve(), director()).events();

        assertThat(events).hasSize(2);
        AdjustmentDecided decided = (AdjustmentDecided) events.getFirst();
        assertThat(decided.annex()).isNotNull();
        TaskExtended extended = (TaskExtended) events.getLast();
        assertThat(extended.months()).isEqualTo(6);
        assertThat(extended.annex()).isEqualTo(decided.annex());
        assertThat(facts(task).end()).isEqualTo(LocalDate.of(2027, 9, 30));
    }

    @ParameterizedTest
    @CsvSource({"2027-09-30,ok", "2027-10-01,EXTENSION_TOO_LONG", "2027-03-31,DATES_OUT_OF_ORDER"})
    void a_task_of_24_months_is_extended_by_6_at_most_and_a_day_more_is_a_month_more(LocalDate end, String outcome) {
        assertThat(tasks.running()
                        .when(request(AdjustmentKind.EXTENSION, AdjustmentContent.until(end, null)), head())
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void a_second_extension_needs_an_exception_and_uses_it_up() {
        DecisionFixture task = tasks.running()
                .given(request(AdjustmentKind.EXTENSION, until(2027, 6, 30)), head())
                .given(approve(), director());
        AdjustmentId again = adjustment("2");
        var asking = request(again, AdjustmentKind.EXTENSION, until(2027, 9, 30));
        Refusal refusal = task.when(asking, head()).expectRefusal(ErrorCode.EXCEPTION_REQUIRED);
        assertThat(refusal.facts()).containsEntry("exception", "SECOND_EXTENSION");

        task.given(new GrantException(TASK, ExceptionKind.SECOND_EXTENSION, "45/UBND-KT", "Thiên tai"), committee())
                .given(asking, head());
        List<DomainEvent> events = task.when(approve(again, null), director()).events();

        assertThat(((TaskExtended) events.getLast()).exceptions()).containsExactly(1);
        task.when(request(adjustment("3"), AdjustmentKind.EXTENSION, until(2027, 12, 31)), head())
                .expectRefusal(ErrorCode.EXCEPTION_REQUIRED);
    }

    @Test
    void two_extensions_asked_for_at_once_do_not_both_pass() {
        AdjustmentId other = adjustment("2");
        DecisionFixture task = tasks.running()
                .given(request(AdjustmentKind.EXTENSION, until(2027, 6, 30)), head())
                .given(request(other, AdjustmentKind.EXTENSION, until(2027, 9, 30)), head())
                .given(approve(), director());

        task.when(approve(other, null), director()).expectRefusal(ErrorCode.EXCEPTION_REQUIRED);
    }

    /** Domain notes 6.4: asked 20 days before the end; the last day is one month before it. */
    @ParameterizedTest
    @CsvSource({"2027-02-28,ok", "2027-03-01,EXCEPTION_REQUIRED", "2027-03-11,EXCEPTION_REQUIRED"})
    void an_extension_is_asked_for_a_month_before_the_end(LocalDate day, String outcome) {
        assertThat(tasks.running()
                        .when(request(AdjustmentKind.EXTENSION, until(2027, 9, 30)), on(day, head()))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void a_late_request_passes_by_an_exception_that_a_second_person_confirmed() {
        LocalDate late = LocalDate.of(2027, 3, 11);
        var asking = request(AdjustmentKind.EXTENSION, until(2027, 9, 30));
        DecisionFixture task = tasks.running();
        List<DomainEvent> recorded = task.when(
                        new GrantException(TASK, ExceptionKind.LATE_EXTENSION_REQUEST, "45/UBND-KT", "Thiên tai"),
                        onPaper())
                .events();
        assertThat(recorded.getFirst()).isInstanceOf(ExceptionRecorded.class);
        task.when(asking, on(late, head())).expectRefusal(ErrorCode.EXCEPTION_REQUIRED);
        task.when(new ConfirmException(TASK, 1), officer()).expectRefusal(ErrorCode.FOUR_EYES);
        task.when(new ConfirmException(TASK, 2), second()).expectRefusal(ErrorCode.NOT_FOUND);

        task.when(new ConfirmException(TASK, 1), second())
                .expectEvents(
                        new ExceptionGranted(TASK, 1, ExceptionKind.LATE_EXTENSION_REQUEST, "45/UBND-KT", "Thiên tai"));

        task.when(new ConfirmException(TASK, 1), second()).expectRefusal(ErrorCode.ALREADY_CONFIRMED);
        task.given(asking, on(late, head()));
        List<DomainEvent> events = task.when(approve(), on(late, director())).events();
        assertThat(((TaskExtended) events.getLast()).exceptions()).containsExactly(1);
    }

    @Test
    void the_director_allows_an_exception_only_by_delegation() {
        tasks.running()
                .when(new GrantException(TASK, ExceptionKind.SECOND_EXTENSION, "45/UBND-KT", "Thiên tai"), director())
                .expectRefusal(ErrorCode.DECIDER_NOT_COMPETENT);
    }

    /** The month ends within Tết 2026 (14–22 February): a month before is a day of the calendar, worked or not. */
    @ParameterizedTest
    @CsvSource({"2026-02-18,ok", "2026-02-19,EXCEPTION_REQUIRED", "2026-02-23,EXCEPTION_REQUIRED"})
    void the_month_before_the_end_runs_through_tet(LocalDate day, String outcome) {
        DecisionFixture task = tasks.running()
                .given(
                        request(AdjustmentKind.SHORTENING, AdjustmentContent.until(LocalDate.of(2026, 3, 18), 80)),
                        on(DAY, head()))
                .given(approve(), director());

        assertThat(task.when(request(adjustment("2"), AdjustmentKind.EXTENSION, until(2026, 6, 30)), on(day, head()))
                        .outcome())
                .isEqualTo(outcome);
    }

    // ---- shortening

    @ParameterizedTest
    @CsvSource({"67,ok", "66,RULE_REFUSED", "101,INVALID_INPUT"})
    void a_task_is_shortened_when_two_thirds_of_its_content_are_done(int done, String outcome) {
        assertThat(tasks.running()
                        .when(
                                request(
                                        AdjustmentKind.SHORTENING,
                                        AdjustmentContent.until(LocalDate.of(2026, 12, 31), done)),
                                head())
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void a_shortened_task_ends_sooner_but_not_in_the_past() {
        tasks.running()
                .when(request(AdjustmentKind.SHORTENING, AdjustmentContent.until(DAY.minusDays(1), 90)), head())
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        DecisionFixture task = tasks.running()
                .given(
                        request(AdjustmentKind.SHORTENING, AdjustmentContent.until(LocalDate.of(2026, 12, 31), 90)),
                        head());

        List<DomainEvent> events = task.when(approve(), director()).events();

        assertThat(events.getLast()).isInstanceOf(TaskShortened.class);
        assertThat(facts(task).end()).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    // ---- words

    @Test
    void a_title_changes_after_council_and_ordering_unit_agree() {
        DecisionFixture task =
                tasks.running().given(request(AdjustmentKind.TITLE, content(AdjustmentKind.TITLE)), head());
        task.when(approve(), director()).expectRefusal(ErrorCode.OPINION_REQUIRED);
        task.given(opinion(AdjustmentOpinion.By.COUNCIL, true), officer());
        task.when(approve(), director()).expectRefusal(ErrorCode.OPINION_REQUIRED);
        task.given(opinion(AdjustmentOpinion.By.ORDERING_UNIT, false), officer());
        task.when(approve(), director()).expectRefusal(ErrorCode.OPINION_REQUIRED);
        AdjustmentOpinionRecorded last =
                (AdjustmentOpinionRecorded) task.when(opinion(AdjustmentOpinion.By.ORDERING_UNIT, true), officer())
                        .events()
                        .getFirst();
        assertThat(last.opinionsMissing()).as("the newest of each counts").isFalse();

        TermsReworded reworded =
                (TermsReworded) task.when(approve(), director()).events().getLast();

        assertThat(reworded.before()).isEqualTo(TITLE);
        assertThat(reworded.after()).isEqualTo(TITLE + " tại Hưng Yên");
    }

    @Test
    void to_refuse_needs_no_opinion_but_a_reason() {
        DecisionFixture task =
                tasks.running().given(request(AdjustmentKind.TITLE, content(AdjustmentKind.TITLE)), head());
        task.when(new DecideAdjustment(ADJUSTMENT, AdjustmentOutcome.REFUSED, null, "  ", null, null, null), director())
                .expectRefusal(ErrorCode.REASON_REQUIRED);

        assertThat(task.when(refuse(), director()).events()).hasSize(1);
    }

    @Test
    void an_opinion_on_what_was_asked_before_does_not_count_for_what_is_asked_now() {
        DecisionFixture task = tasks.running()
                .given(request(AdjustmentKind.GOAL, content(AdjustmentKind.GOAL)), head())
                .given(opinion(AdjustmentOpinion.By.COUNCIL, true), officer())
                .given(opinion(AdjustmentOpinion.By.ORDERING_UNIT, true), officer())
                .given(new AskAdjustmentSupplement(ADJUSTMENT, "Nêu rõ mục tiêu"), officer());

        AdjustmentSupplemented supplemented = (AdjustmentSupplemented) task.when(
                        new SupplementAdjustment(
                                ADJUSTMENT, "Bản sửa", AdjustmentContent.wording("Mục tiêu", "Mục tiêu mới")),
                        head())
                .events()
                .getFirst();

        assertThat(supplemented.opinionsMissing()).isTrue();
        task.when(approve(), director()).expectRefusal(ErrorCode.OPINION_REQUIRED);
    }

    @Test
    void only_the_parts_of_the_kind_are_taken() {
        AdjustmentContent more = new AdjustmentContent(
                null,
                "Nội dung mới",
                LocalDate.of(2028, 1, 1),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        tasks.running().when(request(AdjustmentKind.CONTENT, more), head()).expectRefusal(ErrorCode.INVALID_INPUT);
        tasks.running()
                .when(request(AdjustmentKind.EXTENSION, AdjustmentContent.NONE), head())
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    // ---- money

    @Test
    void money_moves_between_years_when_every_line_keeps_its_total() {
        DecisionFixture task =
                tasks.running().given(request(AdjustmentKind.REPHASING, content(AdjustmentKind.REPHASING)), head());

        TaskBudgetAdjusted adjusted =
                (TaskBudgetAdjusted) task.when(approve(), director()).events().getLast();

        assertThat(adjusted.version()).isEqualTo(2);
        assertThat(adjusted.appropriation()).isNull();
        assertThat(facts(task).stateBudget()).isEqualTo(ProjectExamples.STATE);
        assertThat(facts(task).approved()).isEqualTo(adjusted.after());
        tasks.running()
                .when(
                        request(
                                AdjustmentKind.REPHASING,
                                AdjustmentContent.budget(
                                        budget(LineCategory.REMUNERATION, 2025, 310_000_000), List.of())),
                        head())
                .expectRefusal(ErrorCode.ADJUSTMENT_FORBIDDEN);
    }

    @Test
    void the_khoan_part_keeps_its_money() {
        Refusal refusal = tasks.running()
                .when(
                        request(
                                AdjustmentKind.NON_KHOAN_BUDGET,
                                AdjustmentContent.budget(
                                        budget(LineCategory.REMUNERATION, 2026, 300_000_000), List.of())),
                        head())
                .expectRefusal(ErrorCode.ADJUSTMENT_FORBIDDEN);
        assertThat(refusal.facts()).containsEntry("line", "REMUNERATION");
    }

    @Test
    void a_mission_abroad_never_costs_more() {
        Refusal refusal = tasks.running()
                .when(
                        request(
                                AdjustmentKind.NON_KHOAN_BUDGET,
                                AdjustmentContent.budget(
                                        budget(LineCategory.MISSIONS_ABROAD, 2026, 50_000_000), List.of())),
                        head())
                .expectRefusal(ErrorCode.ADJUSTMENT_FORBIDDEN);
        assertThat(refusal.facts()).containsEntry("line", "MISSIONS_ABROAD").containsEntry("limit", "0");
    }

    @Test
    void an_increase_rests_on_an_opinion_and_on_free_money_that_is_named() {
        List<BudgetShare> more = budget(LineCategory.EQUIPMENT, 2026, 40_000_000);
        AdjustmentContent content = AdjustmentContent.budget(more, plan(450_000_000, 270_000_000, 220_000_000));
        DecisionFixture task = tasks.running().given(request(AdjustmentKind.NON_KHOAN_BUDGET, content), head());
        task.when(approve(), director()).expectRefusal(ErrorCode.OPINION_REQUIRED);
        task.given(opinion(AdjustmentOpinion.By.EXPERTS, true), officer());
        task.when(approve(), director()).expectRefusal(ErrorCode.INVALID_INPUT);
        tasks.drawn.free = Vnd.of(39_999_999);
        task.when(approve(ADJUSTMENT, APPROPRIATION), director()).expectRefusal(ErrorCode.APPROPRIATION_EXCEEDED);
        tasks.drawn.free = Vnd.of(40_000_000);

        TaskBudgetAdjusted adjusted = (TaskBudgetAdjusted) task.when(approve(ADJUSTMENT, APPROPRIATION), director())
                .events()
                .getLast();

        assertThat(adjusted.appropriation()).isEqualTo(APPROPRIATION);
        assertThat(facts(task).stateBudget()).isEqualTo(Vnd.of(940_000_000));
        assertThat(facts(task).contractValue()).isEqualTo(Vnd.of(940_000_000));
    }

    @Test
    void a_line_is_not_lowered_below_what_is_drawn_of_it() {
        tasks.drawn.lines.put(LineCategory.MATERIALS, Vnd.of(160_000_000));
        var asking = request(AdjustmentKind.NON_KHOAN_BUDGET, content(AdjustmentKind.NON_KHOAN_BUDGET));

        Refusal refusal = tasks.running().when(asking, head()).expectRefusal(ErrorCode.BUDGET_BELOW_DRAWN);

        assertThat(refusal.facts())
                .containsEntry("line", "MATERIALS")
                .containsEntry("limit", "150000000")
                .containsEntry("actual", "160000000");
        tasks.drawn.lines.put(LineCategory.MATERIALS, Vnd.of(150_000_000));
        DecisionFixture task = tasks.running().given(asking, head());
        tasks.drawn.lines.put(LineCategory.MATERIALS, Vnd.of(150_000_001));
        task.when(approve(), director()).expectRefusal(ErrorCode.BUDGET_BELOW_DRAWN);
        tasks.drawn.lines.clear();
        tasks.drawn.tranches.put(3, Vnd.of(130_000_001));
        assertThat(task.when(approve(), director())
                        .expectRefusal(ErrorCode.BUDGET_BELOW_DRAWN)
                        .facts())
                .containsEntry("of", "tranche")
                .containsEntry("tranche", "3");
    }

    @Test
    void the_contract_is_not_worth_more_than_the_state_money_left() {
        tasks.running()
                .when(
                        request(
                                AdjustmentKind.NON_KHOAN_BUDGET,
                                AdjustmentContent.budget(budget(LineCategory.MATERIALS, 2025, 150_000_000), List.of())),
                        head())
                .expectRefusal(ErrorCode.BUDGET_NOT_BALANCED);
    }

    @Test
    void the_hosts_own_money_may_move_but_never_falls() {
        List<BudgetShare> less = changed(FundSource.COUNTERPART, LineCategory.MATERIALS, 2026, 99_999_999);
        tasks.running()
                .when(notice(AdjustmentKind.COUNTERPART, AdjustmentContent.budget(less, List.of())), head())
                .expectRefusal(ErrorCode.ADJUSTMENT_FORBIDDEN);
        tasks.running()
                .when(
                        notice(
                                AdjustmentKind.COUNTERPART,
                                AdjustmentContent.budget(budget(LineCategory.MATERIALS, 2025, 210_000_000), List.of())),
                        head())
                .expectRefusal(ErrorCode.ADJUSTMENT_FORBIDDEN);
        tasks.running()
                .when(notice(AdjustmentKind.COUNTERPART, content(AdjustmentKind.COUNTERPART)), head())
                .events();
    }

    @Test
    void a_budget_that_changed_makes_a_new_version_of_the_estimate() {
        List<EstimateItem> items = List.of(new EstimateItem(
                LineCategory.MATERIALS,
                FundSource.STATE_BUDGET,
                2025,
                "Phân bón",
                Vnd.of(150_000_000),
                false,
                null,
                null,
                null,
                null,
                null));
        AdjustmentContent content = AdjustmentContent.budget(
                budget(LineCategory.MATERIALS, 2025, 150_000_000), plan(450_000_000, 270_000_000, 130_000_000), items);
        DecisionFixture task = tasks.running().given(request(AdjustmentKind.NON_KHOAN_BUDGET, content), head());
        assertThat(tasks.estimates.checked)
                .as("items are checked when they are asked for")
                .containsExactly(items);
        assertThat(tasks.estimates.revised).isEmpty();

        task.when(approve(), director()).events();

        assertThat(tasks.estimates.revised).containsExactly(content.budget());
    }

    @Test
    void a_change_starts_from_the_lines_as_the_host_moved_them() {
        List<BudgetShare> moved = AdjustmentExamples.REPHASED;
        tasks.estimates.moved = moved;
        var asking = request(AdjustmentKind.REPHASING, AdjustmentContent.budget(ProjectExamples.BUDGET, List.of()));
        DecisionFixture task = tasks.running().given(asking, head());

        TaskBudgetAdjusted adjusted =
                (TaskBudgetAdjusted) task.when(approve(), director()).events().getLast();

        assertThat(adjusted.before()).isEqualTo(moved);
    }

    // ---- investigator, host

    @Test
    void the_investigator_is_replaced_twice_and_each_time_the_old_one_is_free_again() {
        PersonId third = person("third investigator");
        DecisionFixture task = tasks.running()
                .given(notice(AdjustmentKind.INVESTIGATOR, content(AdjustmentKind.INVESTIGATOR)), head());

        List<DomainEvent> first =
                task.when(new RecordNoObjection(ADJUSTMENT), director()).events();

        assertThat(first)
                .contains(released(INVESTIGATOR), engaged(SUCCESSOR))
                .anyMatch(InvestigatorReplaced.class::isInstance)
                .hasSize(4);
        assertThat(facts(task).principalInvestigator()).isEqualTo(SUCCESSOR);
        AdjustmentId again = adjustment("2");
        task.given(
                notice(
                        again,
                        AdjustmentKind.INVESTIGATOR,
                        AdjustmentContent.investigator(third, ReplacementCause.ILLNESS)),
                head());
        assertThat(task.when(new RecordNoObjection(again), director()).events())
                .contains(released(SUCCESSOR), engaged(third));
        assertThat(facts(task).principalInvestigator()).isEqualTo(third);
    }

    @Test
    void who_leads_another_running_task_of_the_level_takes_none_over() {
        InvestigatorEngaged elsewhere =
                new InvestigatorEngaged(engaged(SUCCESSOR).guard(), SUCCESSOR, TaskLevel.TINH, project("rice"));
        var notice = notice(AdjustmentKind.INVESTIGATOR, content(AdjustmentKind.INVESTIGATOR));
        tasks.running()
                .given(InvestigatorGuard.class, elsewhere.guard(), elsewhere)
                .when(notice, head())
                .expectRefusal(ErrorCode.INVESTIGATOR_BUSY);

        DecisionFixture task =
                tasks.running().given(notice, head()).given(InvestigatorGuard.class, elsewhere.guard(), elsewhere);
        task.when(new RecordNoObjection(ADJUSTMENT), director()).expectRefusal(ErrorCode.INVESTIGATOR_BUSY);
    }

    @Test
    void a_member_who_leads_the_task_is_no_member_beside() {
        DecisionFixture task = tasks.running()
                .given(
                        notice(
                                AdjustmentKind.INVESTIGATOR,
                                AdjustmentContent.investigator(SECRETARY, ReplacementCause.OWN_REQUEST)),
                        head())
                .given(new RecordNoObjection(ADJUSTMENT), director());

        task.when(notice(adjustment("2"), AdjustmentKind.MEMBERS, AdjustmentContent.members(List.of())), head())
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void a_successor_of_the_host_asks_for_what_follows_and_the_old_host_no_longer() {
        OrganisationId merged = organisation("merged host");
        DecisionFixture task =
                tasks.running().given(request(AdjustmentKind.HOST, content(AdjustmentKind.HOST)), head());
        assertThat(task.when(approve(), committee()).events().getLast()).isInstanceOf(HostSucceeded.class);
        assertThat(facts(task).host()).isEqualTo(merged);

        var next = request(adjustment("2"), AdjustmentKind.EXTENSION, until(2027, 9, 30));
        task.when(next, head()).expectRefusal(ErrorCode.NOT_FOUND);
        task.when(next, on(DAY, Decisions.takenFor(merged, "new head", Role.HOST_HEAD)))
                .events();
    }

    // ---- the window

    /** Notified on the last working day before Tết 2026: five working days end on 27 February. */
    @Test
    void the_window_of_five_working_days_runs_over_tet() {
        LocalDate beforeTet = LocalDate.of(2026, 2, 13);
        LocalDate last = LocalDate.of(2026, 2, 27);
        DecisionFixture task = tasks.running()
                .given(notice(AdjustmentKind.MEMBERS, content(AdjustmentKind.MEMBERS)), on(beforeTet, head()));
        var end = new CompleteAdjustmentWindow(ADJUSTMENT);
        var objection = new ObjectToAdjustment(ADJUSTMENT, "Chưa đủ điều kiện");

        Refusal open = task.when(end, on(last, officer())).expectRefusal(ErrorCode.OBJECTION_WINDOW_OPEN);
        assertThat(open.facts()).containsEntry("limit", last.toString());
        task.when(objection, on(last.plusDays(1), director())).expectRefusal(ErrorCode.OBJECTION_WINDOW_OVER);

        List<DomainEvent> events =
                task.when(end, on(last.plusDays(1), officer())).events();

        assertThat(((AdjustmentTookEffect) events.getFirst()).windowEnded()).isTrue();
        assertThat(events).hasSize(2);
    }

    @Test
    void an_objection_in_time_keeps_the_task_as_it_was() {
        DecisionFixture task = tasks.running()
                .given(notice(AdjustmentKind.INVESTIGATOR, content(AdjustmentKind.INVESTIGATOR)), head());

        assertThat(task.when(new ObjectToAdjustment(ADJUSTMENT, "Chưa đủ điều kiện"), director())
                        .events())
                .hasSize(1);
        assertThat(facts(task).principalInvestigator()).isEqualTo(INVESTIGATOR);
    }

    // ---- who and when

    @Test
    void who_leads_the_task_may_ask_and_others_may_not() {
        var asking = request(AdjustmentKind.EXTENSION, until(2027, 9, 30));
        Decision leader = Decisions.on(DAY, Decisions.takenFor(HOST, "investigator", Role.INVESTIGATOR));
        AdjustmentRequested requested = (AdjustmentRequested)
                tasks.running().when(asking, leader).events().getFirst();
        assertThat(requested.requestedBy()).isEqualTo(INVESTIGATOR);
        assertThat(requested.need()).isEqualTo(OpinionNeed.NONE);

        Decision stranger =
                Decisions.on(DAY, Decisions.takenFor(organisation("elsewhere"), "other head", Role.HOST_HEAD));
        tasks.running().when(asking, stranger).expectRefusal(ErrorCode.NOT_FOUND);
        tasks.running()
                .given(Project.class, TASK.value(), new vn.minhchung.projects.ProjectEvent.TaskPublished(TASK, TITLE))
                .when(asking, stranger)
                .expectRefusal(ErrorCode.NOT_YOUR_HOST);
    }

    @Test
    void a_task_without_a_contract_is_not_adjusted() {
        tasks.desk()
                .given(Project.class, TASK.value(), ProjectExamples.registered())
                .when(request(AdjustmentKind.EXTENSION, until(2027, 9, 30)), head())
                .expectRefusal(ErrorCode.CONTRACT_MISSING);
    }

    @Test
    void a_decision_on_paper_takes_effect_when_a_second_person_confirms_it() {
        DecisionFixture task = tasks.running().given(request(AdjustmentKind.EXTENSION, until(2027, 9, 30)), head());
        List<DomainEvent> recorded = task.when(approve(), onPaper()).events();
        assertThat(recorded).hasSize(1).first().isInstanceOf(AdjustmentDecisionRecorded.class);
        assertThat(facts(task).end()).isEqualTo(LocalDate.of(2027, 3, 31));
        task.when(new ConfirmAdjustment(ADJUSTMENT), officer()).expectRefusal(ErrorCode.FOUR_EYES);

        List<DomainEvent> events =
                task.when(new ConfirmAdjustment(ADJUSTMENT), second()).events();

        assertThat(events).hasSize(2);
        assertThat(facts(task).end()).isEqualTo(LocalDate.of(2027, 9, 30));
    }

    @Test
    void what_is_granted_in_part_is_less_than_what_was_asked() {
        DecisionFixture task = tasks.running().given(request(AdjustmentKind.EXTENSION, until(2027, 9, 30)), head());
        task.when(inPart(until(2027, 9, 30)), director()).expectRefusal(ErrorCode.INVALID_INPUT);
        task.when(inPart(until(2027, 6, 30)), director()).events();

        assertThat(facts(task).end()).isEqualTo(LocalDate.of(2027, 6, 30));
    }

    @Test
    void what_is_granted_names_its_annex() {
        DecisionFixture task = tasks.running().given(request(AdjustmentKind.EXTENSION, until(2027, 9, 30)), head());
        Refusal refusal = task.when(
                        new DecideAdjustment(ADJUSTMENT, AdjustmentOutcome.APPROVED, null, "Đủ", null, DAY, null),
                        director())
                .expectRefusal(ErrorCode.INVALID_INPUT);
        assertThat(refusal.field()).containsExactly("annexNumber");
    }

    @Test
    void a_suspension_recorded_from_paper_stops_adjustments_before_it_is_confirmed() {
        DecisionFixture task =
                tasks.running().given(Project.class, TASK.value(), suspended(List.of(Decisions.person("recorder"))));

        task.when(request(AdjustmentKind.EXTENSION, until(2027, 9, 30)), head()).expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void what_was_withdrawn_is_decided_no_more() {
        DecisionFixture task = tasks.running()
                .given(request(AdjustmentKind.EXTENSION, until(2027, 9, 30)), head())
                .given(new WithdrawAdjustment(ADJUSTMENT, "Không còn cần"), head());

        task.when(approve(), director()).expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void nobody_may_adjust_title_goal_and_product_under_khoan_to_the_final_product_and_the_article_is_cited() {
        Refusal refusal = tasks.running(KhoanMode.CUOI_CUNG)
                .when(request(AdjustmentKind.PRODUCT, content(AdjustmentKind.PRODUCT)), head())
                .expectRefusal(ErrorCode.ADJUSTMENT_FORBIDDEN);

        assertThat(refusal.facts().get("basis")).contains("04/2015/TT-BKHCN");
        assertThat(refusal.rule()).isNotNull();
    }

    private static RecordAdjustmentOpinion opinion(AdjustmentOpinion.By by, boolean favourable) {
        return new RecordAdjustmentOpinion(ADJUSTMENT, by, favourable, "12/BB-HĐ", DAY);
    }

    private static InvestigatorEngaged engaged(PersonId person) {
        InvestigatorReleased guard = released(person);
        return new InvestigatorEngaged(guard.guard(), person, TaskLevel.TINH, TASK);
    }
}
