package vn.minhchung.projects.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.minhchung.projects.ProjectExamples.DEPARTMENT;
import static vn.minhchung.projects.ProjectExamples.HOST;
import static vn.minhchung.projects.ProjectExamples.HOST_HEAD;
import static vn.minhchung.projects.ProjectExamples.INVESTIGATOR;
import static vn.minhchung.projects.ProjectExamples.SECRETARY;
import static vn.minhchung.projects.ProjectExamples.TASK;
import static vn.minhchung.projects.ProjectExamples.organisation;
import static vn.minhchung.projects.ProjectExamples.person;
import static vn.minhchung.projects.ProjectExamples.project;
import static vn.minhchung.projects.ProjectExamples.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.Cursor;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.text.Certainty;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Moments;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.people.OrganisationCommand.RegisterOrganisation;
import vn.minhchung.people.OrganisationKind;
import vn.minhchung.people.PeopleViews;
import vn.minhchung.people.PersonCommand.RegisterPerson;
import vn.minhchung.projects.PastCell;
import vn.minhchung.projects.PastCell.Fragment;
import vn.minhchung.projects.PastField;
import vn.minhchung.projects.PastTasks;
import vn.minhchung.projects.ProjectCommand.PublishTask;
import vn.minhchung.projects.ProjectCommand.RecordPastTask;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.ReissueTaskCode;
import vn.minhchung.projects.ProjectView;
import vn.minhchung.projects.TaskState;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.RunningSystem;

/** Tasks asked for over the real store and views: by id, by code, in lists, by different readers, now and before. */
class ProjectQueriesTest {
    private static final Viewer ANYBODY = new Viewer(null);
    private static final Viewer OFFICER = new Viewer(Decisions.actor("officer", null, Role.OFFICER));
    private static final Viewer HOST_READER = new Viewer(Decisions.actor("reader", HOST, Role.HOST_HEAD));
    private static final ProjectId OTHER = project("rice");
    private static final ProjectId THIRD = project("turmeric");
    private static final ProjectId PAST =
            PastTasks.idOf("Báo cáo", List.of("Nuôi cua biển", "ThS. Dương Thanh Vy; TS. Lý Quang Uyên"));

    private static @Nullable RunningSystem running;
    private static int requests;
    private static Moment beforePublication = new Moment(0, Instant.EPOCH, true);

    @BeforeAll
    static void three_tasks_one_of_them_published_and_a_past_one() {
        running = RunningSystem.start();
        for (var organisation : List.of(DEPARTMENT, HOST, organisation("other department"))) {
            send(new RegisterOrganisation(
                    organisation, "Tổ chức " + organisation, OrganisationKind.RESEARCH_INSTITUTE, null));
        }
        for (PersonId person : List.of(INVESTIGATOR, SECRETARY, HOST_HEAD, person("third"))) {
            send(new RegisterPerson(person, seal(person, "Người " + person), null, null, null, null));
        }
        send(register());
        send(register(OTHER, "ĐTKHCN.HY-02/2025", HOST_HEAD));
        var third = register(THIRD, "ĐTKHCN.HY-01/2025", person("third"));
        send(new RegisterApprovedTask(
                third.project(),
                third.code(),
                organisation("other department"),
                "Áp dụng tinh bột nghệ",
                third.kind(),
                third.level(),
                organisation("other department"),
                third.principalInvestigator(),
                List.of(),
                third.budget(),
                third.totalBudget(),
                third.stateBudget(),
                third.khoanMode(),
                third.durationMonths(),
                third.start(),
                third.end(),
                third.triggers()));
        beforePublication = past(moment());
        send(new PublishTask(TASK));
        send(new ReissueTaskCode(
                OTHER, "ĐTKHCN.33-002/2025", organisation("other department"), LocalDate.of(2025, 7, 1)));
        send(pastTask());
    }

    @AfterAll
    static void stop() {
        if (running != null) running.close();
    }

    @Test
    void an_unpublished_task_is_absent_for_everybody_but_staff_and_its_parties() {
        assertThat(ids(list(ANYBODY, null, null))).containsExactly(TASK.value(), PAST.value());
        assertThat(list(ANYBODY, null, null).totalCount()).isEqualTo(2);
        assertThat(ids(list(OFFICER, null, null)))
                .containsExactly(TASK.value(), OTHER.value(), THIRD.value(), PAST.value());
        assertThat(ids(list(HOST_READER, null, null))).containsExactly(TASK.value(), OTHER.value(), PAST.value());
        Viewer investigator = new Viewer(Decisions.actor("third", null, Role.INVESTIGATOR));
        assertThat(ids(list(investigator, null, null))).containsExactly(TASK.value(), THIRD.value(), PAST.value());
    }

    @Test
    void a_task_is_found_by_id_and_by_any_code_it_had() {
        assertThat(one(OFFICER, null, "đtkhcn.hy-02 /2025")).isEqualTo(OTHER.value());
        assertThat(one(OFFICER, null, "ĐTKHCN.33-002/2025")).isEqualTo(OTHER.value());
        assertThat(one(OFFICER, OTHER.value() + "@3", null)).isEqualTo(OTHER.value());
        assertThat(one(ANYBODY, OTHER.value(), null)).isNull();
        assertThat(one(ANYBODY, null, "ĐTKHCN.HY-02/2025")).isNull();
        assertThat(one(OFFICER, null, "không có")).isNull();
    }

    @Test
    void a_code_two_issuers_gave_is_ambiguous_for_those_who_may_see_both() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> one(OFFICER, null, "ĐTKHCN.HY-01/2025"));
        assertThat(refusal.code()).isEqualTo(ErrorCode.AMBIGUOUS_CODE);
        assertThat(one(ANYBODY, null, "ĐTKHCN.HY-01/2025")).isEqualTo(TASK.value());
    }

    @Test
    void exactly_one_of_id_and_code_is_asked_for() {
        assertThat(catchThrowableOfType(Refusal.class, () -> one(OFFICER, null, null))
                        .code())
                .isEqualTo(ErrorCode.INVALID_INPUT);
        assertThat(catchThrowableOfType(Refusal.class, () -> one(OFFICER, TASK.value(), "x"))
                        .code())
                .isEqualTo(ErrorCode.INVALID_INPUT);
    }

    @Test
    void filters_narrow_the_list() {
        assertThat(ids(list(OFFICER, text("NGHE tinh bot"), null))).containsExactly(THIRD.value());
        assertThat(ids(list(OFFICER, text("33-002"), null))).containsExactly(OTHER.value());
        assertThat(ids(list(OFFICER, text("50%_"), null))).isEmpty();
        assertThat(ids(list(OFFICER, filter(List.of(TaskState.PAST), null, null, null), null)))
                .containsExactly(PAST.value());
        assertThat(ids(list(OFFICER, filter(null, List.of(HOST.value()), null, null), null)))
                .containsExactly(TASK.value(), OTHER.value());
        assertThat(ids(list(OFFICER, filter(null, null, List.of(INVESTIGATOR.value() + "@1"), null), null)))
                .containsExactly(TASK.value());
        assertThat(ids(list(OFFICER, filter(null, null, null, List.of(2016)), null)))
                .containsExactly(PAST.value());
        assertThat(ids(list(OFFICER, filter(null, null, null, List.of()), null)))
                .isEmpty();
    }

    @Test
    void what_changed_after_a_position_is_listed() {
        ProjectFilterInput changed = new ProjectFilterInput(
                null, null, null, null, null, null, null, null, null, beforePublication.position());
        assertThat(ids(list(OFFICER, changed, null))).containsExactly(TASK.value(), OTHER.value(), PAST.value());
    }

    @Test
    void lists_come_in_the_order_asked_for() {
        assertThat(ids(list(OFFICER, null, ProjectOrder.RECORDED_DESC)))
                .containsExactly(PAST.value(), THIRD.value(), OTHER.value(), TASK.value());
        assertThat(ids(list(OFFICER, null, ProjectOrder.CHANGED_DESC)))
                .containsExactly(PAST.value(), OTHER.value(), TASK.value(), THIRD.value());
        assertThat(ids(list(OFFICER, null, ProjectOrder.TITLE)))
                .startsWith(THIRD.value())
                .endsWith(PAST.value());
        assertThat(ids(list(OFFICER, null, ProjectOrder.CODE))).endsWith(PAST.value());
        assertThat(ids(list(OFFICER, null, ProjectOrder.START))).startsWith(PAST.value());
        assertThat(ids(list(OFFICER, null, ProjectOrder.START_DESC))).endsWith(PAST.value());
    }

    @Test
    void pages_of_every_order_neither_miss_nor_double() {
        for (ProjectOrder order : ProjectOrder.values()) {
            List<String> paged = new ArrayList<>();
            long after = 0;
            Connection<Shown<ProjectView>> page;
            do {
                page = list(OFFICER, null, order, moment(), new PageArgs(1, after));
                assertThat(page.totalCount()).isEqualTo(4);
                paged.addAll(ids(page));
                after = Cursor.read(Objects.requireNonNull(page.pageInfo().endCursor()))
                        .order();
            } while (page.pageInfo().hasNextPage());
            assertThat(paged).as(order.name()).isEqualTo(ids(list(OFFICER, null, order)));
        }
    }

    @Test
    void before_its_publication_a_task_was_not_there_for_everybody() {
        assertThat(ids(list(ANYBODY, null, null, beforePublication, new PageArgs(20, 0))))
                .isEmpty();
        assertThat(ids(list(OFFICER, null, ProjectOrder.CODE, beforePublication, new PageArgs(20, 0))))
                .hasSize(3);
    }

    @Test
    void the_cells_of_a_past_task_are_read_back_raw_and_as_read() {
        JsonNode cells = system().anonymous()
                .data(
                        "query($id: ID!) { project(id: $id) { title kind start end standing published "
                                + "source { title rating cells { field header raw reading certainty remark } } } }",
                        Map.of("id", PAST.value()))
                .at("/project");
        assertThat(cells.at("/title").asString()).isEqualTo("Nuôi cua biển");
        assertThat(cells.at("/start").asString()).isEqualTo("2015-12");
        assertThat(cells.at("/standing").asString()).isEqualTo("AS_PUBLISHED");
        assertThat(cells.at("/published").asBoolean()).isTrue();
        assertThat(cells.at("/source/rating").asString()).isEqualTo("Khá ");
        JsonNode investigators = cells.at("/source/cells/1");
        assertThat(investigators.at("/raw").asString()).isEqualTo("ThS. Dương Thanh Vy; TS. Lý Quang Uyên");
        assertThat(investigators.at("/reading").asString()).isEqualTo("Dương Thanh Vy; Lý Quang Uyên");
        assertThat(cells.at("/source/cells/2/raw").asString()).isEqualTo("12/2015");
        assertThat(cells.at("/source/cells/2/reading").asString()).isEqualTo("2015-12");
        assertThat(cells.at("/source/cells/4/certainty").asString()).isEqualTo("UNCLEAR");
        assertThat(cells.at("/source/cells/4/reading").isNull()).isTrue();
    }

    @Test
    void everybody_reads_a_published_task_over_http_and_its_contract_stays_withheld() {
        JsonNode answer = system().anonymous()
                .ask(
                        "{ projects(orderBy: TITLE, filter: {text: \"nhan chin muon\"}) { totalCount nodes { stableId code "
                                + "codes { value issuer { stableId } validTo } host { stableId } kind level state "
                                + "triggers { kind date document } pinnedRules { family version { id } trigger { date } } "
                                + "contract { value } } pageInfo { hasNextPage } } }");
        assertThat(answer.at("/errors").isMissingNode() || answer.at("/errors").isNull())
                .as(answer.toPrettyString())
                .isTrue();
        JsonNode task = answer.at("/data/projects/nodes/0");
        assertThat(task.at("/stableId").asString()).isEqualTo(TASK.value());
        assertThat(task.at("/host/stableId").asString()).isEqualTo(HOST.value());
        assertThat(task.at("/codes/0/issuer/stableId").asString()).isEqualTo(DEPARTMENT.value());
        assertThat(task.at("/triggers")).hasSize(3);
        assertThat(task.at("/contract").isNull()).isTrue();
        assertThat(answer.at("/extensions/withheld/0/reason").asString()).isNotEmpty();
        assertThat(answer.at("/data/projects/totalCount").asInt()).isEqualTo(1);
    }

    @Test
    void whoever_a_past_task_names_is_a_person() {
        String named = PastTasks.personOf(PAST, 1).value();
        assertThat(system().views().find(PeopleViews.PERSONS, named, moment().position()))
                .isPresent();
    }

    @Test
    void a_past_task_is_recorded_once() {
        Refusal again = catchThrowableOfType(Refusal.class, () -> send(pastTask()));
        assertThat(again.code()).isEqualTo(ErrorCode.ALREADY_EXISTS);
    }

    // ---- helpers

    private static RecordPastTask pastTask() {
        return new RecordPastTask(
                PAST,
                "Báo cáo",
                null,
                null,
                List.of(
                        cell(PastField.TITLE, "Nuôi cua biển", "Nuôi cua biển", Certainty.EXACT),
                        new PastCell(
                                PastField.PRINCIPAL_INVESTIGATOR,
                                "Chủ nhiệm",
                                List.of(
                                        Fragment.text("ThS. "),
                                        Fragment.person(seal(PastTasks.personOf(PAST, 0), "Dương Thanh Vy")),
                                        Fragment.text("; TS. "),
                                        Fragment.person(seal(PastTasks.personOf(PAST, 1), "Lý Quang Uyên"))),
                                null,
                                Certainty.EXACT,
                                null),
                        cell(PastField.START, "12/2015", "2015-12", Certainty.EXACT),
                        cell(PastField.END, "2018", "2018", Certainty.EXACT),
                        cell(PastField.TOTAL_BUDGET, "hơn 1,5 tỷ đồng", null, Certainty.UNCLEAR),
                        cell(PastField.RATING, "Khá ", "Khá", Certainty.EXACT)));
    }

    private static PastCell cell(PastField field, String raw, @Nullable String reading, Certainty certainty) {
        return new PastCell(field, null, List.of(Fragment.text(raw)), reading, certainty, null);
    }

    private static RunningSystem system() {
        return Objects.requireNonNull(running);
    }

    private static Sealed seal(PersonId person, String text) {
        return system().bean(PersonalData.class).seal(person, text);
    }

    /** Sends a command under a key of its own, in the role that may, and waits for the views. */
    private static void send(Command command) {
        Decision decision = Decisions.taken(Role.COMMITTEE, Role.OFFICER, Role.REGISTRAR);
        Commands.Outcome outcome = system().commands()
                .send(
                        command,
                        new Decision(
                                decision.actor(),
                                decision.decidedBy(),
                                decision.basis(),
                                decision.reason(),
                                decision.today(),
                                decision.effectiveOn(),
                                null,
                                null,
                                "request-" + ++requests,
                                command.getClass().getSimpleName(),
                                "key-" + requests,
                                "test"));
        assertThat(system().views().await(outcome.position())).isTrue();
    }

    private static Moment moment() {
        return system().bean(Moments.class).now();
    }

    private static Moment past(Moment moment) {
        return new Moment(moment.position(), moment.recordedAt(), true);
    }

    private static ProjectFilterInput text(String words) {
        return new ProjectFilterInput(null, null, null, null, null, null, words, null, null, null);
    }

    private static ProjectFilterInput filter(
            @Nullable List<TaskState> states,
            @Nullable List<String> hosts,
            @Nullable List<String> investigators,
            @Nullable List<Integer> years) {
        return new ProjectFilterInput(states, null, hosts, investigators, null, years, null, null, null, null);
    }

    private static Connection<Shown<ProjectView>> list(
            Viewer viewer, @Nullable ProjectFilterInput filter, @Nullable ProjectOrder order) {
        return list(viewer, filter, order, moment(), new PageArgs(20, 0));
    }

    private static Connection<Shown<ProjectView>> list(
            Viewer viewer,
            @Nullable ProjectFilterInput filter,
            @Nullable ProjectOrder order,
            Moment moment,
            PageArgs page) {
        return system().bean(ProjectController.class).projects(filter, order, moment, viewer, page);
    }

    private static @Nullable String one(Viewer viewer, @Nullable String id, @Nullable String code) {
        Shown<ProjectView> found = system().bean(ProjectController.class).project(id, code, moment(), viewer);
        return found == null ? null : found.id();
    }

    private static List<String> ids(Connection<Shown<ProjectView>> page) {
        return page.nodes().stream().map(Shown::id).toList();
    }
}
