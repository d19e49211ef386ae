package vn.minhchung.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.CommandGate;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.command.Patience;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** Whoever has the lock of an aggregate may be waiting for a database that is away; those behind do not wait with him. */
class LongWaitTest {
    private static final Decision OFFICER = Decisions.taken(Role.OFFICER);

    private final EventStore store = CommandWiring.eventStore(new InMemoryEventStorageEngine());
    private final CommandBus bus = CommandWiring.commandBus();
    private final DoorDesk desk = new DoorDesk(new AxonAggregates(store, (_, _) -> 0));
    private final Commands commands = commands();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    private Commands commands() {
        CommandWiring.register(bus, List.of(desk));
        return new SendingCommands(bus, store, _ -> Optional.empty(), (_, _) -> -1, CommandGate.OPEN);
    }

    @AfterEach
    void end() {
        desk.open.countDown();
        callers.shutdown();
    }

    @Test
    void who_waits_for_an_aggregate_is_told_in_time_to_come_again() throws Exception {
        Future<Commands.Outcome> first = callers.submit(() -> commands.send(new Pass("door:1"), OFFICER));
        desk.inside.await();

        long start = System.nanoTime();
        assertThatThrownBy(
                        () -> Patience.within(Duration.ofMillis(300), () -> commands.send(new Pass("door:1"), OFFICER)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_BUSY));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(300), Duration.ofSeconds(10));
        assertThat(commands.send(new Pass("door:2"), OFFICER).replayed())
                .as("another aggregate is free")
                .isFalse();

        desk.open.countDown();
        assertThat(first.get().replayed()).isFalse();
        assertThat(commands.send(new Pass("door:1"), OFFICER).replayed()).isFalse();
    }

    record Pass(String door) implements Command {
        @Override
        public String subject() {
            return door;
        }
    }

    record Passed(String door) implements DomainEvent {}

    /** The first one through door 1 stays in it until it is opened. */
    static final class DoorDesk implements Desk {
        private final Aggregates aggregates;
        private final CountDownLatch inside = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        DoorDesk(Aggregates aggregates) {
            this.aggregates = aggregates;
        }

        @CommandHandler
        void handle(Pass command, Decision decision) {
            aggregates.guard(Door.class, command.door(), _ -> {
                if (command.door().equals("door:1")) awaitOpen();
            });
        }

        private void awaitOpen() {
            inside.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @AggregateRoot(type = "Door")
    static final class Door {
        @AggregateIdentifier
        String id = "";

        Door() {}

        @EventSourcingHandler
        void evolve(Passed event) {
            id = event.door();
        }
    }
}
