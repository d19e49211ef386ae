package vn.minhchung.projects.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.projects.LifeExamples.*;
import static vn.minhchung.projects.ProjectExamples.HOST_HEAD;
import static vn.minhchung.projects.ProjectExamples.TASK;
import static vn.minhchung.projects.ProjectExamples.contractSigned;
import static vn.minhchung.projects.ProjectExamples.pastRecorded;
import static vn.minhchung.projects.ProjectExamples.registered;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.LifeCommand;
import vn.minhchung.projects.LifeCommand.*;
import vn.minhchung.projects.LifeEvent.*;
import vn.minhchung.projects.PublicityKind;
import vn.minhchung.projects.TaskDecision;
import vn.minhchung.projects.TaskHold;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/**
 * State × command of a task under contract, as a person wrote it down from the domain notes ({@code states/task.csv}),
 * against the code. Every command is well formed and sent by somebody competent: what refuses is the state.
 */
class TaskStatesTest {
    private static final String OK = "OK";
    private static final List<PersonId> RECORDERS = List.of(Decisions.person("recorder"));

    private static final TaskDecisionConfirmed GRADED =
            new TaskDecisionConfirmed(TASK, TaskDecision.GRADE, Decisions.person("second"));
    private static final List<DomainEvent> VALID =
            List.of(selfEvaluated(), dossierFiled(1), new AcceptanceDossierAccepted(TASK, 1));
    private static final List<DomainEvent> PASSED = and(VALID, graded(Grade.PASSED, RECORDERS), GRADED);
    private static final List<DomainEvent> FAILED = and(VALID, graded(Grade.FAILED, RECORDERS), GRADED);
    private static final List<DomainEvent> CORRECTED =
            and(PASSED, corrected(), new CorrectionsCertified(TASK, HOST_HEAD, DAY, "05/XN-HĐNT"));
    private static final List<DomainEvent> RECOGNISED = and(CORRECTED, registeredResults(), recognised(List.of()));
    private static final List<DomainEvent> SUSPENDED = List.of(suspensionProposed(), suspended(List.of()));
    private static final List<DomainEvent> INSPECTED = and(SUSPENDED, inspectionAnnounced(), inspectionHeld(DAY));

    /** What happened after the contract, by state. */
    private static final Map<String, List<DomainEvent>> STATES = new LinkedHashMap<>();

    static {
        STATES.put("CONTRACTED", List.of());
        STATES.put("REPORTED", List.of(reported(1)));
        STATES.put("ANNOUNCED", List.of(new InspectionAnnounced(TASK, 1, true, DAY, "Tiến độ")));
        STATES.put("EVALUATED", List.of(selfEvaluated()));
        STATES.put("PROPOSED", List.of(suspensionProposed()));
        STATES.put("SUSPENSION_RECORDED", List.of(suspensionProposed(), suspended(RECORDERS)));
        STATES.put("SUSPENDED", SUSPENDED);
        STATES.put("INSPECTED", INSPECTED);
        STATES.put("TERMINATED", and(INSPECTED, terminated(List.of())));
        STATES.put("DOSSIER_FILED", VALID.subList(0, 2));
        STATES.put("DOSSIER_VALID", VALID);
        STATES.put("GRADE_RECORDED", and(VALID, graded(Grade.PASSED, RECORDERS)));
        STATES.put("PASSED", PASSED);
        STATES.put("FAILED", FAILED);
        STATES.put("FAILED_HANDED_OVER", and(FAILED, handedOver(List.of())));
        STATES.put("CORRECTIONS_FILED", and(PASSED, corrected()));
        STATES.put("CORRECTED", CORRECTED);
        STATES.put("REGISTERED", and(CORRECTED, registeredResults()));
        STATES.put("RECOGNISED", RECOGNISED);
        STATES.put("HANDED_OVER", and(RECOGNISED, handedOver(List.of())));
        STATES.put("LIQUIDATED", and(RECOGNISED, handedOver(List.of()), liquidated(List.of())));
    }

    private record Sent(LifeCommand command, Decision decision) {}

    private static final Map<String, Sent> COMMANDS = new LinkedHashMap<>();

    static {
        sent(new ProposeSuspension(TASK), LifeTest.OFFICER);
        sent(new DeclineSuspension(TASK), LifeTest.DIRECTOR);
        sent(new SuspendTask(TASK), LifeTest.DIRECTOR);
        sent(new ResumeTask(TASK), LifeTest.DIRECTOR);
        sent(new TerminateTask(TASK, Vnd.of(1), null, "x", "y"), LifeTest.COMMITTEE);
        sent(new FilePeriodicReport(TASK, DAY, "21/BC", "x", List.of()), LifeTest.HOST_HEADS);
        sent(new ReviewPeriodicReport(TASK, null), LifeTest.OFFICER);
        sent(new AnnounceInspection(TASK, DAY, false, "x"), LifeTest.OFFICER);
        sent(new RecordInspection(TASK, DAY, ATTENDANCE, "x"), LifeTest.minuted(LifeTest.OFFICER));
        sent(new FileSelfEvaluation(TASK, Grade.PASSED, "15/BC"), LifeTest.HOST_HEADS);
        sent(new FileAcceptanceDossier(TASK, PAPERS), LifeTest.HOST_HEADS);
        sent(new CheckAcceptanceDossier(TASK, null), LifeTest.OFFICER);
        sent(new RecordGrade(TASK, Grade.PASSED, DAY, HOST_HEAD, null, null), LifeTest.RECORDING);
        sent(new FileCorrections(TASK, "30/GT", "x"), LifeTest.HOST_HEADS);
        sent(new CertifyCorrections(TASK, HOST_HEAD, DAY, "05/XN"), LifeTest.OFFICER);
        sent(new RecordCertificate(TASK, "0007/KQNC", DAY), LifeTest.OFFICER);
        sent(new RecogniseResults(TASK), LifeTest.COMMITTEE);
        sent(new HandOverAssets(TASK, DAY, ITEMS, "x"), LifeTest.COMMITTEE);
        sent(new LiquidateContract(TASK, "07/TLHĐ", DAY, HOST_HEAD), LifeTest.DIRECTOR);
        sent(new RecordPublicity(TASK, PublicityKind.RESULTS, DAY, null, "x"), LifeTest.OFFICER);
        sent(new ConfirmTaskDecision(TASK), LifeTest.SECOND);
        sent(new RejectTaskDecision(TASK), LifeTest.SECOND);
    }

    private static void sent(LifeCommand command, Decision decision) {
        COMMANDS.put(mutation(command.getClass()), new Sent(command, decision));
    }

    private static String mutation(Class<?> command) {
        return Objects.requireNonNull(command.getAnnotation(MayBeSentBy.class)).mutation();
    }

    static List<NamedCsvRecord> rows() throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Path.of("src/test/resources/states/task.csv"))) {
            return rows.stream().toList();
        }
    }

    @Test
    void every_command_and_every_state_is_written_down() throws IOException {
        Set<String> all = new TreeSet<>();
        for (Class<?> command : LifeCommand.class.getPermittedSubclasses()) all.add(mutation(command));
        assertThat(rows().stream().map(row -> row.getField("command"))).containsExactlyInAnyOrderElementsOf(all);
        assertThat(COMMANDS.keySet()).containsExactlyInAnyOrderElementsOf(all);
        List<String> states = new ArrayList<>(STATES.keySet());
        states.addAll(List.of("APPROVED", "PAST", "command"));
        assertThat(rows().getFirst().getHeader()).containsExactlyInAnyOrderElementsOf(states);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_command_is_taken_or_refused_as_it_is_written_down(NamedCsvRecord row) {
        Sent sent = Objects.requireNonNull(COMMANDS.get(row.getField("command")));
        List<String> wrong = new ArrayList<>();
        row.getFieldsAsMap().forEach((state, expected) -> {
            if (state.equals("command")) return;
            String found = outcome(state, sent);
            if (!found.equals(expected)) wrong.add("%s: written down %s, found %s".formatted(state, expected, found));
        });
        assertThat(wrong).as(row.getField("command")).isEmpty();
    }

    private static String outcome(String state, Sent sent) {
        DecisionFixture.Then then = in(state).when(sent.command(), sent.decision());
        String outcome = then.outcome();
        if (!outcome.equals("ok")) return outcome;
        assertThat(then.events()).as(state).isNotEmpty();
        return OK;
    }

    private static DecisionFixture in(String state) {
        DecisionFixture desk = DecisionFixture.of(aggregates ->
                List.of(new LifeDesk(aggregates, new KnownRules(), new Everybody(null, null), new NoMoney())));
        if (state.equals("PAST")) return desk.given(Project.class, TASK.value(), pastRecorded());
        desk.given(Project.class, TASK.value(), registered());
        if (state.equals("APPROVED")) return desk;
        desk.given(Project.class, TASK.value(), contractSigned(List.of()));
        List<DomainEvent> events = Objects.requireNonNull(STATES.get(state));
        return desk.given(Project.class, TASK.value(), events.toArray(DomainEvent[]::new));
    }

    private static List<DomainEvent> and(List<DomainEvent> before, DomainEvent... more) {
        return Stream.concat(before.stream(), Stream.of(more)).toList();
    }

    private static final class NoMoney implements TaskHold {
        @Override
        public void hold(ProjectId project) {
            // whether money is held is LifeTest's
        }

        @Override
        public void lift(ProjectId project) {
            // whether money is held is LifeTest's
        }
    }
}
