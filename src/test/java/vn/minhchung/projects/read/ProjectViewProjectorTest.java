package vn.minhchung.projects.read;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.projects.ProjectExamples.CODE;
import static vn.minhchung.projects.ProjectExamples.DEPARTMENT;
import static vn.minhchung.projects.ProjectExamples.HOST;
import static vn.minhchung.projects.ProjectExamples.INVESTIGATOR;
import static vn.minhchung.projects.ProjectExamples.RECORDER;
import static vn.minhchung.projects.ProjectExamples.SECRETARY;
import static vn.minhchung.projects.ProjectExamples.TASK;
import static vn.minhchung.projects.ProjectExamples.TITLE;
import static vn.minhchung.projects.ProjectExamples.approvalConfirmed;
import static vn.minhchung.projects.ProjectExamples.codeReissued;
import static vn.minhchung.projects.ProjectExamples.codeTaken;
import static vn.minhchung.projects.ProjectExamples.contractConfirmed;
import static vn.minhchung.projects.ProjectExamples.contractSigned;
import static vn.minhchung.projects.ProjectExamples.organisation;
import static vn.minhchung.projects.ProjectExamples.pastRecorded;
import static vn.minhchung.projects.ProjectExamples.recorded;
import static vn.minhchung.projects.ProjectExamples.registered;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Envelope;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.RowTable;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.projects.ProjectEvent.TaskCorrected;
import vn.minhchung.projects.ProjectEvent.TaskPublished;
import vn.minhchung.projects.ProjectView;
import vn.minhchung.projects.ProjectViews;
import vn.minhchung.projects.TaskCode;
import vn.minhchung.projects.TaskStanding;
import vn.minhchung.projects.TaskState;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** Events in, rows out. */
class ProjectViewProjectorTest {

    @Test
    void a_registered_task_shows_what_was_approved() {
        ProjectView view = after(registered());
        assertThat(view.state()).isEqualTo(TaskState.APPROVED);
        assertThat(view.standing()).isEqualTo(TaskStanding.DECIDED);
        assertThat(view.codes()).containsExactly(new TaskCode(CODE, DEPARTMENT, LocalDate.of(2025, 3, 10), null));
        assertThat(view.investigators()).containsExactly(INVESTIGATOR);
        assertThat(view.persons()).containsExactly(INVESTIGATOR, SECRETARY);
        assertThat(view.start()).isEqualTo(PartialDate.parse("2025-04-01"));
        assertThat(view.open()).isFalse();
    }

    @Test
    void a_recorded_approval_is_provisional_until_confirmed() {
        assertThat(after(recorded()).standing()).isEqualTo(TaskStanding.PROVISIONAL);
        ProjectView confirmed = after(recorded(), approvalConfirmed());
        assertThat(confirmed.standing()).isEqualTo(TaskStanding.DECIDED);
        assertThat(confirmed.state()).isEqualTo(TaskState.APPROVED);
    }

    @Test
    void publication_opens_the_task() {
        assertThat(after(registered(), new TaskPublished(TASK, TITLE)).publishedOn())
                .isEqualTo(Decisions.TODAY);
    }

    @Test
    void a_contract_is_in_force_once_confirmed() {
        ProjectView signed = after(registered(), contractSigned(List.of(RECORDER)));
        assertThat(signed.state()).isEqualTo(TaskState.APPROVED);
        assertThat(contract(signed).confirmed()).isFalse();
        ProjectView confirmed = after(registered(), contractSigned(List.of(RECORDER)), contractConfirmed());
        assertThat(confirmed.state()).isEqualTo(TaskState.CONTRACTED);
        assertThat(contract(confirmed).confirmed()).isTrue();
        assertThat(after(registered(), contractSigned(List.of())).state()).isEqualTo(TaskState.CONTRACTED);
    }

    @Test
    void an_old_code_stays_with_the_day_it_ended() {
        ProjectView view = after(registered(), codeReissued());
        assertThat(view.code()).isEqualTo("ĐTKHCN.33-001/2025");
        assertThat(view.codes())
                .containsExactly(
                        new TaskCode(CODE, DEPARTMENT, LocalDate.of(2025, 3, 10), LocalDate.of(2025, 6, 30)),
                        new TaskCode(
                                "ĐTKHCN.33-001/2025",
                                organisation("merged department"),
                                LocalDate.of(2025, 7, 1),
                                null));
    }

    @Test
    void a_correction_changes_the_title_alone() {
        ProjectView before = after(registered());
        assertThat(after(registered(), new TaskCorrected(TASK, TITLE, "Tên đúng")))
                .isEqualTo(before.titled("Tên đúng"));
    }

    @Test
    void a_past_task_is_open_and_keeps_its_cells() {
        ProjectView view = after(pastRecorded());
        assertThat(view.standing()).isEqualTo(TaskStanding.AS_PUBLISHED);
        assertThat(view.visibleTo(new Viewer(null))).isTrue();
        ProjectView.Source source = view.source();
        if (source == null) throw new AssertionError("no source");
        assertThat(source.cells()).isEqualTo(pastRecorded().cells());
        assertThat(source.rating()).isEqualTo("Khá");
    }

    @Test
    void an_unpublished_task_is_seen_by_staff_its_host_and_its_people_only() {
        ProjectView view = after(registered());
        assertThat(view.visibleTo(new Viewer(null))).isFalse();
        assertThat(view.visibleTo(as(Role.CITIZEN))).isFalse();
        assertThat(view.visibleTo(as(Role.OFFICER))).isTrue();
        assertThat(view.visibleTo(new Viewer(Decisions.actor("head", HOST, Role.HOST_HEAD))))
                .isTrue();
        assertThat(view.visibleTo(new Viewer(Decisions.actor("head", DEPARTMENT, Role.HOST_HEAD))))
                .isFalse();
        assertThat(view.visibleTo(new Viewer(Decisions.actor("investigator", null, Role.CITIZEN))))
                .isTrue();
        assertThat(after(registered(), new TaskPublished(TASK, TITLE)).visibleTo(new Viewer(null)))
                .isTrue();
    }

    @Test
    void the_guards_leave_no_trace_in_the_view() {
        Rows rows = new Rows();
        new ProjectViewProjector().project(recordedOf(codeTaken()), rows);
        assertThat(rows.versions).isEmpty();
    }

    @Test
    void text_is_found_without_accents_and_names_of_persons_are_not() {
        ProjectView view = after(registered());
        String search = (String) column(view, "search");
        assertThat(search).contains("phan bon", "dtkhcn.hy-01/2025");
        for (PersonId person : view.persons()) assertThat(search).doesNotContain(person.value());
        assertThat(column(view, "years")).isEqualTo(List.of("2025", "2026", "2027"));
        assertThat(column(view, "codes")).isEqualTo(List.of(ProjectViews.codeKey("đtkhcn.hy-01 /2025")));
    }

    // ---- helpers

    private static Viewer as(Role role) {
        return new Viewer(Decisions.actor("somebody", null, role));
    }

    private static ProjectView.Contract contract(ProjectView view) {
        ProjectView.Contract contract = view.contract();
        if (contract == null) throw new AssertionError("no contract");
        return contract;
    }

    private static @Nullable Object column(ProjectView view, String name) {
        return ProjectViews.PROJECTS.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value()
                .apply(view);
    }

    private static ProjectView after(DomainEvent... events) {
        Rows rows = new Rows();
        for (DomainEvent event : events) new ProjectViewProjector().project(recordedOf(event), rows);
        return rows.versions.getLast();
    }

    private static Recorded recordedOf(DomainEvent event) {
        Envelope envelope = new Envelope(
                "1/1", "00", "test", null, Decisions.taken(Role.DIRECTOR), List.of(), List.of(), null, null, Map.of());
        return new Recorded(
                1, Instant.EPOCH, new UUID(0, 1), "stream", 0, "Project", "name", 1, event, envelope, new byte[0]);
    }

    /** The rows of one object, as they were put. */
    private static final class Rows implements ViewWriter {
        private final List<ProjectView> versions = new ArrayList<>();

        @Override
        public <V extends Record> @Nullable V get(ViewTable<V> table, String id) {
            return versions.isEmpty() ? null : table.type().cast(versions.getLast());
        }

        @Override
        public <V extends Record> void put(ViewTable<V> table, String id, V version) {
            versions.add((ProjectView) version);
        }

        @Override
        public <V extends Record> void end(ViewTable<V> table, String id) {
            throw new AssertionError("a task is never ended");
        }

        @Override
        public void insert(RowTable table, @Nullable Object... values) {
            throw new AssertionError("no rows");
        }
    }
}
