package vn.minhchung.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.CommandGate;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What is logged about a command says which request it was and where it stands in the record. */
class CommandLogTest {
    private static final Decision OFFICER = Decisions.taken(Role.OFFICER);

    private final Logger logger = (Logger) LoggerFactory.getLogger("vn.minhchung.commands");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final EventStore store = CommandWiring.eventStore(new InMemoryEventStorageEngine());
    private final CommandBus bus = CommandWiring.commandBus();
    private final Commands commands = commands();

    private Commands commands() {
        CommandWiring.register(bus, List.of(new Counter()));
        return new SendingCommands(bus, store, _ -> Optional.empty(), (_, _) -> -1, CommandGate.OPEN);
    }

    @BeforeEach
    void listen() {
        logger.setLevel(Level.DEBUG);
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(logged);
        logger.setLevel(null);
    }

    @Test
    void a_command_that_is_recorded_says_its_request_and_position() {
        commands.send(new Count("counter:1", false), OFFICER);

        ILoggingEvent line = logged.list.getLast();
        assertThat(line.getMDCPropertyMap())
                .containsEntry("requestId", OFFICER.requestId())
                .containsEntry("mutation", OFFICER.mutation());
        assertThat(line.getKeyValuePairs()).extracting(pair -> pair.key).containsExactly("position", "subject");
        assertThat(line.getKeyValuePairs().getLast().value).isEqualTo("counter:1");
        assertThat(MDC.get("requestId")).as("not beyond the command").isNull();
    }

    @Test
    void a_command_that_is_refused_says_its_request_and_why() {
        assertThatThrownBy(() -> commands.send(new Count("counter:1", true), OFFICER))
                .isInstanceOf(Refusal.class);

        ILoggingEvent line = logged.list.getLast();
        assertThat(line.getMDCPropertyMap()).containsEntry("requestId", OFFICER.requestId());
        assertThat(line.getKeyValuePairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.value).isEqualTo(ErrorCode.WRONG_STATE));
    }

    /** With {@code logging.structured.format.console=ecs}, as the runbook says. */
    @Test
    void as_a_line_of_json_it_carries_request_and_position() {
        commands.send(new Count("counter:1", false), OFFICER);

        JsonNode line = JsonMapper.shared().readTree(encoder().encode(logged.list.getLast()));

        assertThat(line.path("requestId").asString()).isEqualTo(OFFICER.requestId());
        assertThat(line.path("mutation").asString()).isEqualTo(OFFICER.mutation());
        assertThat(line.path("position").isMissingNode()).isFalse();
        assertThat(line.path("subject").asString()).isEqualTo("counter:1");
    }

    private static StructuredLogEncoder encoder() {
        LoggerContext context = new LoggerContext();
        context.putObject(Environment.class.getName(), new MockEnvironment());
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.start();
        return encoder;
    }

    record Count(String counter, boolean refused) implements Command {
        @Override
        public String subject() {
            return counter;
        }
    }

    static final class Counter implements Desk {
        @CommandHandler
        void handle(Count command, Decision decision) {
            if (command.refused()) throw Refusal.of(ErrorCode.WRONG_STATE);
        }
    }
}
