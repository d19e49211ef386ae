package vn.minhchung.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.CommandGate;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What goes wrong while a command is decided, as it is told. */
class SendingCommandsTest {
    private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final EventStore store =
            EmbeddedEventStore.builder().storageEngine(log).build();
    private final SendingCommands commands = new SendingCommands(
            bus,
            store,
            _ -> Optional.empty(),
            (stream, _) -> log.lastSequenceNumberFor(stream).orElse(-1L),
            CommandGate.OPEN);

    private record Add(List<Vnd> amounts) implements Command {
        @Override
        public String subject() {
            return "sum:1";
        }
    }

    @Test
    void amounts_that_no_sum_can_hold_are_input_nobody_can_mean() {
        bus.subscribe(Add.class.getName(), message -> Vnd.sum(((Add) message.getPayload()).amounts()));
        Vnd huge = Vnd.of(9_000_000_000_000_000_000L);

        assertThatThrownBy(() -> commands.send(new Add(List.of(huge, huge)), Decisions.taken(Role.ACCOUNTANT)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_INPUT);
                    assertThat(refusal.facts())
                            .containsEntry("problem", "sum")
                            .containsEntry("value", "18000000000000000000")
                            .containsEntry("limit", "9223372036854775807");
                });
        assertThat(log.readEvents(null, false)).isEmpty();
    }

    @Test
    void a_refusal_that_rests_on_what_has_moved_on_since_is_decided_again() {
        var aggregates = new AxonAggregates(store, (_, _) -> -1);
        var asked = new ArrayList<Integer>();
        bus.subscribe(Add.class.getName(), _ -> {
            int changes = Objects.requireNonNullElse(
                    aggregates.<Shelf, Integer>peek(Shelf.class, "shelf:1", shelf -> shelf.changes), 0);
            asked.add(changes);
            // by somebody else, while this command is decided
            if (changes == 0) CompletableFuture.runAsync(this::change).join();
            if (changes == 0) throw Refusal.of(ErrorCode.WRONG_STATE, "id", "shelf:1");
            return null;
        });

        commands.send(new Add(List.of()), Decisions.taken(Role.ACCOUNTANT));

        assertThat(asked).containsExactly(0, 1);
    }

    @Test
    void a_refusal_that_rests_on_what_stands_is_for_good() {
        change();
        var aggregates = new AxonAggregates(store, (_, _) -> -1);
        var times = new AtomicInteger();
        bus.subscribe(Add.class.getName(), _ -> {
            times.incrementAndGet();
            // what the command has applied itself is no change by others
            aggregates.on(Shelf.class, "shelf:1", shelf -> AggregateLifecycle.apply(new Changed("shelf:1")));
            throw Refusal.of(ErrorCode.WRONG_STATE, "id", "shelf:1");
        });

        assertThatThrownBy(() -> commands.send(new Add(List.of()), Decisions.taken(Role.ACCOUNTANT)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE));

        assertThat(times).hasValue(1);
    }

    private void change() {
        long next = log.lastSequenceNumberFor("shelf:1").orElse(-1L) + 1;
        log.appendEvents(List.of(new GenericDomainEventMessage<>("Shelf", "shelf:1", next, new Changed("shelf:1"))));
    }

    record Changed(String id) implements DomainEvent {}

    @AggregateRoot(type = "Shelf")
    static final class Shelf {
        @AggregateIdentifier
        @Nullable
        String id;

        private int changes;

        @EventSourcingHandler
        void evolve(Changed event) {
            id = event.id();
            changes++;
        }
    }
}
