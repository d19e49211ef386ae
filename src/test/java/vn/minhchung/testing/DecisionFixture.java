package vn.minhchung.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.Capacity;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DecisionMode;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.command.Recording;
import vn.minhchung.platform.axon.AxonAggregates;
import vn.minhchung.platform.axon.CommandWiring;

/**
 * Given events, when a command, then events or a refusal: the real command bus and aggregates over a store in memory.
 *
 * <pre>{@code
 * DecisionFixture.of(aggregates -> List.of(new BudgetDesk(aggregates, …)))
 *     .given(Appropriation.class, id, assigned)
 *     .when(command, Decisions.taken(Role.DIRECTOR))
 *     .expectEvents(expected);
 * }</pre>
 */
public final class DecisionFixture {
    private final EventStore store = CommandWiring.eventStore(new InMemoryEventStorageEngine());
    private final CommandBus bus = CommandWiring.commandBus();
    private final Aggregates aggregates;
    private int given;

    private DecisionFixture(Function<Aggregates, List<? extends Desk>> desks) {
        this.aggregates = new AxonAggregates(store, (stream, position) -> position);
        CommandWiring.register(bus, desks.apply(aggregates));
    }

    public static DecisionFixture of(Function<Aggregates, List<? extends Desk>> desks) {
        return new DecisionFixture(desks);
    }

    /** Past events of one stream, in order. */
    public DecisionFixture given(Class<?> aggregate, String stream, DomainEvent... events) {
        String type = aggregate.getAnnotation(AggregateRoot.class).type();
        long next = store.lastSequenceNumberFor(stream).orElse(-1L) + 1;
        for (DomainEvent event : events) {
            store.publish(new GenericDomainEventMessage<>(
                    type.isEmpty() ? aggregate.getSimpleName() : type, stream, next++, event));
            given++;
        }
        return this;
    }

    /** A past command; it must pass. */
    public DecisionFixture given(Command command, Decision decision) {
        Then then = when(command, decision);
        if (then.failure != null) throw new AssertionError("given command was refused: " + command, then.failure);
        given = all().size();
        return this;
    }

    public Then when(Command command, Decision decision) {
        given = all().size();
        Recording recording = new Recording();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        var message = GenericCommandMessage.<Command>asCommandMessage(command)
                .withMetaData(
                        Map.of(Recording.DECISION, decision, Recording.KEY, recording, "subject", command.subject()));
        bus.<Command, Object>dispatch(message, (_, result) -> {
            if (result.isExceptional()) failure.set(result.exceptionResult());
        });
        List<DomainEvent> written = all();
        return new Then(failure.get(), written.subList(given, written.size()), recording);
    }

    /** What an aggregate says of itself; null before it exists. */
    public <A, R> @Nullable R ask(Class<A> type, String id, Function<A, R> question) {
        var asking = DefaultUnitOfWork.startAndGet(
                GenericMessage.asMessage("ask").withMetaData(Map.of(Recording.KEY, new Recording())));
        try {
            return aggregates.peek(type, id, question);
        } finally {
            asking.rollback();
        }
    }

    private List<DomainEvent> all() {
        List<DomainEvent> events = new ArrayList<>();
        try (var stream = store.openStream(null)) {
            while (stream.hasNextAvailable())
                events.add((DomainEvent) stream.nextAvailable().getPayload());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return events;
    }

    /** What came of it. */
    public static final class Then {
        private final @Nullable Throwable failure;
        private final List<DomainEvent> events;
        private final Recording recording;

        private Then(@Nullable Throwable failure, List<DomainEvent> events, Recording recording) {
            this.failure = failure;
            this.events = List.copyOf(events);
            this.recording = recording;
        }

        public Then expectEvents(DomainEvent... expected) {
            assertThat(failure).as("refused").isNull();
            assertThat(events).isEqualTo(Arrays.asList(expected));
            return this;
        }

        /** The events, for asserts on parts of them; fails when the command was refused. */
        public List<DomainEvent> events() {
            assertThat(failure).as("refused").isNull();
            return events;
        }

        public Refusal expectRefusal(ErrorCode code) {
            assertThat(failure).isInstanceOf(Refusal.class);
            Refusal refusal = (Refusal) java.util.Objects.requireNonNull(failure);
            assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
            assertThat(events).as("a refusal leaves no event").isEmpty();
            return refusal;
        }

        /** {@code ok}, or the code of the refusal. */
        public String outcome() {
            if (failure == null) return "ok";
            if (failure instanceof Refusal refusal) return refusal.code().name();
            throw new AssertionError("neither done nor refused", failure);
        }

        public Recording recording() {
            return recording;
        }
    }

    /** Decisions of invented persons; the same person for the same role and name. */
    public static final class Decisions {
        public static final LocalDate TODAY = LocalDate.of(2025, 3, 10);

        private Decisions() {}

        public static PersonId person(String name) {
            return new PersonId(Id.derived("person", name));
        }

        public static Decision taken(Role... roles) {
            return taken(roles[0].name(), roles);
        }

        public static Decision taken(String who, Role... roles) {
            return decision(actor(who, null, roles), roles[0], DecisionMode.TAKEN, TODAY);
        }

        public static Decision takenFor(OrganisationId host, String who, Role... roles) {
            return decision(actor(who, host, roles), roles[0], DecisionMode.TAKEN, TODAY);
        }

        /** Recorded by {@code who}; decided on paper by a person of the decider role. */
        public static Decision recorded(String who, Role recorder, Role decider) {
            return decision(actor(who, null, recorder), decider, DecisionMode.RECORDED, TODAY);
        }

        public static Decision on(LocalDate day, Decision decision) {
            return new Decision(
                    decision.actor(),
                    decision.decidedBy(),
                    decision.basis(),
                    decision.reason(),
                    day,
                    day,
                    decision.documentDate(),
                    decision.seenAt(),
                    decision.requestId(),
                    decision.mutation(),
                    decision.idempotencyKey(),
                    decision.channel());
        }

        public static Actor actor(String who, @Nullable OrganisationId host, Role... roles) {
            Map<Role, Set<OrganisationId>> hosts = new EnumMap<>(Role.class);
            if (host != null) for (Role role : roles) if (role.ofHost()) hosts.put(role, Set.of(host));
            return new Actor(
                    new AccountId(Id.derived("account", who)), person(who), Set.of(roles), hosts, Map.of(), Map.of());
        }

        private static Decision decision(Actor actor, Role role, DecisionMode mode, LocalDate day) {
            PersonId decider = mode == DecisionMode.TAKEN ? actor.person() : person(role + " on paper");
            return new Decision(
                    actor,
                    new Decider(decider, role, null, Capacity.SELF, null, null, day, null, mode, null),
                    List.of(new LegalBasis(
                            LegalBasis.Kind.DECISION,
                            "558/QĐ-UBND",
                            "UBND tỉnh",
                            day,
                            null,
                            null,
                            LegalBasis.Seen.SCAN_COMPARED)),
                    "vì đã đủ điều kiện",
                    day,
                    day,
                    null,
                    null,
                    "request",
                    "mutation",
                    "key",
                    "test");
        }
    }
}
