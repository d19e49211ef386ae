package vn.minhchung.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.command.Recording;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What commands of a name ask each time comes in one round trip, and is never older than the command's last lock. */
class AskedStreamsTest {
    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final List<String> trips = new ArrayList<>();
    private final EventStore store = CommandWiring.eventStore(new InMemoryEventStorageEngine() {
        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            engine.appendEvents(events);
        }

        @Override
        public DomainEventStream readEvents(String stream, long first) {
            trips.add(stream);
            return engine.readEvents(stream, first);
        }
    });
    private final CommandBus bus = CommandWiring.commandBus();
    private final LookingDesk desk = new LookingDesk(new AxonAggregates(store, (_, _) -> 0, this::ahead));

    AskedStreamsTest() {
        CommandWiring.register(bus, List.of(desk));
        for (String stream : List.of("rule:1", "rule:2", "rule:3", "paper:1", "paper:2", "purse:1")) change(stream);
    }

    private Map<String, DomainEventStream> ahead(Collection<String> streams) {
        trips.add(String.join("+", new TreeSet<>(streams)));
        Map<String, DomainEventStream> read = new HashMap<>();
        for (String stream : streams) if (!stream.startsWith("unknown")) read.put(stream, engine.readEvents(stream, 0));
        return read;
    }

    @Test
    void what_is_asked_twice_is_read_once() {
        look("rule:1", "rule:1", "rule:2", "rule:1");

        assertThat(trips).containsExactly("rule:1", "rule:2");
        assertThat(desk.seen).containsExactly(1, 1, 1, 1);
    }

    @Test
    void what_two_commands_of_a_name_asked_the_third_reads_in_one_round_trip() {
        look("rule:1", "rule:2", "paper:1");
        look("rule:2", "rule:1", "paper:2");
        trips.clear();

        look("paper:1", "rule:1", "rule:2");

        assertThat(trips).containsExactly("paper:1", "rule:1+rule:2");
        assertThat(desk.seen).containsExactly(1, 1, 1);
    }

    @Test
    void each_command_sees_what_was_written_before_it_began() {
        for (int i = 0; i < 3; i++) look("rule:1", "rule:2");
        change("rule:2");

        look("rule:1", "rule:2");

        assertThat(desk.seen).containsExactly(1, 2);
    }

    @Test
    void what_was_read_ahead_is_read_again_once_a_lock_was_waited_for() {
        for (int i = 0; i < 3; i++) look("rule:1", "lock purse:1", "rule:2", "rule:3");
        // by somebody else: outside this command's unit of work
        desk.beforeLock =
                () -> CompletableFuture.runAsync(() -> change("rule:3")).join();
        trips.clear();

        Recording recording = look("rule:1", "lock purse:1", "rule:2", "rule:3");

        assertThat(trips).containsExactly("rule:1+rule:2+rule:3", "purse:1", "rule:2+rule:3");
        assertThat(desk.seen).containsExactly(1, 1, 1, 2);
        assertThat(recording.reads()).containsEntry("rule:3", 1L);
    }

    @Test
    void what_is_locked_each_time_is_not_read_ahead() {
        for (int i = 0; i < 3; i++) look("purse:1", "rule:1", "rule:2", "lock purse:1");
        trips.clear();

        look("purse:1", "rule:1", "rule:2", "lock purse:1");

        assertThat(trips).containsExactly("purse:1", "rule:1+rule:2", "purse:1");
    }

    @Test
    void what_is_announced_comes_in_one_round_trip_and_only_what_is_asked_counts_as_read() {
        Recording recording = look("ahead paper:1,paper:2,rule:1", "paper:1", "rule:1");

        assertThat(trips).containsExactly("paper:1+paper:2+rule:1");
        assertThat(recording.reads()).containsOnlyKeys("paper:1", "rule:1");
    }

    @Test
    void what_the_store_leaves_out_is_read_alone() {
        change("unknown:1");

        look("ahead unknown:1,paper:1", "unknown:1", "paper:1");

        assertThat(trips).containsExactly("paper:1+unknown:1", "unknown:1");
        assertThat(desk.seen).containsExactly(1, 1);
    }

    private Recording look(String... asks) {
        desk.seen.clear();
        var recording = new Recording();
        var failure = new AtomicReference<@Nullable Throwable>();
        var message = GenericCommandMessage.<Look>asCommandMessage(new Look(List.of(asks)))
                .withMetaData(Map.of(Recording.DECISION, Decisions.taken(Role.OFFICER), Recording.KEY, recording));
        bus.<Look, Object>dispatch(message, (_, result) -> {
            if (result.isExceptional()) failure.set(result.exceptionResult());
        });
        assertThat(failure.get()).isNull();
        return recording;
    }

    private void change(String stream) {
        long next = engine.lastSequenceNumberFor(stream).orElse(-1L) + 1;
        engine.appendEvents(List.of(new GenericDomainEventMessage<>("Thing", stream, next, new Changed(stream))));
    }

    record Look(List<String> asks) implements Command {
        @Override
        public String subject() {
            return "look";
        }
    }

    record Changed(String id) implements DomainEvent {}

    static final class LookingDesk implements Desk {
        private final Aggregates aggregates;
        private final List<Integer> seen = new ArrayList<>();
        private Runnable beforeLock = () -> {};

        LookingDesk(Aggregates aggregates) {
            this.aggregates = aggregates;
        }

        @CommandHandler
        void handle(Look command) {
            for (String ask : command.asks()) {
                String what = ask.substring(ask.indexOf(' ') + 1);
                if (ask.startsWith("lock ")) {
                    beforeLock.run();
                    aggregates.on(Thing.class, what, thing -> seen.add(thing.changes));
                } else if (ask.startsWith("ahead ")) {
                    aggregates.ahead(List.of(what.split(",")));
                } else {
                    seen.add(aggregates.ask(Thing.class, what, thing -> thing.changes));
                }
            }
        }
    }

    @AggregateRoot(type = "Thing")
    static final class Thing {
        @AggregateIdentifier
        @Nullable
        String id;

        private int changes;

        Thing() {}

        @EventSourcingHandler
        void evolve(Changed event) {
            id = event.id();
            changes++;
        }
    }
}
