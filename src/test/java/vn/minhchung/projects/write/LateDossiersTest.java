package vn.minhchung.projects.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.projects.AdjustmentExamples.ADJUSTMENT;
import static vn.minhchung.projects.AdjustmentExamples.SUCCESSOR;
import static vn.minhchung.projects.ProjectExamples.HOST;
import static vn.minhchung.projects.ProjectExamples.INVESTIGATOR;
import static vn.minhchung.projects.ProjectExamples.TASK;
import static vn.minhchung.projects.ProjectExamples.organisation;
import static vn.minhchung.projects.ProjectExamples.project;
import static vn.minhchung.projects.ProjectExamples.register;
import static vn.minhchung.projects.write.AdjustmentFixture.approve;
import static vn.minhchung.projects.write.AdjustmentFixture.committee;
import static vn.minhchung.projects.write.AdjustmentFixture.content;
import static vn.minhchung.projects.write.AdjustmentFixture.director;
import static vn.minhchung.projects.write.AdjustmentFixture.head;
import static vn.minhchung.projects.write.AdjustmentFixture.notice;
import static vn.minhchung.projects.write.AdjustmentFixture.request;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Capacity;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DecisionMode;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.projects.AdjustmentCommand.RecordNoObjection;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.DossierEvent.DossierAwaited;
import vn.minhchung.projects.DossierEvent.DossierNoLongerAwaited;
import vn.minhchung.projects.LifeCommand.FileAcceptanceDossier;
import vn.minhchung.projects.LifeExamples;
import vn.minhchung.projects.ProjectExamples;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** Who is 31 days late with an acceptance dossier gets no new task (domain.md 1.3, 6.4). */
class LateDossiersTest {
    private static final ProjectId OTHER = project("rice");
    /** The dossier is due 30 days later, on 30 April. */
    private static final LocalDate ENDED = LocalDate.of(2025, 3, 31);

    private static final LocalDate THIRTY_DAYS_LATE = LocalDate.of(2025, 5, 30);

    private final AdjustmentFixture tasks = new AdjustmentFixture();

    @Test
    void a_host_thirty_days_late_gets_a_task_and_one_thirty_one_days_late_gets_none() {
        awaited(tasks.desk(), HOST.value())
                .when(register(), on(THIRTY_DAYS_LATE))
                .events();
        Refusal refusal = awaited(tasks.desk(), HOST.value())
                .when(register(), on(THIRTY_DAYS_LATE.plusDays(1)))
                .expectRefusal(ErrorCode.BARRED_BY_LATE_DOSSIER);
        assertThat(refusal.facts())
                .containsEntry("limit", "30")
                .containsEntry("actual", "31")
                .containsEntry("barred", HOST.value());
        assertThat(refusal.field()).containsExactly("host");
    }

    @Test
    void so_does_the_investigator_who_leads_the_late_task() {
        Refusal refusal = awaited(tasks.desk(), INVESTIGATOR.value())
                .when(register(), on(THIRTY_DAYS_LATE.plusDays(1)))
                .expectRefusal(ErrorCode.BARRED_BY_LATE_DOSSIER);
        assertThat(refusal.field()).containsExactly("principalInvestigator");
    }

    @Test
    void once_the_dossier_is_filed_late_as_it_is_the_host_is_free() {
        DecisionFixture filed = awaited(tasks.desk(), HOST.value())
                .given(
                        DossierGuard.class,
                        DossierGuard.id(HOST.value()),
                        new DossierNoLongerAwaited(HOST.value(), OTHER));
        filed.when(register(), on(THIRTY_DAYS_LATE.plusDays(60))).events();
    }

    @Test
    void a_dossier_is_awaited_from_the_contract_on_until_it_is_filed() {
        LocalDate end = LocalDate.of(2027, 3, 31);
        DecisionFixture approved = tasks.desk().given(Project.class, TASK.value(), ProjectExamples.registered());
        assertThat(approved.when(ProjectExamples.sign(), Decisions.taken(Role.DIRECTOR))
                        .events())
                .contains(
                        new DossierAwaited(HOST.value(), TASK, end),
                        new DossierAwaited(INVESTIGATOR.value(), TASK, end));

        DecisionFixture running = life().given(Project.class, TASK.value(), ProjectExamples.registered())
                .given(
                        Project.class,
                        TASK.value(),
                        ProjectExamples.contractSigned(List.of()),
                        LifeExamples.selfEvaluated())
                .given(DossierGuard.class, DossierGuard.id(HOST.value()), new DossierAwaited(HOST.value(), TASK, end));
        FileAcceptanceDossier file = new FileAcceptanceDossier(TASK, LifeExamples.PAPERS);
        assertThat(running.when(file, Decisions.takenFor(HOST, "host head", Role.HOST_HEAD))
                        .events())
                .contains(new DossierNoLongerAwaited(HOST.value(), TASK));
    }

    @Test
    void a_later_end_and_another_host_or_investigator_take_the_dossier_with_them() {
        DecisionFixture extended =
                contracted().given(request(AdjustmentKind.EXTENSION, content(AdjustmentKind.EXTENSION)), head());
        assertThat(extended.when(approve(), director()).events())
                .contains(
                        new DossierAwaited(HOST.value(), TASK, LocalDate.of(2027, 9, 30)),
                        new DossierAwaited(INVESTIGATOR.value(), TASK, LocalDate.of(2027, 9, 30)));

        DecisionFixture succeeded =
                contracted().given(request(AdjustmentKind.HOST, content(AdjustmentKind.HOST)), head());
        assertThat(succeeded.when(approve(), committee()).events())
                .contains(
                        new DossierNoLongerAwaited(HOST.value(), TASK),
                        new DossierAwaited(organisation("merged host").value(), TASK, LocalDate.of(2027, 3, 31)));

        DecisionFixture replaced =
                contracted().given(notice(AdjustmentKind.INVESTIGATOR, content(AdjustmentKind.INVESTIGATOR)), head());
        assertThat(replaced.when(new RecordNoObjection(ADJUSTMENT), director()).events())
                .contains(
                        new DossierNoLongerAwaited(INVESTIGATOR.value(), TASK),
                        new DossierAwaited(SUCCESSOR.value(), TASK, LocalDate.of(2027, 3, 31)));
    }

    private DecisionFixture contracted() {
        LocalDate end = LocalDate.of(2027, 3, 31);
        return tasks.running()
                .given(DossierGuard.class, DossierGuard.id(HOST.value()), new DossierAwaited(HOST.value(), TASK, end))
                .given(
                        DossierGuard.class,
                        DossierGuard.id(INVESTIGATOR.value()),
                        new DossierAwaited(INVESTIGATOR.value(), TASK, end));
    }

    private DecisionFixture life() {
        return DecisionFixture.of(aggregates ->
                List.of(new LifeDesk(aggregates, tasks.rules, new Everybody(null, null), new LifeTest.Unheld())));
    }

    private static DecisionFixture awaited(DecisionFixture desk, String owedBy) {
        DomainEvent late = new DossierAwaited(owedBy, OTHER, ENDED);
        return desk.given(DossierGuard.class, DossierGuard.id(owedBy), late);
    }

    /** The approval as dated that day. */
    private static Decision on(LocalDate day) {
        Decision taken = Decisions.taken(Role.COMMITTEE);
        return new Decision(
                taken.actor(),
                new Decider(
                        taken.person(),
                        Role.COMMITTEE,
                        null,
                        Capacity.SELF,
                        null,
                        null,
                        day,
                        null,
                        DecisionMode.TAKEN,
                        null),
                taken.basis(),
                taken.reason(),
                day,
                day,
                day,
                taken.seenAt(),
                taken.requestId(),
                taken.mutation(),
                taken.idempotencyKey(),
                taken.channel());
    }
}
