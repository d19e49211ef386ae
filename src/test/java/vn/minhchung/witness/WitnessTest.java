package vn.minhchung.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.Cosignature;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.KeyRotation;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.VerifierKey;
import vn.minhchung.testing.SilentServer;

/** Signs what continues what it signed, and nothing else. */
class WitnessTest {
    private static final int OK = 0;
    private static final int NO_ANSWER = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final int LOG_CHANGED = 3;

    @TempDir
    Path folder;

    private final FakeLog log = new FakeLog();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    WitnessTest() throws IOException {}

    @AfterEach
    void stop() {
        log.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 254, 256, 257, 700})
    void a_log_that_grew_is_witnessed_again_and_handed_in(int size) throws IOException {
        log.grow(size);
        assertThat(witness("--log-key=" + log.key.verifier().text(), "--name=thanh-tra.example"))
                .isEqualTo(OK);
        log.grow(300);
        assertThat(witness()).isEqualTo(OK);
        assertThat(witness()).as("nothing new").isEqualTo(OK);

        assertThat(log.handedIn).hasSize(3);
        VerifierKey key = key();
        assertThat(key.name()).isEqualTo("thanh-tra.example");
        for (SignedNote note : log.handedIn) {
            assertThat(note.verified(List.of(key, log.key.verifier()))).hasSize(2);
            assertThat(Cosignature.seconds(note.signatures().getLast())).isPositive();
        }
        assertThat(Checkpoint.parse(log.handedIn.get(1).text()).size()).isEqualTo(size + 300);
        assertThat(kept().encoded()).isEqualTo(log.handedIn.getLast().encoded());
    }

    @Test
    void what_it_keeps_is_for_its_owner_alone() throws IOException {
        log.grow(3);
        witness("--log-key=" + log.key.verifier().text());

        try (Stream<Path> files = Files.list(folder.resolve("w"))) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("witness.key", "log.key", "checkpoint");
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("w").resolve("witness.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_log_that_lost_events_is_not_signed_and_shown_what_was() throws IOException {
        witnessed(300);
        log.shrink(299);

        assertNothingSigned();
    }

    @ParameterizedTest
    @ValueSource(ints = {503, FakeLog.DROPPED})
    void a_log_that_changed_is_told_of_whether_or_not_it_takes_what_was_signed(int answer) throws IOException {
        witnessed(300);
        log.shrink(299);
        log.answer = answer;

        assertNothingSigned();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("ít hơn 300 sự kiện", "fewer than the 300");
    }

    @Test
    void that_the_log_did_not_answer_to_what_was_signed_is_said_too() throws IOException {
        witnessed(300);
        log.shrink(299);
        log.answer = FakeLog.DROPPED;

        assertNothingSigned();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .containsSubsequence("fewer than the 300", "/log/cosignatures");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 299})
    void a_log_that_was_rewritten_is_not_signed_whether_or_not_it_grew(int leaf) throws IOException {
        witnessed(300);
        log.rewrite(leaf);
        assertNothingSigned();
        log.grow(40);
        assertNothingSigned();
    }

    @Test
    void a_checkpoint_by_another_key_or_of_another_log_is_not_signed() throws IOException {
        witnessed(300);
        SigningKey other = SigningKey.generate(FakeLog.ORIGIN, KeyKind.NOTE);
        log.checkpoint = log.now().signedBy(other).encoded();
        assertThat(witness()).isEqualTo(LOG_CHANGED);
        log.checkpoint = Checkpoint.of("log.example/other", 300, log.now().root())
                .signedBy(log.key)
                .encoded();
        assertThat(witness()).isEqualTo(LOG_CHANGED);
        assertThat(log.handedIn).as("each time what was signed before").hasSize(3);
        assertThat(log.handedIn.stream().map(SignedNote::encoded).distinct()).hasSize(1);
    }

    @Test
    void a_key_that_the_known_one_introduced_is_followed_and_no_other() throws IOException {
        VerifierKey first = log.key.verifier();
        witnessed(300);
        log.rotate();
        log.grow(1);
        log.rotate();
        log.grow(1);
        assertThat(witness()).isEqualTo(OK);
        assertThat(Files.readAllLines(folder.resolve("w").resolve("log.key")))
                .hasSize(3)
                .startsWith(first.text())
                .endsWith(log.key.verifier().text());
        assertThat(witness("--log-key=" + first.text()))
                .as("the key it was told at first")
                .isEqualTo(OK);
        log.grow(1);
        assertThat(witness()).isEqualTo(OK);

        SigningKey thief = SigningKey.generate(FakeLog.ORIGIN, KeyKind.NOTE);
        SigningKey wanted = SigningKey.generate(FakeLog.ORIGIN, KeyKind.NOTE);
        log.rotations.add(KeyRotation.signed(thief, wanted, 303));
        log.checkpoint = log.now().signedBy(wanted).encoded();
        assertThat(witness()).isEqualTo(LOG_CHANGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 403, 429, 503})
    void a_log_that_does_not_say_who_introduced_its_key_is_not_accused(int status) throws IOException {
        witnessed(300);
        log.rotate();
        log.rotationAnswer = status;
        assertThat(witness()).isEqualTo(NO_ANSWER);
        assertThat(log.handedIn).as("nothing signed, nothing shown").hasSize(1);

        log.rotationAnswer = 200;
        assertThat(witness()).isEqualTo(OK);
        log.rotate();
        log.rotationAnswer = 404;
        assertThat(witness()).as("there is none").isEqualTo(LOG_CHANGED);
    }

    @Test
    void a_log_that_does_not_answer_or_answers_nonsense_is_asked_again_later() throws IOException {
        witnessed(300);
        log.checkpoint = "nonsense";
        assertThat(witness()).isEqualTo(NO_ANSWER);
        log.checkpoint = "x".repeat(100_000);
        assertThat(witness()).isEqualTo(NO_ANSWER);
        log.checkpoint = null;
        log.answer = 503;
        assertThat(witness()).isEqualTo(NO_ANSWER);
        log.answer = 204;
        assertThat(witness()).isEqualTo(OK);
        log.close();
        assertThat(witness()).isEqualTo(NO_ANSWER);
    }

    @Test
    void it_wants_the_log_s_key_once_and_no_other_one_later() throws IOException {
        assertThat(witness()).isEqualTo(NOT_UNDERSTOOD);
        witnessed(3);
        SigningKey other = SigningKey.generate(FakeLog.ORIGIN, KeyKind.NOTE);
        assertThat(witness("--log-key=" + other.verifier().text())).isEqualTo(NOT_UNDERSTOOD);
        assertThat(witness("--log-key=nonsense")).isEqualTo(NOT_UNDERSTOOD);
        assertThat(run("witness")).isEqualTo(NOT_UNDERSTOOD);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Cách dùng", "Usage");
        assertThat(WitnessProgram.meant("--x", "witness")).isTrue();
        assertThat(WitnessProgram.meant("export-log", "witness")).isFalse();
        assertThat(WitnessProgram.meant()).isFalse();
    }

    private void witnessed(int size) throws IOException {
        log.grow(size);
        assertThat(witness("--log-key=" + log.key.verifier().text())).isEqualTo(OK);
        assertThat(log.handedIn).hasSize(1);
    }

    private void assertNothingSigned() throws IOException {
        SignedNote before = kept();
        int handed = log.handedIn.size();
        assertThat(witness()).isEqualTo(LOG_CHANGED);
        assertThat(kept().encoded()).isEqualTo(before.encoded());
        assertThat(log.handedIn).hasSize(handed + 1);
        assertThat(log.handedIn.getLast().encoded()).isEqualTo(before.encoded());
    }

    private SignedNote kept() throws IOException {
        return SignedNote.parse(Files.readString(folder.resolve("w").resolve("checkpoint")));
    }

    private VerifierKey key() throws IOException {
        return VerifierKey.parse(
                Files.readAllLines(folder.resolve("w").resolve("witness.key")).getFirst());
    }

    private int witness(String... options) {
        return run(Stream.concat(
                        Stream.of("witness", log.address(), folder.resolve("w").toString(), "--once"),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        return WitnessProgram.run(new PrintStream(said, true, StandardCharsets.UTF_8), arguments);
    }

    @Test
    void an_answer_that_never_ends_is_none() throws IOException {
        try (SilentServer silent = new SilentServer();
                LogOverHttp log = new LogOverHttp(silent.address(), Duration.ofSeconds(1))) {
            assertThatThrownBy(log::checkpoint).isInstanceOf(WitnessFault.class).hasMessageContaining("1 s");
            assertThatThrownBy(() -> log.rotation(1)).isInstanceOf(WitnessFault.class);
        }
    }
}
