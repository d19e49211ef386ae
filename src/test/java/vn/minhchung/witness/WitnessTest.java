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
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    private static final int FOLDER_DAMAGED = 4;

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
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("witness.key"))))
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
        assertThat(said()).contains("ít hơn 300 sự kiện", "fewer than the 300");
    }

    @Test
    void that_the_log_did_not_answer_to_what_was_signed_is_said_too() throws IOException {
        witnessed(300);
        log.shrink(299);
        log.answer = FakeLog.DROPPED;

        assertNothingSigned();
        assertThat(said()).containsSubsequence("fewer than the 300", "/log/cosignatures");
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
        assertThat(Files.readAllLines(file("log.key")))
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
        assertThat(said()).contains("Cách dùng", "Usage");
        assertThat(WitnessProgram.meant("--x", "witness")).isTrue();
        assertThat(WitnessProgram.meant("export-log", "witness")).isFalse();
        assertThat(WitnessProgram.meant()).isFalse();
    }

    @Test
    void a_mistyped_log_key_is_a_mistake_in_the_arguments_and_not_kept() throws IOException {
        log.grow(3);
        log.rotate();
        String other = other().text();
        assertThat(witness("--name=w2.example", "--log-key=" + other)).isEqualTo(NOT_UNDERSTOOD);
        assertThat(said()).contains("không phải khoá của sổ", "is not the log's", "--log-key", other);
        assertThat(file("log.key")).doesNotExist();
        String own = Files.readString(file("witness.key"));
        assertThat(log.handedIn).isEmpty();

        String first = KeyRotation.parse(log.rotations.getFirst()).before().text();
        assertThat(witness("--log-key=" + first)).isEqualTo(OK);
        assertThat(file("log.key")).hasContent(first + "\n" + log.key.verifier().text());
        assertThat(file("witness.key")).hasContent(own);
    }

    @Test
    void a_folder_that_signed_nothing_takes_another_log_key() throws IOException {
        log.grow(3);
        assertThat(witness("--log-key=" + other().text())).isNotEqualTo(OK);
        Files.writeString(file("log.key"), other().text() + "\n");

        assertThat(witness("--log-key=" + log.key.verifier().text())).isEqualTo(OK);
        assertThat(file("log.key")).hasContent(log.key.verifier().text());
    }

    @Test
    void a_key_lost_after_something_was_signed_is_given_again_and_a_wrong_one_is_not_kept() throws IOException {
        witnessed(3);
        Files.writeString(file("log.key"), "");
        assertThat(witness()).isEqualTo(NOT_UNDERSTOOD);
        assertThat(witness("--log-key=" + other().text())).isEqualTo(LOG_CHANGED);
        assertThat(witness("--log-key=" + log.key.verifier().text())).isEqualTo(OK);
    }

    @Test
    @Timeout(30)
    void a_mistyped_log_key_is_not_tried_again() {
        log.grow(3);
        assertThat(run("witness", log.address(), file("").toString(), "--every=1", "--log-key=" + other().text()))
                .isEqualTo(NOT_UNDERSTOOD);
    }

    @Test
    void a_witness_s_key_is_no_log_s() throws IOException {
        log.grow(3);
        String cosigns = SigningKey.generate(FakeLog.ORIGIN, KeyKind.COSIGNATURE)
                .verifier()
                .text();
        assertThat(witness("--log-key=" + cosigns)).isEqualTo(NOT_UNDERSTOOD);
        assertThat(said()).contains("--log-key", "khoá của một bên chứng kiến", "a witness's key");
        assertThat(file("")).as("nothing is begun").doesNotExist();
    }

    /** @param left of the file, in thousandths */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300, 500, 900, 999})
    void a_witness_whose_last_checkpoint_was_cut_signs_nothing_and_says_which_file(int left) throws IOException {
        witnessed(300);
        String whole = Files.readString(file("checkpoint"));
        Files.writeString(file("checkpoint"), whole.substring(0, whole.length() * left / 1000));

        assertCheckpointDamaged();
        Files.writeString(file("checkpoint"), whole);
        assertThat(witness()).isEqualTo(OK);
    }

    @Test
    void a_last_checkpoint_that_the_witness_did_not_sign_as_it_stands_is_damaged() throws IOException {
        witnessed(300);
        String whole = Files.readString(file("checkpoint"));
        String ownLine = whole.lines().toList().getLast() + "\n";
        Files.writeString(file("checkpoint"), whole.substring(0, whole.length() - ownLine.length()));
        assertCheckpointDamaged();
        Files.writeString(file("checkpoint"), whole.replace("\n300\n", "\n200\n"));
        assertCheckpointDamaged();
        Files.write(file("checkpoint"), new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
        assertCheckpointDamaged();
    }

    @Test
    @Timeout(30)
    void a_damaged_checkpoint_is_not_tried_again_whether_or_not_the_log_answers() throws IOException {
        witnessed(300);
        Files.writeString(file("checkpoint"), "");
        assertThat(run("witness", log.address(), file("").toString(), "--every=1"))
                .isEqualTo(FOLDER_DAMAGED);
        log.close();
        assertThat(witness()).isEqualTo(FOLDER_DAMAGED);
    }

    @ParameterizedTest
    @CsvSource({"witness.key, 0", "witness.key, 30", "witness.key, 75", "witness.key, 90", "log.key, 30"})
    void a_key_file_that_was_cut_is_named(String name, int left) throws IOException {
        witnessed(3);
        String whole = Files.readString(file(name));
        String cut = whole.substring(0, left);
        Files.writeString(file(name), cut);

        assertThat(witness()).isEqualTo(FOLDER_DAMAGED);
        assertThat(said()).contains(file(name) + " của bên chứng kiến này bị hỏng", file(name) + " is damaged");
        assertThat(file(name)).as("not made again").hasContent(cut);
        assertThat(log.handedIn).hasSize(1);
    }

    @Test
    void a_key_of_another_kind_in_its_own_file_is_damage_and_not_the_log_s_fault() throws IOException {
        witnessed(3);
        SigningKey note = SigningKey.generate("witness.localhost", KeyKind.NOTE);
        Files.writeString(
                file("witness.key"),
                note.verifier().text() + "\n" + Base64.getEncoder().encodeToString(note.seed()) + "\n");
        assertThat(witness()).isEqualTo(FOLDER_DAMAGED);
        assertThat(said()).contains(file("witness.key") + " is damaged: a key of kind NOTE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "0", "-1", "86401", "99999999999999", "9999999999999999999999"})
    void every_is_a_number_of_seconds_in_its_range(String every) {
        log.grow(3);
        assertThat(witness("--log-key=" + log.key.verifier().text(), "--every=" + every))
                .isEqualTo(NOT_UNDERSTOOD);
        assertThat(said()).contains("--every=" + every, "từ 1 đến 86400 giây", "from 1 to 86400 seconds");
    }

    @Test
    void every_too_far_away_is_refused_before_anything_is_signed() {
        log.grow(3);
        assertThat(run(
                        "witness",
                        log.address(),
                        file("").toString(),
                        "--log-key=" + log.key.verifier().text(),
                        "--every=99999999999999"))
                .isEqualTo(NOT_UNDERSTOOD);
        assertThat(log.handedIn).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--onec", "--once=1", "--name", "--logkey=x", "-x"})
    void an_option_it_does_not_know_is_refused_by_name(String option) {
        log.grow(3);
        assertThat(witness("--log-key=" + log.key.verifier().text(), option)).isEqualTo(NOT_UNDERSTOOD);
        assertThat(said()).contains("Không có tuỳ chọn " + option, "no option " + option);
        assertThat(log.handedIn).isEmpty();
    }

    @Test
    void a_name_is_a_key_s_for_good() {
        log.grow(3);
        assertThat(witness("--log-key=" + log.key.verifier().text(), "--name=with space"))
                .isEqualTo(NOT_UNDERSTOOD);
        assertThat(said()).contains("--name=with space");
        assertThat(witness("--log-key=" + log.key.verifier().text(), "--name=a.example"))
                .isEqualTo(OK);
        assertThat(witness("--name=a.example")).isEqualTo(OK);
        assertThat(witness("--name=b.example")).isEqualTo(NOT_UNDERSTOOD);
        assertThat(said()).contains("--name=b.example", "a.example");
        assertThat(log.handedIn).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"log.example/log", "ftp://log.example/log", "http:///log", "http://log example"})
    void an_address_that_is_none_is_named(String address) {
        assertThat(run("witness", address, file("").toString(), "--once", "--log-key=" + other().text()))
                .isEqualTo(NOT_UNDERSTOOD);
        assertThat(said()).contains("Địa chỉ sổ", "address of a log", address);
    }

    @Test
    void a_rotation_to_another_log_s_key_is_an_answer_that_is_none() throws IOException {
        witnessed(3);
        SigningKey next = SigningKey.generate("log.example/other", KeyKind.NOTE);
        String text = "minhchung/key-rotation\n%s\n%s\n3\n"
                .formatted(log.key.verifier().text(), next.verifier().text());
        log.rotations.add(new SignedNote(text, List.of(log.key.sign(text), next.sign(text))));
        log.checkpoint = log.now().signedBy(next).encoded();
        assertThat(witness()).isEqualTo(NO_ANSWER);
        assertThat(said()).contains("không đúng dạng", "malformed");
    }

    private void assertCheckpointDamaged() throws IOException {
        byte[] damaged = Files.readAllBytes(file("checkpoint"));
        int handed = log.handedIn.size();
        said.reset();
        assertThat(witness()).isEqualTo(FOLDER_DAMAGED);
        assertThat(said())
                .contains(file("checkpoint") + " của bên chứng kiến này bị hỏng", file("checkpoint") + " is damaged")
                .doesNotContain("Sổ trả lời");
        assertThat(file("checkpoint")).hasBinaryContent(damaged);
        assertThat(log.handedIn).hasSize(handed);
    }

    private static VerifierKey other() {
        return SigningKey.generate(FakeLog.ORIGIN, KeyKind.NOTE).verifier();
    }

    private Path file(String name) {
        return folder.resolve("w").resolve(name);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
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
        return SignedNote.parse(Files.readString(file("checkpoint")));
    }

    private VerifierKey key() throws IOException {
        return VerifierKey.parse(Files.readAllLines(file("witness.key")).getFirst());
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
