package vn.minhchung.platform.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.eventstore.axonserver.WireEvents;
import vn.minhchung.testing.FakeAxonServer;
import vn.minhchung.testing.TestPostgres;

/** The command over Axon Server's protocol: what arrives there, and what a lost line does. */
class MoveToAxonServerTest {
    private static final int COMMANDS = 120;

    private final TestPostgres.Database source = TestPostgres.freshDatabase();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_log_arrives_as_if_it_had_been_written_there_and_a_second_run_finds_it_whole() {
        fill();
        try (FakeAxonServer server = new FakeAxonServer()) {
            assertThat(move(server)).as(told()).isZero();
            assertThat(move(server)).as(told()).isZero();

            assertThat(server.log()).hasSize(2 * COMMANDS);
            for (int i = 0; i < server.log().size(); i++) {
                NewEvent event = WireEvents.fromWire(server.log().get(i));
                assertThat(new String(event.payload(), StandardCharsets.UTF_8))
                        .isEqualTo("{\"n\":\"đề tài %d\"}".formatted(i));
                assertThat(event.sequence()).isEqualTo(i);
                assertThat(event.storedMs()).isEqualTo(1_000 + i);
            }
            assertThat(told()).contains("Done: 240 events, 0 refused attempts, 0 readings, Merkle root ");
        }
    }

    @Test
    void a_line_that_breaks_is_told_and_the_next_run_goes_on() {
        fill();
        try (FakeAxonServer server = new FakeAxonServer()) {
            server.loseAnswers(1);
            assertThat(move(server)).isEqualTo(1);
            assertThat(told()).contains("Axon Server không trả lời", "Axon Server does not answer");
            assertThat(server.log()).hasSize(2);

            assertThat(move(server)).as(told()).isZero();
            assertThat(server.log()).hasSize(2 * COMMANDS);
        }
    }

    @Test
    void a_context_that_is_not_empty_is_left_alone() {
        fill();
        try (FakeAxonServer server = new FakeAxonServer()) {
            server.store(List.of(WireEvents.toWire(event("foreign:1", 0, "1/1"))));

            assertThat(move(server)).isEqualTo(1);
            assertThat(told()).contains("đề nghị dùng ngữ cảnh trống: 1", "use an empty context: 1");
            assertThat(server.log()).hasSize(1);
        }
    }

    @Test
    void the_log_that_went_on_there_is_exported_from_there_and_read_in_elsewhere_with_the_same_root() {
        fill();
        TestPostgres.Database target = TestPostgres.freshDatabase();
        try (FakeAxonServer server = new FakeAxonServer();
                FakeAxonServer other = new FakeAxonServer()) {
            assertThat(move(server)).as(told()).isZero();
            server.store(List.of(
                    WireEvents.toWire(event("task:1", 2L * COMMANDS, "1/2")),
                    WireEvents.toWire(event("task:1", 2L * COMMANDS + 1, "2/2"))));

            assertThat(run(source, server, "export-log", file("log.jsonl")))
                    .as(told())
                    .isZero();
            String exported =
                    told.toString(StandardCharsets.UTF_8).lines().toList().getLast();
            assertThat(run(target, server, "import-log", file("log.jsonl")))
                    .as(told())
                    .isZero();
            assertThat(told.toString(StandardCharsets.UTF_8).lines().toList().getLast())
                    .isEqualTo(exported)
                    .startsWith("Done: 242 events, 0 refused attempts, 0 readings, Merkle root ");
            assertThat(run(target, server, "export-log", file("again.jsonl"))).isZero();
            assertThat(Path.of(file("again.jsonl"))).hasSameBinaryContentAs(Path.of(file("log.jsonl")));

            assertThat(run(source, other, "export-log", file("other.jsonl"))).isEqualTo(1);
            assertThat(told()).contains("không phải là sổ của cơ sở dữ liệu này: 0 < 240", "is not the log of this");
            assertThat(Path.of(file("other.jsonl"))).doesNotExist();
        }
    }

    private int move(FakeAxonServer server) {
        return run(source, server, "move-to-axonserver");
    }

    private int run(TestPostgres.Database database, FakeAxonServer server, String... words) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.appUser(),
                "--spring.datasource.password=" + database.appPassword(),
                "--minhchung.vault.username=" + database.vaultUser(),
                "--minhchung.vault.password=" + database.vaultPassword(),
                "--axon.axonserver.servers=" + server.address()));
        arguments.addAll(List.of(words));
        return LogCommands.run(new PrintStream(told, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    /** Two events per command on one stream. */
    private void fill() {
        try (Appender appender = new Appender(
                ConnectionSource.of(source.app()), "here", InstantSource.system(), Appender.Limits.DEFAULT)) {
            for (int i = 0; i < 2 * COMMANDS; i += 2) {
                appender.append(List.of(event("task:1", i, "1/2"), event("task:1", i + 1, "2/2")));
            }
        }
    }

    private static NewEvent event(String stream, long sequence, String part) {
        return new NewEvent(
                UUID.randomUUID(),
                stream,
                sequence,
                "Task",
                "archivetest.Noted",
                "1",
                1_000 + sequence,
                "{\"n\":\"đề tài %d\"}".formatted(sequence).getBytes(StandardCharsets.UTF_8),
                """
                {"build":"b","extra":{},"part":"%s","rules":[],"salt":"%s","warnings":[]}""".formatted(part, "0f".repeat(16)).getBytes(StandardCharsets.UTF_8));
    }
}
