package vn.minhchung.audit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.minhchung.audit.LogContradiction;
import vn.minhchung.audit.LogContradictions.Verdict;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.StoredLog;
import vn.minhchung.platform.axon.EventTypes;
import vn.minhchung.platform.axon.JacksonEventCodec;
import vn.minhchung.testing.SilentServer;
import vn.minhchung.testing.TestPostgres;

/** What is compared at the start, and what is made of it. */
class LastWitnessedTest {
    private static final String ORIGIN = "log.example/so-khcn";

    private static final Command ANY = () -> "note:1";

    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database.app());
    private final EventsToSeal log = new EventsToSeal();
    private final WitnessPolicy policy = new WitnessPolicy(Set.of(), 0);
    private final SealedTiles tiles = new SealedTiles(jdbc, policy);
    private final SigningKey key = SigningKey.generate(ORIGIN, KeyKind.NOTE);
    private final KnownLogKeys keys = new KnownLogKeys(jdbc, new SealingTest.Keys(key));

    @TempDir
    Path folder;

    /** A node must start whatever a place elsewhere does. */
    @Test
    void a_place_whose_answer_never_ends_is_given_up() throws Exception {
        try (SilentServer server = new SilentServer()) {
            assertThatThrownBy(() -> witnessed(Set.of()).at(server.address() + "/checkpoint"))
                    .isInstanceOf(IOException.class);
            assertThat(server.asked()).hasSize(1);
        }
    }

    /** Each is waited for some seconds; one after the other that would add up before anybody is served. */
    @Test
    void places_are_asked_at_once_at_the_start() throws Exception {
        try (SilentServer server = new SilentServer()) {
            Set<String> places = Set.of(server.address() + "/a", server.address() + "/b", server.address() + "/c");
            WhenStartedThenCompareWitnessed process = process(places);
            process.start();
            process.stop();

            assertThat(server.asked()).hasSize(3);
            assertThat(Collections.max(server.asked()) - Collections.min(server.asked()))
                    .as("the last was asked while the first was still waited for")
                    .isLessThan(LastWitnessed.LONGEST.toNanos());
        }
    }

    @Test
    void a_checkpoint_that_contradicts_is_told_of_once_however_often_it_is_handed_in() {
        log.add(3);
        sealing().step();
        Checkpoint other = Checkpoint.of(ORIGIN, 2, new byte[32]);
        Logger logger = (Logger) LoggerFactory.getLogger(KeptContradictions.class);
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        logger.addAppender(told);
        try {
            for (int i = 0; i < 3; i++)
                assertThat(contradictions().judge(other.signedBy(key))).isEqualTo(Verdict.CONTRADICTED);
        } finally {
            logger.detachAppender(told);
        }

        assertThat(told.list).hasSize(1);
    }

    /** A log that came without its tiles may be a rewritten one. */
    @Test
    void nothing_is_recorded_before_what_this_node_kept_is_compared() throws Exception {
        SigningKey witness = SigningKey.generate("witness.example/1", KeyKind.COSIGNATURE);
        WitnessPolicy one = new WitnessPolicy(Set.of(witness.verifier().text()), 1);
        log.add(3);
        Checkpoint kept = Checkpoint.of(ORIGIN, 3, log.root(3));
        Files.writeString(
                folder.resolve("last-witnessed"),
                kept.signedBy(key).with(witness.cosign(kept, 1_000)).encoded());
        KeptContradictions gate = new KeptContradictions(jdbc, tiles, log, (_, _) -> -1, one);
        List<ErrorCode> meanwhile = new ArrayList<>();
        StoredLog sealedSlowly = log.beforeReading(() -> {
            try {
                gate.pass(ANY);
            } catch (Refusal refusal) {
                meanwhile.add(refusal.code());
            }
        });
        WhenStartedThenCompareWitnessed process = new WhenStartedThenCompareWitnessed(
                new LastWitnessed(folder, Set.of(), tiles, one, keys), gate, sealing(sealedSlowly));
        process.start();
        process.stop();

        assertThat(meanwhile).isNotEmpty().containsOnly(ErrorCode.STORE_UNAVAILABLE);
        gate.pass(ANY);
    }

    /** A power failure, or somebody who does not want it compared; nobody can say that the log is not a rewritten one. */
    @ParameterizedTest
    @ValueSource(strings = {"", "no note\n", "log.example/so-khcn\n3\n"})
    void nothing_is_recorded_while_what_this_node_kept_cannot_be_read(String damaged) throws Exception {
        Path kept = folder.resolve("last-witnessed");
        Files.writeString(kept, damaged);
        assertRefusedUntilItIsGone(kept);
    }

    @Test
    void nothing_is_recorded_while_what_this_node_kept_is_of_another_log() throws Exception {
        Path kept = folder.resolve("last-witnessed");
        for (SignedNote other : List.of(
                Checkpoint.of(ORIGIN, 3, log.root(3)).signedBy(SigningKey.generate(ORIGIN, KeyKind.NOTE)),
                Checkpoint.of("log.example/khac", 3, log.root(3)).signedBy(key))) {
            Files.writeString(kept, other.encoded());
            assertRefusedUntilItIsGone(kept);
        }
    }

    private void assertRefusedUntilItIsGone(Path kept) throws IOException {
        KeptContradictions gate = contradictions();
        LastWitnessed witnessed = witnessed(Set.of());
        compare(witnessed, gate);
        assertThatThrownBy(() -> gate.pass(ANY)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.LOG_CONTRADICTED);
            assertThat(refusal.facts()).containsEntry("problem", "unreadable");
        });
        witnessed.keep();
        assertThat(kept).as("not written over").exists();
        Files.delete(kept);
        compare(witnessed, gate);
        gate.pass(ANY);
    }

    /** It counted when it was kept; that another witness is named since does not make it less true. */
    @Test
    void what_this_node_kept_is_compared_whoever_is_a_witness_now() throws Exception {
        log.add(2);
        SigningKey former = SigningKey.generate("witness.example/1", KeyKind.COSIGNATURE);
        Checkpoint longer = Checkpoint.of(ORIGIN, 3, new byte[32]);
        Files.writeString(
                folder.resolve("last-witnessed"),
                longer.signedBy(key).with(former.cosign(longer, 1_000)).encoded());
        KeptContradictions gate = contradictions();
        compare(witnessed(Set.of()), gate);
        assertThat(gate.list()).extracting(LogContradiction::kind).containsExactly(LogContradiction.Kind.OLD_BACKUP);
        assertThatThrownBy(() -> gate.pass(ANY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.LOG_CONTRADICTED));
    }

    @Test
    void nothing_is_recorded_before_the_comparison_began() {
        assertThatThrownBy(() -> contradictions().pass(ANY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
    }

    private void compare(LastWitnessed witnessed, KeptContradictions gate) {
        WhenStartedThenCompareWitnessed process = new WhenStartedThenCompareWitnessed(witnessed, gate, sealing());
        process.start();
        process.stop();
    }

    private LastWitnessed witnessed(Set<String> places) {
        return new LastWitnessed(folder, places, tiles, policy, keys);
    }

    private WhenStartedThenCompareWitnessed process(Set<String> places) {
        return new WhenStartedThenCompareWitnessed(witnessed(places), contradictions(), sealing());
    }

    private KeptContradictions contradictions() {
        return new KeptContradictions(jdbc, tiles, log, (_, _) -> -1, policy);
    }

    private Sealing sealing() {
        return sealing(log);
    }

    private Sealing sealing(StoredLog sealed) {
        return new Sealing(
                tiles,
                sealed,
                new JacksonEventCodec(new EventTypes(List.of()), List.of()),
                keys,
                new DataSourceTransactionManager(database.app()));
    }
}
