package vn.minhchung.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What goes wrong while a command is decided, as it is told. */
class SendingCommandsTest {
    private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final SendingCommands commands = new SendingCommands(
            bus, EmbeddedEventStore.builder().storageEngine(log).build(), _ -> Optional.empty());

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
}
