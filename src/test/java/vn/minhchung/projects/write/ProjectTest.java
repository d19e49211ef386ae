package vn.minhchung.projects.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.projects.ProjectExamples.BUDGET;
import static vn.minhchung.projects.ProjectExamples.CODE;
import static vn.minhchung.projects.ProjectExamples.DEPARTMENT;
import static vn.minhchung.projects.ProjectExamples.HOST;
import static vn.minhchung.projects.ProjectExamples.HOST_HEAD;
import static vn.minhchung.projects.ProjectExamples.INVESTIGATOR;
import static vn.minhchung.projects.ProjectExamples.SECRETARY;
import static vn.minhchung.projects.ProjectExamples.STATE;
import static vn.minhchung.projects.ProjectExamples.TASK;
import static vn.minhchung.projects.ProjectExamples.TITLE;
import static vn.minhchung.projects.ProjectExamples.TOTAL;
import static vn.minhchung.projects.ProjectExamples.TRANCHES;
import static vn.minhchung.projects.ProjectExamples.TRIGGERS;
import static vn.minhchung.projects.ProjectExamples.approvalConfirmed;
import static vn.minhchung.projects.ProjectExamples.codeReissued;
import static vn.minhchung.projects.ProjectExamples.codeTaken;
import static vn.minhchung.projects.ProjectExamples.contractConfirmed;
import static vn.minhchung.projects.ProjectExamples.contractSigned;
import static vn.minhchung.projects.ProjectExamples.engaged;
import static vn.minhchung.projects.ProjectExamples.organisation;
import static vn.minhchung.projects.ProjectExamples.pastRecorded;
import static vn.minhchung.projects.ProjectExamples.person;
import static vn.minhchung.projects.ProjectExamples.project;
import static vn.minhchung.projects.ProjectExamples.recordPast;
import static vn.minhchung.projects.ProjectExamples.recorded;
import static vn.minhchung.projects.ProjectExamples.register;
import static vn.minhchung.projects.ProjectExamples.registered;
import static vn.minhchung.projects.ProjectExamples.sign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.text.Certainty;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.DossierEvent.DossierAwaited;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.PastCell;
import vn.minhchung.projects.PastField;
import vn.minhchung.projects.PastTasks;
import vn.minhchung.projects.PinnedRule;
import vn.minhchung.projects.ProjectCommand.ConfirmApproval;
import vn.minhchung.projects.ProjectCommand.ConfirmContract;
import vn.minhchung.projects.ProjectCommand.CorrectTask;
import vn.minhchung.projects.ProjectCommand.PublishTask;
import vn.minhchung.projects.ProjectCommand.RecordPastTask;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.ReissueTaskCode;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.ProjectEvent;
import vn.minhchung.projects.ProjectEvent.ApprovedTaskRegistered;
import vn.minhchung.projects.ProjectEvent.TaskCorrected;
import vn.minhchung.projects.ProjectEvent.TaskPublished;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.TaskMember;
import vn.minhchung.projects.TaskState;
import vn.minhchung.projects.TranchePlan;
import vn.minhchung.projects.Trigger;
import vn.minhchung.rules.TriggerKind;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What may be decided about a task, and what not. */
class ProjectTest {
    private static final Decision COMMITTEE = Decisions.taken(Role.COMMITTEE);
    private static final Decision RECORDING = Decisions.recorded("recorder", Role.OFFICER, Role.COMMITTEE);
    private static final Decision DIRECTOR = Decisions.taken("director", Role.DIRECTOR);
    private static final Decision SECOND = Decisions.taken("second", Role.OFFICER);

    private final KnownRules rules = new KnownRules();

    private DecisionFixture desk() {
        return DecisionFixture.of(aggregates -> List.of(
                new ProjectDesk(aggregates, rules, new Everybody(null, null), (_, _) -> {}),
                new Asking(new RecordedTasks(aggregates))));
    }

    private DecisionFixture approved() {
        return desk().given(Project.class, TASK.value(), registered());
    }

    // ---- approval

    @Test
    void an_approval_taken_here_holds_at_once_and_takes_code_and_investigator() {
        desk().when(register(), COMMITTEE).expectEvents(registered(), codeTaken(), engaged());
    }

    @Test
    void an_approval_recorded_from_paper_names_its_recorder_and_is_provisional() {
        List<DomainEvent> events = desk().when(register(), RECORDING).events();
        ApprovedTaskRegistered first = (ApprovedTaskRegistered) events.getFirst();
        assertThat(first.provisional()).isTrue();
        assertThat(first.recordedBy())
                .as("neither of them confirms")
                .containsExactlyInAnyOrder(person("recorder"), person("COMMITTEE on paper"));
    }

    @Test
    void a_record_without_a_basis_is_refused() {
        desk().when(register(), without(RECORDING)).expectRefusal(ErrorCode.BASIS_REQUIRED);
    }

    @Test
    void the_director_approves_only_with_an_authorisation() {
        desk().when(register(), DIRECTOR).expectRefusal(ErrorCode.DECIDER_NOT_COMPETENT);
        desk().when(register(), based(DIRECTOR, LegalBasis.Kind.AUTHORISATION)).events();
    }

    @Test
    void the_same_task_is_not_registered_twice() {
        approved().when(register(), COMMITTEE).expectRefusal(ErrorCode.ALREADY_EXISTS);
    }

    @Test
    void stated_totals_must_equal_the_sums() {
        Refusal total = desk().when(with(c -> c.total = TOTAL.plus(Vnd.of(1))), COMMITTEE)
                .expectRefusal(ErrorCode.BUDGET_NOT_BALANCED);
        assertThat(total.field()).containsExactly("totalBudget");
        assertThat(total.facts())
                .containsEntry("stated", "1000000001")
                .containsEntry("summed", "1000000000")
                .containsEntry("difference", "1");
        Refusal state = desk().when(with(c -> c.state = TOTAL), COMMITTEE).expectRefusal(ErrorCode.BUDGET_NOT_BALANCED);
        assertThat(state.field()).containsExactly("stateBudget");
    }

    @Test
    void budget_lines_are_positive_distinct_and_within_the_years_of_the_task() {
        desk().when(with(c -> c.budget = List.of()), COMMITTEE).expectRefusal(ErrorCode.APPROVAL_INCOMPLETE);
        desk().when(with(c -> c.budget = List.of(share(2025, 0))), COMMITTEE)
                .expectRefusal(ErrorCode.AMOUNT_NOT_POSITIVE);
        desk().when(with(c -> c.budget = List.of(share(2025, 5), share(2025, 5))), COMMITTEE)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        desk().when(with(c -> c.budget = List.of(share(2024, 5))), COMMITTEE).expectRefusal(ErrorCode.INVALID_INPUT);
        desk().when(with(c -> c.budget = List.of(share(2029, 5))), COMMITTEE).expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void dates_and_duration_must_agree() {
        desk().when(with(c -> c.end = c.start), COMMITTEE).expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        desk().when(with(c -> c.months = 12), COMMITTEE).expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        desk().when(with(c -> c.months = 0), COMMITTEE).expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void both_earlier_triggers_are_needed_and_no_other_kind_is_taken() {
        desk().when(with(c -> c.triggers = TRIGGERS.subList(0, 1)), COMMITTEE)
                .expectRefusal(ErrorCode.APPROVAL_INCOMPLETE);
        desk().when(with(c -> c.triggers = List.of(new Trigger(TriggerKind.POSTING_DATE, c.start, null))), COMMITTEE)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        desk().when(with(c -> c.triggers = List.of(TRIGGERS.get(0), TRIGGERS.get(0))), COMMITTEE)
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void nobody_takes_part_twice_and_there_is_one_secretary() {
        desk().when(with(c -> c.members = List.of(member(INVESTIGATOR, TaskMember.Role.MEMBER))), COMMITTEE)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        desk().when(
                        with(c -> c.members = List.of(
                                member(SECRETARY, TaskMember.Role.SECRETARY),
                                member(HOST_HEAD, TaskMember.Role.SECRETARY))),
                        COMMITTEE)
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void kinds_and_levels_of_the_past_are_not_approved_any_more() {
        desk().when(with(c -> c.kind = TaskKind.DU_AN), COMMITTEE).expectRefusal(ErrorCode.INVALID_INPUT);
        desk().when(with(c -> c.level = TaskLevel.HUYEN), COMMITTEE).expectRefusal(ErrorCode.INVALID_INPUT);
        desk().when(with(c -> c.title = "  "), COMMITTEE).expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void rule_versions_are_pinned_by_the_trigger_of_their_family() {
        rules.with("procedure", "tt-20-2023", LocalDate.of(2023, 10, 12));
        ApprovedTaskRegistered event = (ApprovedTaskRegistered)
                desk().when(register(), COMMITTEE).events().getFirst();
        assertThat(event.pinnedRules()).contains(new PinnedRule("procedure", "tt-20-2023", TRIGGERS.get(1)));
    }

    @Test
    void a_version_that_came_into_force_after_the_trigger_is_not_pinned() {
        rules.with("procedure", "later", TRIGGERS.get(1).date().plusDays(1));
        ApprovedTaskRegistered event = (ApprovedTaskRegistered)
                desk().when(register(), COMMITTEE).events().getFirst();
        assertThat(event.pinnedRules()).contains(new PinnedRule("procedure", null, TRIGGERS.get(1)));
    }

    @Test
    void general_management_stays_under_the_ceiling_the_task_is_pinned_to() {
        rules.with(
                "management.cap",
                "tt-03-2023",
                LocalDate.of(2023, 2, 26),
                "ceiling",
                Map.of("shareBp", "500", "maxVnd", "300000000"));
        Consumer<Draft> at49 = c -> state(c, 980_000_000, LineCategory.MANAGEMENT, 49_000_000);
        desk().when(with(at49), COMMITTEE).events();
        Refusal above = desk().when(with(c -> state(c, 980_000_000, LineCategory.MANAGEMENT, 49_000_001)), COMMITTEE)
                .expectRefusal(ErrorCode.RULE_REFUSED);
        assertThat(above.facts()).containsEntry("limit", "49000000").containsEntry("actual", "49000001");
        assertThat(above.rule()).isEqualTo(new RuleRef("management.cap", "tt-03-2023"));
    }

    @Test
    void a_budget_khoan_to_the_final_product_passes_the_gate_for_assets_and_missions() {
        rules.with(
                "khoan.gate",
                "ttlt-27-2015",
                LocalDate.of(2016, 2, 15),
                "ceiling",
                Map.of("shareBp", "1500", "maxVnd", "1000000000"));
        desk().when(with(c -> khoan(c, KhoanMode.CUOI_CUNG, 170_000_000)), COMMITTEE)
                .events();
        desk().when(with(c -> khoan(c, KhoanMode.CUOI_CUNG, 190_000_000)), COMMITTEE)
                .expectRefusal(ErrorCode.RULE_REFUSED);
        desk().when(with(c -> khoan(c, KhoanMode.TUNG_PHAN, 190_000_000)), COMMITTEE)
                .events();
    }

    @Test
    void more_experts_need_a_reason() {
        rules.with("experts.domestic", "tt-03-2023", LocalDate.of(2023, 2, 26), "ceiling", Map.of("shareBp", "3000"));
        Consumer<Draft> many = c -> {
            c.budget = List.of(
                    new BudgetShare(FundSource.STATE_BUDGET, LineCategory.REMUNERATION, 2025, Vnd.of(278_400_000)),
                    new BudgetShare(FundSource.STATE_BUDGET, LineCategory.DOMESTIC_EXPERTS, 2025, Vnd.of(83_520_001)));
            c.state = Vnd.of(361_920_001);
            c.total = c.state;
        };
        desk().when(with(many), unexplained(COMMITTEE)).expectRefusal(ErrorCode.RULE_REFUSED);
        desk().when(with(many), COMMITTEE).events();
    }

    // ---- what must be unique

    @Test
    void a_code_is_given_once_by_an_issuer_however_it_is_spelt() {
        DecisionFixture desk = desk().given(register(), COMMITTEE);
        Refusal taken = desk.when(register(project("other"), "đtkhcn.hy-01 /2025", HOST_HEAD), COMMITTEE)
                .expectRefusal(ErrorCode.CODE_TAKEN);
        assertThat(taken.facts()).doesNotContainValue(TASK.value());
    }

    @Test
    void another_issuer_may_give_the_same_code() {
        DecisionFixture desk = desk().given(register(), COMMITTEE);
        desk.when(
                        with(c -> {
                            c.project = project("other");
                            c.issuer = organisation("other department");
                            c.investigator = HOST_HEAD;
                        }),
                        COMMITTEE)
                .events();
    }

    @Test
    void a_person_leads_one_running_task_of_a_level() {
        rules.oneRunningTask();
        DecisionFixture desk = desk().given(register(), COMMITTEE);
        Refusal busy = desk.when(register(project("other"), "ĐTKHCN.HY-02/2025", INVESTIGATOR), COMMITTEE)
                .expectRefusal(ErrorCode.INVESTIGATOR_BUSY);
        assertThat(busy.rule()).isEqualTo(new RuleRef("investigator.one-running-task", "tt-20-2023"));
        desk.when(
                        with(c -> {
                            c.project = project("other");
                            c.code = "ĐTKHCN.HY-02/2025";
                            c.level = TaskLevel.CO_SO;
                        }),
                        COMMITTEE)
                .events();
    }

    @Test
    void without_a_version_in_force_nobody_is_too_busy() {
        desk().given(register(), COMMITTEE)
                .when(register(project("other"), "ĐTKHCN.HY-02/2025", INVESTIGATOR), COMMITTEE)
                .events();
    }

    @Test
    void a_refused_registration_leaves_neither_task_nor_guard_behind() {
        rules.oneRunningTask();
        DecisionFixture desk = desk().given(register(), COMMITTEE);
        desk.when(register(project("other"), "ĐTKHCN.HY-02/2025", INVESTIGATOR), COMMITTEE)
                .expectRefusal(ErrorCode.INVESTIGATOR_BUSY);
        desk.when(register(project("other"), "ĐTKHCN.HY-02/2025", HOST_HEAD), COMMITTEE)
                .events();
    }

    @Test
    void unknown_persons_and_organisations_are_refused() {
        DecisionFixture.of(aggregates ->
                        List.of(new ProjectDesk(aggregates, rules, new Everybody(INVESTIGATOR, null), (_, _) -> {})))
                .when(register(), COMMITTEE)
                .expectRefusal(ErrorCode.NOT_FOUND);
        DecisionFixture.of(aggregates ->
                        List.of(new ProjectDesk(aggregates, rules, new Everybody(null, HOST), (_, _) -> {})))
                .when(register(), COMMITTEE)
                .expectRefusal(ErrorCode.NOT_FOUND);
    }

    // ---- confirmation

    @Test
    void a_second_person_confirms_a_recorded_approval() {
        recordedTask().when(new ConfirmApproval(TASK), SECOND).expectEvents(approvalConfirmed());
    }

    @Test
    void the_recorder_does_not_confirm_the_own_record() {
        recordedTask()
                .when(new ConfirmApproval(TASK), Decisions.taken("recorder", Role.ACCOUNTANT))
                .expectRefusal(ErrorCode.FOUR_EYES);
    }

    @Test
    void an_approval_is_confirmed_once_and_only_here() {
        recordedTask()
                .given(new ConfirmApproval(TASK), SECOND)
                .when(new ConfirmApproval(TASK), SECOND)
                .expectRefusal(ErrorCode.ALREADY_CONFIRMED);
        approved().when(new ConfirmApproval(TASK), SECOND).expectRefusal(ErrorCode.ALREADY_CONFIRMED);
        recordedTask()
                .when(new ConfirmApproval(TASK), Decisions.recorded("second", Role.OFFICER, Role.DIRECTOR))
                .expectRefusal(ErrorCode.INVALID_INPUT);
        desk().when(new ConfirmApproval(TASK), SECOND).expectRefusal(ErrorCode.NOT_FOUND);
    }

    // ---- publication, code, title

    @Test
    void a_task_is_published_once_and_not_while_provisional() {
        approved().when(new PublishTask(TASK), SECOND).expectEvents(new TaskPublished(TASK, TITLE));
        approved()
                .given(new PublishTask(TASK), SECOND)
                .when(new PublishTask(TASK), SECOND)
                .expectRefusal(ErrorCode.WRONG_STATE);
        recordedTask().when(new PublishTask(TASK), SECOND).expectRefusal(ErrorCode.PROVISIONAL);
        past().when(new PublishTask(recordPast().project()), SECOND).expectRefusal(ErrorCode.PAST_TASK_HAS_NO_MONEY);
    }

    @Test
    void a_new_code_keeps_the_old_one_taken() {
        OrganisationId merged = organisation("merged department");
        ReissueTaskCode reissue = new ReissueTaskCode(TASK, "ĐTKHCN.33-001/2025", merged, LocalDate.of(2025, 7, 1));
        DecisionFixture desk = desk().given(register(), COMMITTEE);
        List<DomainEvent> events = desk.when(reissue, SECOND).events();
        assertThat(events.getFirst()).isEqualTo(codeReissued());
        assertThat(events).hasSize(2);
        desk.when(register(project("other"), CODE, HOST_HEAD), COMMITTEE).expectRefusal(ErrorCode.CODE_TAKEN);
    }

    @Test
    void a_code_is_reissued_on_a_basis_after_the_old_one_and_never_to_one_that_is_taken() {
        OrganisationId merged = organisation("merged department");
        approved()
                .when(new ReissueTaskCode(TASK, "M-1", merged, LocalDate.of(2025, 7, 1)), without(SECOND))
                .expectRefusal(ErrorCode.BASIS_REQUIRED);
        approved()
                .when(new ReissueTaskCode(TASK, "M-1", merged, LocalDate.of(2025, 3, 10)), SECOND)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        desk().given(register(), COMMITTEE)
                .when(new ReissueTaskCode(TASK, CODE, DEPARTMENT, LocalDate.of(2025, 7, 1)), SECOND)
                .expectRefusal(ErrorCode.CODE_TAKEN);
    }

    @Test
    void a_title_is_corrected_for_a_reason() {
        approved()
                .when(new CorrectTask(TASK, " Tên  đúng "), SECOND)
                .expectEvents(new TaskCorrected(TASK, TITLE, "Tên đúng"));
        approved()
                .when(new CorrectTask(TASK, "Tên đúng"), unexplained(SECOND))
                .expectRefusal(ErrorCode.REASON_REQUIRED);
        approved().when(new CorrectTask(TASK, TITLE), SECOND).expectRefusal(ErrorCode.INVALID_INPUT);
    }

    // ---- contract

    @Test
    void the_director_signs_the_contract() {
        approved()
                .when(sign(), DIRECTOR)
                .expectEvents(
                        contractSigned(List.of()),
                        new DossierAwaited(HOST.value(), TASK, registered().end()),
                        new DossierAwaited(
                                INVESTIGATOR.value(), TASK, registered().end()));
    }

    @Test
    void a_recorded_contract_is_in_force_once_a_second_person_confirmed_it() {
        Decision recording = Decisions.recorded("recorder", Role.OFFICER, Role.DIRECTOR);
        DecisionFixture desk = approved().given(sign(), recording);
        assertThat(facts(desk).contracted()).isFalse();
        desk.when(new ConfirmContract(TASK), Decisions.taken("recorder", Role.OFFICER))
                .expectRefusal(ErrorCode.FOUR_EYES);
        desk.when(new ConfirmContract(TASK), SECOND)
                .expectEvents(
                        contractConfirmed(),
                        new DossierAwaited(HOST.value(), TASK, registered().end()),
                        new DossierAwaited(
                                INVESTIGATOR.value(), TASK, registered().end()));
        assertThat(facts(desk).contracted()).isTrue();
        desk.when(new ConfirmContract(TASK), SECOND).expectRefusal(ErrorCode.ALREADY_CONFIRMED);
    }

    @Test
    void a_wrongly_recorded_contract_is_recorded_again_before_anybody_confirms_it() {
        Decision recording = Decisions.recorded("recorder", Role.OFFICER, Role.DIRECTOR);
        SignContract right = new SignContract(
                TASK,
                "08/2025/HĐ-SKHCN",
                sign().signedOn(),
                TRANCHES.getFirst().amount(),
                DEPARTMENT,
                HOST_HEAD,
                TRANCHES.subList(0, 1));
        DecisionFixture desk = approved().given(sign(), recording).given(right, recording);
        desk.given(new ConfirmContract(TASK), SECOND);
        assertThat(facts(desk).contractValue()).isEqualTo(Vnd.of(450_000_000));
    }

    @Test
    void there_is_one_contract_and_none_before_the_approval_holds() {
        approved().given(sign(), DIRECTOR).when(sign(), DIRECTOR).expectRefusal(ErrorCode.WRONG_STATE);
        recordedTask().when(sign(), DIRECTOR).expectRefusal(ErrorCode.PROVISIONAL);
        approved().when(new ConfirmContract(TASK), SECOND).expectRefusal(ErrorCode.CONTRACT_MISSING);
    }

    @Test
    void tranches_sum_to_the_value_and_the_value_stays_within_the_approved_state_money() {
        Refusal above = approved()
                .when(contract(STATE.plus(Vnd.of(1)), TRANCHES), DIRECTOR)
                .expectRefusal(ErrorCode.BUDGET_NOT_BALANCED);
        assertThat(above.facts()).containsEntry("limit", "900000000").containsEntry("actual", "900000001");
        Refusal sum = approved()
                .when(contract(STATE, TRANCHES.subList(0, 2)), DIRECTOR)
                .expectRefusal(ErrorCode.LINES_DO_NOT_SUM);
        assertThat(sum.facts()).containsEntry("difference", "180000000");
        approved().when(contract(STATE, TRANCHES.subList(1, 3)), DIRECTOR).expectRefusal(ErrorCode.INVALID_INPUT);
        approved().when(contract(Vnd.ZERO, List.of()), DIRECTOR).expectRefusal(ErrorCode.AMOUNT_NOT_POSITIVE);
        approved()
                .when(contract(STATE, List.of(new TranchePlan(1, Vnd.ZERO, null, null))), DIRECTOR)
                .expectRefusal(ErrorCode.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void a_contract_has_two_signatories_and_a_possible_date() {
        approved().when(sign(), Decisions.taken("host head", Role.DIRECTOR)).expectRefusal(ErrorCode.FOUR_EYES);
        SignContract tomorrow =
                new SignContract(TASK, "1", Decisions.TODAY.plusDays(1), STATE, DEPARTMENT, HOST_HEAD, TRANCHES);
        approved().when(tomorrow, DIRECTOR).expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
    }

    // ---- what later modules ask

    @Test
    void facts_give_the_budget_the_plan_and_the_pinned_versions() {
        TaskFacts facts = facts(approved().given(sign(), DIRECTOR));
        assertThat(facts.stateBudget()).isEqualTo(STATE);
        assertThat(facts.total()).isEqualTo(TOTAL);
        assertThat(facts.approved()).isEqualTo(BUDGET);
        assertThat(facts.tranches()).isEqualTo(TRANCHES);
        assertThat(facts.tranche(2)).isEqualTo(TRANCHES.get(1));
        assertThat(facts.tranche(4)).isNull();
        assertThat(facts.state()).isEqualTo(TaskState.CONTRACTED);
        assertThat(facts.pinned()).isEmpty();
        assertThat(facts.khoanMode()).isEqualTo(KhoanMode.TUNG_PHAN);
    }

    @Test
    void money_may_not_rest_on_a_provisional_a_past_or_an_unknown_task() {
        recordedTask().when(new Asking.Question(TASK), SECOND).expectRefusal(ErrorCode.PROVISIONAL);
        past().when(new Asking.Question(recordPast().project()), SECOND)
                .expectRefusal(ErrorCode.PAST_TASK_HAS_NO_MONEY);
        desk().when(new Asking.Question(TASK), SECOND).expectRefusal(ErrorCode.NOT_FOUND);
    }

    // ---- past tasks

    @Test
    void a_past_task_is_recorded_as_its_source_publishes_it() {
        desk().when(recordPast(), Decisions.taken(Role.OFFICER)).expectEvents(pastRecorded());
    }

    @Test
    void the_same_row_gives_the_same_id_and_is_not_recorded_twice() {
        past().when(recordPast(), Decisions.taken(Role.OFFICER)).expectRefusal(ErrorCode.ALREADY_EXISTS);
        assertThat(PastTasks.idOf("a", List.of("b", "c"))).isNotEqualTo(PastTasks.idOf("a", List.of("bc", "")));
    }

    @Test
    void everybody_a_past_task_names_becomes_a_person_who_can_be_erased() {
        List<PersonId> named = new ArrayList<>();
        DecisionFixture.of(aggregates -> List.of(new ProjectDesk(
                        aggregates, rules, new Everybody(null, null), (person, _) -> named.add(person))))
                .when(recordPast(), Decisions.taken(Role.OFFICER))
                .events();
        assertThat(named)
                .containsExactlyInAnyOrder(
                        PastTasks.personOf(recordPast().project(), 0),
                        PastTasks.personOf(recordPast().project(), 1));
    }

    @Test
    void a_past_task_takes_no_code_and_engages_nobody() {
        List<DomainEvent> events =
                desk().when(recordPast(), Decisions.taken(Role.OFFICER)).events();
        assertThat(events).allMatch(ProjectEvent.class::isInstance);
    }

    @Test
    void a_past_task_takes_no_contract_no_code_and_no_correction() {
        ProjectId id = recordPast().project();
        past().when(new ConfirmApproval(id), SECOND).expectRefusal(ErrorCode.PAST_TASK_HAS_NO_MONEY);
        past().when(new CorrectTask(id, "khác"), SECOND).expectRefusal(ErrorCode.PAST_TASK_HAS_NO_MONEY);
        past().when(new SignContract(id, "1", Decisions.TODAY, STATE, DEPARTMENT, HOST_HEAD, TRANCHES), DIRECTOR)
                .expectRefusal(ErrorCode.PAST_TASK_HAS_NO_MONEY);
    }

    @Test
    void a_reading_must_be_canonical_and_stand_only_where_there_is_one() {
        refusedCell(cell(PastField.START, "12/2015", "12/2015", Certainty.EXACT));
        refusedCell(cell(PastField.KIND, "đề tài", "đề tài", Certainty.EXACT));
        refusedCell(cell(PastField.TOTAL_BUDGET, "1 tỷ", "1 tỷ", Certainty.EXACT));
        refusedCell(cell(PastField.TITLE, "…", "Đoán", Certainty.UNCLEAR));
        refusedCell(cell(PastField.TITLE, "Tên", null, Certainty.EXACT));
        refusedCell(cell(PastField.OTHER, "x", "x", Certainty.EXACT));
    }

    @Test
    void a_name_is_sealed_under_the_key_of_the_person_it_names() {
        refusedCell(new PastCell(
                PastField.PRINCIPAL_INVESTIGATOR,
                null,
                List.of(new PastCell.Fragment(null, INVESTIGATOR, new Sealed(SECRETARY, "x"))),
                null,
                Certainty.EXACT,
                null));
        refusedCell(new PastCell(
                PastField.PRINCIPAL_INVESTIGATOR,
                null,
                List.of(new PastCell.Fragment("text", INVESTIGATOR, new Sealed(INVESTIGATOR, "x"))),
                null,
                Certainty.EXACT,
                null));
    }

    // ---- helpers

    private DecisionFixture recordedTask() {
        return desk().given(Project.class, TASK.value(), recorded());
    }

    private DecisionFixture past() {
        return desk().given(Project.class, recordPast().project().value(), pastRecorded());
    }

    private void refusedCell(PastCell cell) {
        desk().when(
                        new RecordPastTask(recordPast().project(), "Nguồn", null, null, List.of(cell)),
                        Decisions.taken(Role.OFFICER))
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    private static TaskFacts facts(DecisionFixture desk) {
        Asking.Question question = new Asking.Question(TASK);
        desk.when(question, SECOND).expectEvents();
        return question.answer();
    }

    private static RegisterApprovedTask with(Consumer<Draft> change) {
        Draft draft = new Draft();
        change.accept(draft);
        return draft.command();
    }

    private static PastCell cell(PastField field, String raw, @Nullable String reading, Certainty certainty) {
        return new PastCell(field, null, List.of(PastCell.Fragment.text(raw)), reading, certainty, null);
    }

    private static SignContract contract(Vnd value, List<TranchePlan> tranches) {
        return new SignContract(TASK, "07", sign().signedOn(), value, DEPARTMENT, HOST_HEAD, tranches);
    }

    private static BudgetShare share(int year, long amount) {
        return new BudgetShare(FundSource.STATE_BUDGET, LineCategory.MATERIALS, year, Vnd.of(amount));
    }

    private static void state(Draft draft, long whole, LineCategory line, long part) {
        draft.budget = List.of(
                new BudgetShare(FundSource.STATE_BUDGET, line, 2025, Vnd.of(part)),
                new BudgetShare(FundSource.STATE_BUDGET, LineCategory.SURVEYS, 2025, Vnd.of(whole - part)));
        draft.state = Vnd.of(whole);
        draft.total = draft.state;
    }

    private static void khoan(Draft draft, KhoanMode mode, long equipment) {
        state(draft, 1_200_000_000, LineCategory.EQUIPMENT, equipment);
        draft.khoanMode = mode;
    }

    private static TaskMember member(PersonId person, TaskMember.Role role) {
        return new TaskMember(person, role);
    }

    private static Decision without(Decision d) {
        return copy(d, List.of(), d.reason());
    }

    private static Decision unexplained(Decision d) {
        return copy(d, d.basis(), " ");
    }

    private static Decision based(Decision d, LegalBasis.Kind kind) {
        List<LegalBasis> basis = new ArrayList<>(d.basis());
        basis.add(new LegalBasis(kind, "9/GUQ-UBND", "UBND tỉnh", null, null, null, LegalBasis.Seen.E_SIGNED));
        return copy(d, basis, d.reason());
    }

    private static Decision copy(Decision d, List<LegalBasis> basis, @Nullable String reason) {
        return new Decision(
                d.actor(),
                d.decidedBy(),
                basis,
                reason,
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
