package vn.minhchung.projects.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Recording;
import vn.minhchung.platform.axon.AxonAggregates;
import vn.minhchung.platform.axon.CommandWiring;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectExamples;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** Many callers at once, one of whom may have what is unique. */
class GuardRaceTest {
    private static final int CALLERS = 16;

    @Test
    void one_of_many_gets_the_code() throws Exception {
        List<ErrorCode> refusals = race(i -> ProjectExamples.register(
                ProjectExamples.project("task " + i), "ĐTKHCN.HY-09/2025", ProjectExamples.person("person " + i)));
        assertThat(refusals).hasSize(CALLERS - 1).containsOnly(ErrorCode.CODE_TAKEN);
    }

    @Test
    void one_of_many_engages_the_investigator() throws Exception {
        List<ErrorCode> refusals = race(i -> ProjectExamples.register(
                ProjectExamples.project("task " + i), "ĐTKHCN.HY-" + i + "/2025", ProjectExamples.INVESTIGATOR));
        assertThat(refusals).hasSize(CALLERS - 1).containsOnly(ErrorCode.INVESTIGATOR_BUSY);
    }

    @Test
    void one_of_many_registers_the_task() throws Exception {
        List<ErrorCode> refusals = race(i -> ProjectExamples.register(
                ProjectExamples.TASK, "ĐTKHCN.HY-" + i + "/2025", ProjectExamples.person("person " + i)));
        assertThat(refusals).hasSize(CALLERS - 1).containsOnly(ErrorCode.ALREADY_EXISTS);
    }

    private static List<ErrorCode> race(IntFunction<RegisterApprovedTask> commands) throws Exception {
        EventStore store = CommandWiring.eventStore(new InMemoryEventStorageEngine());
        CommandBus bus = CommandWiring.commandBus();
        CommandWiring.register(
                bus,
                List.of(new ProjectDesk(
                        new AxonAggregates(store, (stream, position) -> position),
                        new KnownRules().oneRunningTask(),
                        new Everybody(null, null),
                        (_, _) -> {})));
        ConcurrentLinkedQueue<ErrorCode> refusals = new ConcurrentLinkedQueue<>();
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        List<Callable<Void>> calls = IntStream.range(0, CALLERS)
                .mapToObj(commands)
                .<Callable<Void>>map(command -> () -> {
                    start.await();
                    bus.<RegisterApprovedTask, Object>dispatch(message(command), (_, result) -> {
                        if (result.isExceptional()) refusals.add(code(result.exceptionResult()));
                    });
                    return null;
                })
                .toList();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            for (var done : callers.invokeAll(calls)) done.get();
        }
        return List.copyOf(refusals);
    }

    private static GenericCommandMessage<RegisterApprovedTask> message(RegisterApprovedTask command) {
        return new GenericCommandMessage<>(
                command,
                Map.of(
                        Recording.DECISION,
                        Decisions.taken(Role.COMMITTEE),
                        Recording.KEY,
                        new Recording(),
                        "subject",
                        command.subject()));
    }

    private static ErrorCode code(Throwable failure) {
        return failure instanceof Refusal refusal ? refusal.code() : ErrorCode.OUTCOME_UNKNOWN;
    }
}
