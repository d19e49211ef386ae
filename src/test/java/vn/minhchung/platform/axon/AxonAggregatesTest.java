package vn.minhchung.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

class AxonAggregatesTest {
    private static final Decision OFFICER = Decisions.taken(Role.OFFICER);
    private final DecisionFixture fixture = DecisionFixture.of(aggregates -> List.of(new BoxDesk(aggregates)));

    @Test
    void creates_and_changes_two_aggregates_in_one_append() {
        fixture.when(new Open("box:1", "lid:1"), OFFICER)
                .expectEvents(new Opened("box:1"), new Closed("box:1"), new Opened("lid:1"));
    }

    @Test
    void a_refusal_of_the_second_aggregate_leaves_nothing_of_the_first() {
        fixture.given(Box.class, "lid:1", new Opened("lid:1"))
                .when(new Open("box:1", "lid:1"), OFFICER)
                .expectRefusal(ErrorCode.ALREADY_EXISTS);
    }

    @Test
    void refuses_what_does_not_exist() {
        fixture.when(new Close("box:9"), OFFICER).expectRefusal(ErrorCode.NOT_FOUND);
    }

    @Test
    void sees_its_own_uncommitted_state_and_the_stored_one() {
        fixture.given(Box.class, "box:1", new Opened("box:1"))
                .given(new Close("box:1"), OFFICER)
                .when(new Close("box:1"), OFFICER)
                .expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void another_kind_of_aggregate_is_not_found_under_the_same_id() {
        fixture.given(Other.class, "box:1", new Opened("box:1"))
                .when(new Close("box:1"), OFFICER)
                .expectRefusal(ErrorCode.NOT_FOUND);
    }

    record Open(String box, String lid) implements Command {
        @Override
        public String subject() {
            return box;
        }
    }

    record Close(String box) implements Command {
        @Override
        public String subject() {
            return box;
        }
    }

    sealed interface BoxEvent extends DomainEvent {}

    record Opened(String id) implements BoxEvent {}

    record Closed(String id) implements BoxEvent {}

    static final class BoxDesk implements Desk {
        private final Aggregates aggregates;

        BoxDesk(Aggregates aggregates) {
            this.aggregates = aggregates;
        }

        @CommandHandler
        void handle(Open command, Decision decision) {
            aggregates.create(Box.class, command.box(), box -> box.open(command.box()));
            aggregates.on(Box.class, command.box(), Box::close);
            aggregates.create(Box.class, command.lid(), box -> box.open(command.lid()));
            assertThat(aggregates.<Box, Boolean>peek(Box.class, command.box(), box -> box.closed))
                    .isTrue();
            assertThat(aggregates.<Box, Boolean>peek(Box.class, "box:none", box -> box.closed))
                    .isNull();
            assertThat(decision.person()).isEqualTo(OFFICER.person());
        }

        @CommandHandler
        void handle(Close command, Decision decision) {
            assertThat(decision).isNotNull();
            aggregates.on(Box.class, command.box(), Box::close);
        }
    }

    @AggregateRoot(type = "Box")
    static final class Box {
        @AggregateIdentifier
        private String id;

        private boolean closed;

        Box() {}

        void open(String newId) {
            AggregateLifecycle.apply(new Opened(newId));
        }

        void close() {
            if (closed) throw Refusal.of(ErrorCode.WRONG_STATE, "id", id);
            AggregateLifecycle.apply(new Closed(id));
        }

        @EventSourcingHandler
        void evolve(BoxEvent event) {
            switch (event) {
                case Opened opened -> id = opened.id();
                case Closed _ -> closed = true;
            }
        }
    }

    @AggregateRoot(type = "Other")
    static final class Other {
        @AggregateIdentifier
        String id;

        Other() {}

        @EventSourcingHandler
        void evolve(BoxEvent event) {
            id = event.toString();
        }
    }
}
