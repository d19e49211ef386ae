package vn.minhchung.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.LogKeys;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/** A log that does not hold what was witnessed is read and not written, until an operator decides on record. */
class ContradictedLogSystemTest {
    private static final String ORIGIN = "log.example/so-khcn";

    private final SigningKey witness = SigningKey.generate("witness.example", KeyKind.COSIGNATURE);
    private final Path folder = TestPostgres.newDataDir();
    private int people;

    @Test
    void an_old_backup_is_recognised_at_the_start_by_what_was_witnessed_since() throws Exception {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        try (RunningSystem system = start(database)) {
            system.bean(Bootstrap.class).administrator("Quản trị", "admin", new Secret(RunningSystem.PASSWORD));
            sealed(system);
        }
        TestPostgres.Database backup = TestPostgres.copyOf(database);
        SignedNote since;
        try (RunningSystem system = start(database)) {
            assertThat(registered(system)).isEmpty();
            since = sealed(system);
            assertThat(handedIn(system, cosigned(since))).isEqualTo(204);
            eventually(() -> assertThat(Files.readString(folder.resolve("last-witnessed")))
                    .startsWith(since.text()));
        }
        try (RunningSystem same = start(database)) {
            assertThat(registered(same)).as("what was witnessed is there").isEmpty();
        }
        try (RunningSystem restored = start(backup)) {
            assertThat(registered(restored)).containsExactly("LOG_CONTRADICTED");
            JsonNode found = contradictions(restored).get(0);
            assertThat(found.get("kind").stringValue()).isEqualTo("OLD_BACKUP");
            assertThat(found.get("size").stringValue())
                    .isEqualTo(Long.toString(Checkpoint.parse(since.text()).size()));
            assertThat(found.get("decidedAt").isNull()).isTrue();
            assertThat(status(restored, "/actuator/health")).isEqualTo(503);
            assertThat(restored.as("admin")
                            .data("{ me { login } }")
                            .at("/me/login")
                            .stringValue())
                    .isEqualTo("admin");

            assertThat(continued(restored, found.get("id").stringValue(), " ")).containsExactly("REASON_REQUIRED");
            assertThat(registered(restored)).containsExactly("LOG_CONTRADICTED");
            assertThat(continued(restored, found.get("id").stringValue(), "Máy chủ hỏng, chỉ còn bản sao lưu này"))
                    .isEmpty();
            assertThat(registered(restored)).isEmpty();
            assertThat(contradictions(restored).get(0).get("decidedAt").isNull())
                    .isFalse();
            assertThat(continued(restored, found.get("id").stringValue(), "lần nữa"))
                    .containsExactly("ALREADY_EXISTS");
            JsonNode event = restored.as("admin")
                    .data(
                            "{ events(filter: {names: [\"audit.LogContinued\"]}) { edges { node { sentence reason } } } }")
                    .at("/events/edges/0/node");
            assertThat(event.get("sentence").stringValue()).endsWith("(sổ ngắn hơn điểm đã ký).");
            assertThat(event.get("reason").stringValue()).isEqualTo("Máy chủ hỏng, chỉ còn bản sao lưu này");
            eventually(() -> assertThat(status(restored, "/actuator/health")).isEqualTo(200));
        }
        try (RunningSystem again = start(backup)) {
            assertThat(registered(again)).as("it was decided").isEmpty();
        }
        Files.writeString(folder.resolve("last-witnessed"), "");
        try (RunningSystem blind = start(backup)) {
            JsonNode refused = blind.as("admin").data("""
                    mutation { registerPerson(input: { idempotencyKey: "blind", name: "Vũ Thị Mới",
                        decision: { reason: "hồ sơ nhân sự" } }) { errors { code message wayOut } } }
                    """).at("/registerPerson/errors/0");
            assertThat(refused.get("code").stringValue()).isEqualTo("LOG_CONTRADICTED");
            assertThat(refused.get("message").stringValue()).contains("(tệp `last-witnessed`)");
            assertThat(refused.get("wayOut").stringValue()).startsWith("Người vận hành đưa lại tệp");
            assertThat(status(blind, "/actuator/health")).isEqualTo(503);
        }
    }

    /** With the backup the rotation was lost too: this log no longer knows the key that signed since. */
    @Test
    void a_backup_older_than_the_newest_key_is_recognised_too() throws Exception {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        try (RunningSystem system = start(database)) {
            system.bean(Bootstrap.class).administrator("Quản trị", "admin", new Secret(RunningSystem.PASSWORD));
            sealed(system);
        }
        TestPostgres.Database backup = TestPostgres.copyOf(database);
        String first;
        try (RunningSystem system = start(database)) {
            first = system.bean(LogKeyRing.class).current().text();
            assertThat(codes(system, """
                    mutation ($key: String!) { sent: rotateLogKey(input: { idempotencyKey: "k", oldKey: $key,
                        decision: { reason: "định kỳ" } }) { errors { code } } }
                    """, Map.of("key", first))).isEmpty();
            SignedNote since = sealed(system);
            assertThat(system.bean(LogKeyRing.class).current().text()).isNotEqualTo(first);
            assertThat(handedIn(system, cosigned(since))).isEqualTo(204);
            eventually(() -> assertThat(Files.readString(folder.resolve("last-witnessed")))
                    .startsWith(since.text()));
        }
        String kept = Files.readString(folder.resolve("last-witnessed"));
        try (RunningSystem restored = start(backup)) {
            assertThat(restored.bean(LogKeyRing.class).current().text()).isEqualTo(first);
            assertThat(registered(restored)).containsExactly("LOG_CONTRADICTED");
            assertThat(contradictions(restored).get(0).get("kind").stringValue())
                    .isEqualTo("OLD_BACKUP");
            assertThat(Files.readString(folder.resolve("last-witnessed"))).isEqualTo(kept);
        }
    }

    @Test
    void a_witness_that_saw_another_log_closes_this_one_at_once() throws Exception {
        try (RunningSystem system = start(TestPostgres.freshDatabase())) {
            system.bean(Bootstrap.class).administrator("Quản trị", "admin", new Secret(RunningSystem.PASSWORD));
            Checkpoint now = Checkpoint.parse(sealed(system).text());
            SigningKey key = system.bean(LogKeys.class).first();
            assertThat(handedIn(
                            system,
                            cosigned(Checkpoint.of(ORIGIN, now.size(), new byte[32])
                                    .signedBy(key))))
                    .isEqualTo(409);

            assertThat(registered(system)).containsExactly("LOG_CONTRADICTED");
            assertThat(contradictions(system).get(0).get("kind").stringValue()).isEqualTo("SPLIT_VIEW");
            assertThat(handedIn(
                            system,
                            cosigned(Checkpoint.of(ORIGIN, now.size() + 1_000, new byte[32])
                                    .signedBy(key))))
                    .isEqualTo(409);
            JsonNode both = contradictions(system);
            assertThat(both.size()).isEqualTo(2);
            assertThat(continued(system, both.get(0).get("id").stringValue(), "đã xem xét"))
                    .isEmpty();
            assertThat(registered(system)).as("one of two").containsExactly("LOG_CONTRADICTED");
            assertThat(continued(system, both.get(1).get("id").stringValue(), "đã xem xét"))
                    .isEmpty();
            assertThat(registered(system)).isEmpty();
        }
    }

    /** Somebody rewrote the database consistently; a file the witness keeps elsewhere tells. */
    @Test
    void a_place_elsewhere_that_holds_another_checkpoint_closes_the_log_at_the_start() throws Exception {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        Path elsewhere = TestPostgres.newDataDir().resolve("checkpoint");
        try (RunningSystem system = start(database)) {
            system.bean(Bootstrap.class).administrator("Quản trị", "admin", new Secret(RunningSystem.PASSWORD));
            SigningKey key = system.bean(LogKeys.class).first();
            SignedNote other = Checkpoint.of(ORIGIN, 2, new byte[32]).signedBy(key);
            sealed(system);
            Files.writeString(elsewhere, cosigned(other).encoded());
        }
        String places = "--minhchung.log.last-witnessed=" + elsewhere + ",http://127.0.0.1:1/nobody";
        try (RunningSystem system = start(database, places)) {
            assertThat(registered(system)).containsExactly("LOG_CONTRADICTED");
            assertThat(contradictions(system).get(0).get("kind").stringValue()).isEqualTo("SPLIT_VIEW");
        }
        Files.writeString(elsewhere, "no note");
        assertThat(Files.readString(elsewhere)).isEqualTo("no note");
        try (RunningSystem system = start(database, places)) {
            assertThat(registered(system)).as("what was found stays found").containsExactly("LOG_CONTRADICTED");
        }
    }

    private RunningSystem start(TestPostgres.Database database, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--minhchung.log.origin=" + ORIGIN,
                "--minhchung.log.witnesses=" + witness.verifier().text(),
                "--minhchung.data-dir=" + folder));
        arguments.addAll(List.of(more));
        return RunningSystem.start(database, arguments.toArray(String[]::new));
    }

    private static SignedNote sealed(RunningSystem system) {
        long head = system.bean(RecordedEvents.class).head();
        SealedLog log = system.bean(SealedLog.class);
        eventually(() ->
                assertThat(log.newest().map(SealedLog.State::size).orElse(0L)).isGreaterThanOrEqualTo(head));
        SignedNote note = log.newest().orElseThrow().note();
        return new SignedNote(note.text(), note.signatures().subList(0, 1));
    }

    private SignedNote cosigned(SignedNote note) {
        return note.with(witness.cosign(Checkpoint.parse(note.text()), 1_000));
    }

    private static int handedIn(RunningSystem system, SignedNote note) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(system.address("/log/cosignatures"))
                                    .header("Content-Type", "text/plain")
                                    .POST(HttpRequest.BodyPublishers.ofString(note.encoded()))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static int status(RunningSystem system, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(system.address(path)).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static JsonNode contradictions(RunningSystem system) {
        return system.as("admin")
                .data("{ logContradictions { id kind size ownSize note decidedAt } }")
                .get("logContradictions");
    }

    /** @return codes of what was refused */
    private List<String> registered(RunningSystem system) {
        return codes(system, """
                mutation ($key: String!) { sent: registerPerson(input: { idempotencyKey: $key, name: "Vũ Thị Mới",
                    decision: { reason: "hồ sơ nhân sự" } }) { errors { code } } }
                """, Map.of("key", "person-" + ++people));
    }

    private List<String> continued(RunningSystem system, String contradiction, String reason) {
        return codes(system, """
                mutation ($key: String!, $id: ID!, $reason: String!) { sent: continueLog(input: { idempotencyKey: $key,
                    contradiction: $id, decision: { reason: $reason } }) { errors { code } } }
                """, Map.of("key", "go-on-" + ++people, "id", contradiction, "reason", reason));
    }

    private static List<String> codes(RunningSystem system, String document, Map<String, ?> variables) {
        return system.as("admin")
                .data(document, variables)
                .at("/sent/errors")
                .valueStream()
                .map(error -> error.get("code").stringValue())
                .toList();
    }
}
