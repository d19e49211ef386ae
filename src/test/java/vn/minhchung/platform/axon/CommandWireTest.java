package vn.minhchung.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.command.CommandSerializer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Facts;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.StreamConflict;
import vn.minhchung.kernel.UnknownEvent;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.kernel.command.Recording;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What goes between nodes comes back the same: through the connector's own messages, as bytes. */
class CommandWireTest {
    private static final String SUBJECT = "project:1";
    private static final RecordSamples SAMPLES = new RecordSamples();
    private final CommandSerializer wire = new CommandSerializer(new CommandWire(), configuration());

    private static AxonServerConfiguration configuration() {
        AxonServerConfiguration configuration = new AxonServerConfiguration();
        configuration.setComponentName("minhchung");
        return configuration;
    }

    static Stream<Class<?>> commands() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("vn.minhchung").stream()
                        .filter(found ->
                                found.isAnnotatedWith(MayBeSentBy.class) && found.isAssignableTo(Command.class))
                        .<Class<?>>map(found -> found.reflect());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_of_every_kind_arrives_as_it_was_sent(Class<?> type) throws InvalidProtocolBufferException {
        List<Object> samples = SAMPLES.of(type);
        assertThat(samples).as("a sample of " + type).isNotEmpty();

        for (Object sample : samples) {
            CommandMessage<?> arrived = arrived((Command) sample, Decisions.taken(Role.OFFICER));
            assertThat((Object) arrived.getPayload()).isEqualTo(sample);
            assertThat(arrived.getCommandName()).isEqualTo(type.getName());
        }
    }

    @Test
    void a_decision_of_every_form_arrives_as_it_was_taken() throws InvalidProtocolBufferException {
        List<Decision> decisions = new ArrayList<>();
        for (Object sample : SAMPLES.of(Decision.class)) decisions.add((Decision) sample);
        for (Role role : Role.values()) decisions.add(Decisions.taken(role));
        assertThat(decisions).hasSizeGreaterThan(Role.values().length);

        for (Decision decision : decisions) {
            CommandMessage<?> arrived = arrived(new PurseDesk.Fill("purse:1", 1), decision);
            assertThat(arrived.getMetaData().get(Recording.DECISION)).isEqualTo(decision);
            assertThat(arrived.getMetaData()).containsEntry("subject", SUBJECT);
        }
    }

    @Test
    void a_password_arrives_though_it_is_masked_everywhere_else() throws InvalidProtocolBufferException {
        record WithPassword(String subject, Secret password) implements Command {}

        CommandMessage<?> arrived =
                arrived(new WithPassword("account:1", new Secret("mật khẩu")), Decisions.taken(Role.OFFICER));

        assertThat(((WithPassword) arrived.getPayload()).password().value()).isEqualTo("mật khẩu");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void a_refusal_of_every_code_arrives_with_all_it_says(ErrorCode code) throws InvalidProtocolBufferException {
        Refusal refusal = new Refusal(
                code,
                Facts.of("limit", "1.000.000 đồng", "asked", 7, "remains", "“0”"),
                List.of("input", "lines", "0", "amount"),
                new RuleRef("advance", "QĐ 1/2025"));

        assertThat(failed(refusal)).isInstanceOfSatisfying(Refusal.class, arrived -> {
            assertThat(arrived.code()).isEqualTo(code);
            assertThat(arrived.facts().entrySet())
                    .containsExactlyElementsOf(refusal.facts().entrySet());
            assertThat(arrived.field()).isEqualTo(refusal.field());
            assertThat(arrived.rule()).isEqualTo(refusal.rule());
            assertThat(arrived.getMessage()).isEqualTo(refusal.getMessage());
        });
    }

    @Test
    void what_a_caller_reads_is_the_same_in_both_languages() throws InvalidProtocolBufferException {
        Refusal refusal = Refusal.of(ErrorCode.ALLOCATION_EXCEEDED, "limit", 10, "asked", 11, "remains", 10);
        Refusal arrived = (Refusal) failed(refusal);

        for (Locale locale : List.of(Locale.of("vi"), Locale.ENGLISH)) {
            var bundle = ResourceBundle.getBundle("messages", locale);
            String pattern = bundle.getString("refusal." + arrived.code());
            assertThat(arrived.facts()).isEqualTo(refusal.facts());
            assertThat(pattern).isNotBlank();
        }
    }

    @Test
    void a_conflict_a_deadlock_and_the_other_failures_arrive_as_what_they_were() throws InvalidProtocolBufferException {
        assertThat(failed(new StreamConflict("project:1")))
                .isInstanceOfSatisfying(
                        StreamConflict.class, it -> assertThat(it.stream()).isEqualTo("project:1"));
        assertThat(failed(new DeadlockException("both wait"))).isInstanceOf(DeadlockException.class);
        assertThat(failed(new LockAcquisitionFailedException("no turn")))
                .isInstanceOf(LockAcquisitionFailedException.class);
        assertThat(failed(new UnknownEvent(7, "projects.New", "3"))).isInstanceOfSatisfying(UnknownEvent.class, it -> {
            assertThat(it.position()).isEqualTo(7);
            assertThat(it.getMessage()).isEqualTo(new UnknownEvent(7, "projects.New", "3").getMessage());
        });
        assertThat(failed(tooLarge()))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.facts()).containsEntry("problem", "sum"));
        assertThat(failed(new IllegalStateException("a mistake"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void positions_arrive() throws InvalidProtocolBufferException {
        var answer = GenericCommandResultMessage.asCommandResultMessage(new Written(7, 9));
        var bytes = wire.serialize(answer, "request").toByteArray();
        var arrived = wire.<Written>deserialize(CommandResponse.parseFrom(bytes));

        assertThat(arrived.getPayload()).isEqualTo(new Written(7, 9));
    }

    @Test
    void nothing_else_is_read_from_the_wire() {
        CommandWire reader = new CommandWire();
        for (String name : List.of("java.util.ArrayList", "vn.minhchung.Application", "vn.minhchung.kernel.Vnd", "x")) {
            assertThatThrownBy(() -> reader.deserialize(new SimpleSerializedObject<>(
                            "{}".getBytes(StandardCharsets.UTF_8), byte[].class, name, null)))
                    .isInstanceOf(SerializationException.class);
        }
        assertThatThrownBy(() -> reader.serialize(new Recording(), byte[].class))
                .isInstanceOf(SerializationException.class);
    }

    private CommandMessage<?> arrived(Command command, Decision decision) throws InvalidProtocolBufferException {
        var sent = new GenericCommandMessage<>(command, Map.of(Recording.DECISION, decision, "subject", SUBJECT));
        byte[] bytes = wire.serialize(sent, SUBJECT, 0).toByteArray();
        return wire.deserialize(io.axoniq.axonserver.grpc.command.Command.parseFrom(bytes));
    }

    private Throwable failed(Throwable failure) throws InvalidProtocolBufferException {
        var answer = GenericCommandResultMessage.asCommandResultMessage(CommandFailure.wrap(failure));
        byte[] bytes = wire.serialize(answer, "request").toByteArray();
        var arrived = wire.deserialize(CommandResponse.parseFrom(bytes));
        return CommandFailure.unwrap(arrived.exceptionResult());
    }

    private static Throwable tooLarge() {
        Vnd huge = Vnd.of(9_000_000_000_000_000_000L);
        try {
            return new AssertionError("no sum can be so large: " + Vnd.sum(List.of(huge, huge)));
        } catch (ArithmeticException e) {
            return e;
        }
    }
}
