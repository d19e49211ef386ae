package vn.minhchung.audit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.minhchung.audit.SealedLog.State;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.Damage;
import vn.minhchung.kernel.log.Entries;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.LogKeys;
import vn.minhchung.kernel.log.MerkleTree;
import vn.minhchung.kernel.log.ProofCheck;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.TiledTree;
import vn.minhchung.kernel.log.VerifierKey;
import vn.minhchung.platform.axon.EventTypes;
import vn.minhchung.platform.axon.JacksonEventCodec;
import vn.minhchung.testing.TestPostgres;

/** Each event is sealed once, whatever happens in between, and what was sealed is compared with what is stored. */
class SealingTest {
    private static final String ORIGIN = "log.example/so-khcn";
    private static final EventCodec CODEC = new JacksonEventCodec(new EventTypes(List.of()), List.of());

    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final EventsToSeal log = new EventsToSeal();
    private final DataSource app = database.app();
    private final SealedTiles tiles = new SealedTiles(JdbcClient.create(app), new WitnessPolicy(Set.of(), 0));
    private final SigningKey key = SigningKey.generate(ORIGIN, KeyKind.NOTE);
    private final Sealing sealing = sealing(new Keys(key));

    @Test
    void an_empty_log_has_a_checkpoint_too_and_only_one() {
        assertThat(sealing.step()).isZero();
        assertThat(sealing.step()).isZero();

        assertThat(count("transparency.checkpoint")).isOne();
        assertThat(newest().root()).isEqualTo(new MerkleTree().root());
        assertThat(newest().note().text()).startsWith(ORIGIN + "\n0\n");
        sealing.compare();
    }

    @Test
    void every_checkpoint_is_signed_covers_all_and_continues_every_earlier_one() {
        List<State> earlier = new ArrayList<>();
        for (int more : new int[] {1, 254, 1, 1, 255, 1, 3, 300}) {
            assertThat(stepAfter(more)).isEqualTo(more);
            State newest = newest();
            newest.note().verified(List.of(key.verifier()));
            Checkpoint checkpoint = Checkpoint.parse(newest.note().text());
            assertThat(checkpoint.size()).isEqualTo(log.head());
            assertThat(checkpoint.root()).isEqualTo(log.root(log.head())).isEqualTo(newest.root());
            TiledTree tree = new TiledTree(newest.size(), tiles);
            for (State before : earlier) {
                assertThat(ProofCheck.consistent(
                                before.size(),
                                newest.size(),
                                before.root(),
                                newest.root(),
                                tree.consistency(before.size())))
                        .isTrue();
            }
            earlier.add(newest);
            sealing.compare();
        }
    }

    @Test
    void a_partial_tile_that_was_served_stays_the_beginning_of_the_one_that_fills() {
        stepAfter(70);
        byte[] partial = tiles.hashes(new Tile(0, 0, 70));
        stepAfter(300);

        assertThat(tiles.hashes(new Tile(0, 0, 70))).isEqualTo(partial);
        assertThat(tiles.hashes(new Tile(0, 0, 256))).startsWith(partial).hasSize(8_192);
        assertThat(tiles.hashes(new Tile(0, 1, 114))).hasSize(114 * 32);
        assertThat(tiles.hashes(new Tile(1, 0, 1))).hasSize(32);
    }

    @Test
    void entries_are_those_that_the_leaves_are_hashes_of() {
        stepAfter(300);
        byte[] leaves = tiles.hashes(new Tile(0, 1, 44));
        ByteBuffer bundle = ByteBuffer.wrap(tiles.entries(new Tile(0, 1, 44)));
        ByteBuffer hashes = ByteBuffer.allocate(44 * 32);
        for (int position = 257; bundle.hasRemaining(); position++) {
            byte[] entry = new byte[Short.toUnsignedInt(bundle.getShort())];
            bundle.get(entry);
            assertThat(entry).isEqualTo(log.entry(position));
            hashes.put(MerkleTree.leafHash(entry));
        }

        assertThat(hashes.array()).isEqualTo(leaves);
    }

    /** The node dies after the hashes were written and before the checkpoint was. */
    @Test
    void a_crash_between_tiles_and_checkpoint_leaves_neither_and_the_next_step_seals_the_same() {
        stepAfter(10);
        long pieces = count("transparency.tile_piece");
        LogKeys unreadable = new Keys(key) {
            @Override
            public Optional<SigningKey> of(VerifierKey verifier) {
                throw new IllegalStateException("killed");
            }
        };
        Sealing dying = sealing(unreadable);
        log.add(400);

        assertThatThrownBy(dying::step).hasMessage("killed");
        assertThat(newest().size()).isEqualTo(10);
        assertThat(count("transparency.tile_piece")).isEqualTo(pieces);
        assertThat(sealing.step()).isEqualTo(400);
        assertThat(newest().root()).isEqualTo(log.root(410));
        sealing.compare();
    }

    @Test
    void nodes_that_seal_at_once_seal_each_event_once() throws Exception {
        int nodes = 4;
        try (ExecutorService threads = Executors.newFixedThreadPool(nodes + 1)) {
            List<Future<Integer>> sealed = new ArrayList<>();
            for (int node = 0; node < nodes; node++) {
                Sealing own = sealing(new Keys(key));
                sealed.add(threads.submit(() -> {
                    int count = 0;
                    while (newestSize() < 1_000) count += own.step();
                    return count;
                }));
            }
            Future<?> writer = threads.submit(() -> {
                for (int i = 0; i < 100; i++) log.add(10);
            });
            writer.get();
            int total = 0;
            for (Future<Integer> each : sealed) total += each.get();
            assertThat(total).isEqualTo(1_000);
        }
        assertThat(newest().root()).isEqualTo(log.root(1_000));
        sealing.compare();
    }

    /** At the ends, on both sides of a tile's edge, and inside. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 200, 255, 256, 257, 511, 512, 513, 599, 600})
    void what_was_done_to_an_event_is_named_with_its_position(int position) {
        stepAfter(600);
        sealing.compare();
        int i = position - 1;

        assertDamage(Damage.ENVELOPE, position, () -> log.garble(position));
        assertDamage(Damage.PAYLOAD, position, () -> log.alter(position));
        assertDamage(
                Damage.ENVELOPE, position, () -> log.change(position, event -> with(event, event.storedMs(), "x")));
        assertDamage(Damage.TIME, position, () -> log.change(position, event -> with(event, event.storedMs() + 1, "")));
        assertDamage(Damage.TIME, position, () -> log.change(position, SealingTest::recordedLater));
        assertDamage(Damage.EVENT, position, () -> log.change(position, SealingTest::ofAnotherStream));
        assertDamage(
                position == 600 ? Damage.TAIL_CUT : Damage.DELETED,
                position,
                () -> log.damage(false, events -> events.remove(i)));
        assertDamage(
                position == 600 ? Damage.TAIL_CUT : Damage.DELETED,
                position,
                () -> log.damage(true, events -> events.remove(i)));
        assertDamage(
                Damage.INSERTED, position, () -> log.damage(true, events -> events.add(i, EventsToSeal.foreign())));
        assertDamage(
                Damage.REPLACED, position, () -> log.damage(true, events -> events.set(i, EventsToSeal.foreign())));
        assertDamage(
                Damage.SWAPPED,
                Math.min(position, 599),
                () -> log.damage(true, events -> Collections.swap(events, Math.min(i, 598), Math.min(i, 598) + 1)));
        assertDamage(
                Damage.SWAPPED,
                Math.min(position, 300),
                () -> log.damage(true, events -> Collections.swap(events, i, 299 == i ? 298 : 299)));
    }

    @Test
    void an_event_added_behind_the_sealed_ones_is_no_damage_but_not_sealed_either() {
        stepAfter(300);
        log.add(1);

        sealing.compare();
        assertThat(newest().size()).isEqualTo(300);
    }

    @Test
    void a_log_that_lost_its_end_is_named_also_when_others_took_its_place() {
        stepAfter(300);
        assertDamage(Damage.TAIL_CUT, 281, () -> log.loseLast(20));

        log.loseLast(20);
        log.add(30);
        log.damage(true, events -> events.set(280, EventsToSeal.foreign()));
        assertThatThrownBy(sealing::compare)
                .isInstanceOfSatisfying(
                        LogAltered.class, e -> assertThat(e.position()).isEqualTo(281));
    }

    /** Leaf, entry and event fit each other: only the level above tells. */
    @Test
    void a_tile_rewritten_with_its_entries_and_events_is_named() throws SQLException {
        stepAfter(600);
        log.alter(300);
        byte[] entry = log.entry(300);
        List<byte[]> entries = new ArrayList<>(Entries.split(tiles.entries(new Tile(0, 1, 256))));
        entries.set(43, entry);
        byte[] hashes = tiles.hashes(new Tile(0, 1, 256));
        System.arraycopy(MerkleTree.leafHash(entry), 0, hashes, 43 * 32, 32);
        damage("update transparency.tile_piece set hashes = decode('%s', 'hex') where level = 0 and tile = 1"
                .formatted(HexFormat.of().formatHex(hashes)));
        damage("update transparency.entry_piece set entries = decode('%s', 'hex') where tile = 1"
                .formatted(HexFormat.of().formatHex(Entries.join(entries))));

        assertThatThrownBy(sealing::compare).isInstanceOfSatisfying(LogAltered.class, e -> {
            assertThat(e.damage()).isEqualTo(Damage.TILE);
            assertThat(e.position()).isEqualTo(257);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 600})
    void a_leaf_or_an_entry_that_was_altered_is_named(int position) throws SQLException {
        stepAfter(600);
        int tile = (position - 1) / 256;
        int at = (position - 1) % 256 * 32;
        damage(
                "update transparency.tile_piece set hashes = set_byte(hashes, %1$d, get_byte(hashes, %1$d) # 1) where level = 0 and tile = %2$d"
                        .formatted(at, tile));

        assertThatThrownBy(sealing::compare).isInstanceOfSatisfying(LogAltered.class, e -> {
            assertThat(e.damage()).isEqualTo(Damage.ENTRY);
            assertThat(e.position()).isEqualTo(position);
        });
    }

    @Test
    void nothing_is_sealed_on_tiles_that_were_altered() throws SQLException {
        stepAfter(300);
        damage("update transparency.tile_piece set hashes = set_byte(hashes, 9, get_byte(hashes, 9) # 1) "
                + "where level = 0 and tile = 1");
        log.add(1);

        assertThatThrownBy(sealing::step).isInstanceOf(LogAltered.class);
        assertThatThrownBy(sealing::compare).isInstanceOf(LogAltered.class);
        assertThat(newest().size()).isEqualTo(300);
    }

    @Test
    void a_tile_that_was_lost_is_named() throws SQLException {
        stepAfter(300);
        damage("delete from transparency.tile_piece where level = 0 and tile = 1");

        assertThatThrownBy(sealing::compare).isInstanceOf(LogAltered.class).hasMessageContaining("0/001.p/44");
    }

    /** Its root still fits the tiles: only the signature tells. */
    @Test
    void a_checkpoint_nobody_signed_is_refused() throws SQLException {
        stepAfter(300);
        damage("update transparency.checkpoint set note = replace(note, E'\\n300\\n', E'\\n299\\n')");

        assertThatThrownBy(sealing::compare).hasMessageContaining("not signed by " + ORIGIN);
    }

    @Test
    void a_checkpoint_that_another_key_signed_is_named_and_nothing_is_sealed_on_it() throws SQLException {
        stepAfter(300);
        SigningKey thief = SigningKey.generate(ORIGIN, KeyKind.NOTE);
        String note =
                Checkpoint.of(ORIGIN, 300, newest().root()).signedBy(thief).encoded();
        damage("update transparency.checkpoint set note = '%s'".formatted(note));

        assertThatThrownBy(sealing::compare)
                .isInstanceOfSatisfying(
                        LogAltered.class, e -> assertThat(e.damage()).isEqualTo(Damage.SIGNATURE));
        log.add(1);
        assertThatThrownBy(sealing::step).isInstanceOf(LogAltered.class);
    }

    @Test
    void nothing_is_sealed_on_a_log_that_lost_its_end() {
        stepAfter(300);
        log.loseLast(20);
        log.add(5);

        assertThatThrownBy(sealing::step).isInstanceOfSatisfying(LogAltered.class, e -> {
            assertThat(e.damage()).isEqualTo(Damage.TAIL_CUT);
            assertThat(e.position()).isEqualTo(286);
        });
    }

    @Test
    void an_entry_that_was_cut_is_named() throws SQLException {
        stepAfter(300);
        damage("update transparency.entry_piece set entries = substring(entries for 100) where tile = 1");

        assertThatThrownBy(sealing::compare)
                .isInstanceOfSatisfying(
                        LogAltered.class, e -> assertThat(e.damage()).isEqualTo(Damage.ENTRY));
    }

    @Test
    void another_name_of_the_log_is_signed_for_at_once() {
        stepAfter(5);
        SigningKey other = SigningKey.generate("log.example/new", KeyKind.NOTE);
        Sealing renamed = sealing(new Keys(other));

        assertThat(renamed.step()).isZero();
        assertThat(newest().note().text()).startsWith("log.example/new\n5\n");
        assertThat(newest().root()).isEqualTo(log.root(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update transparency.tile_piece set tile = 3",
                "delete from transparency.tile_piece",
                "truncate transparency.tile_piece",
                "update transparency.entry_piece set tile = 3",
                "delete from transparency.entry_piece",
                "truncate transparency.entry_piece",
                "update transparency.checkpoint set size = 3",
                "delete from transparency.checkpoint",
                "truncate transparency.checkpoint",
            })
    void not_even_a_superuser_changes_what_was_sealed(String sql) throws SQLException {
        stepAfter(5);
        try (Connection superuser = TestPostgres.superuser(database);
                Statement statement = superuser.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("MC001"));
        }
    }

    /** Of the log as it was before; it is put back afterwards. */
    private void assertDamage(Damage damage, int position, Runnable done) {
        log.keep();
        done.run();
        assertThatThrownBy(sealing::compare)
                .as("%s at %d", damage, position)
                .isInstanceOfSatisfying(LogAltered.class, e -> {
                    assertThat(e.damage()).isEqualTo(damage);
                    assertThat(e.position()).isEqualTo(position);
                });
        log.putBack();
    }

    private static StoredEvent with(StoredEvent event, long storedMs, String more) {
        byte[] envelope = new String(event.envelope(), StandardCharsets.UTF_8)
                .replace("\"build\":\"b", "\"build\":\"b" + more)
                .getBytes(StandardCharsets.UTF_8);
        return EventsToSeal.copy(event, event.position(), event.stream(), storedMs, event.recordedUs(), envelope);
    }

    private static StoredEvent recordedLater(StoredEvent event) {
        return EventsToSeal.copy(
                event, event.position(), event.stream(), event.storedMs(), event.recordedUs() + 1, event.envelope());
    }

    private static StoredEvent ofAnotherStream(StoredEvent event) {
        return EventsToSeal.copy(
                event, event.position(), event.stream() + "0", event.storedMs(), event.recordedUs(), event.envelope());
    }

    private Sealing sealing(LogKeys keys) {
        return new Sealing(
                tiles,
                log,
                CODEC,
                new KnownLogKeys(JdbcClient.create(app), keys),
                new DataSourceTransactionManager(app));
    }

    private int stepAfter(int more) {
        log.add(more);
        return sealing.step();
    }

    private State newest() {
        return tiles.newest().orElseThrow();
    }

    private long newestSize() {
        return tiles.newest().map(State::size).orElse(0L);
    }

    private long count(String table) {
        return JdbcClient.create(app)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    /** As somebody who first takes the triggers away. */
    private void damage(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.superuser(database);
                Statement statement = superuser.createStatement()) {
            statement.execute("alter table transparency.tile_piece disable trigger append_only");
            statement.execute("alter table transparency.entry_piece disable trigger append_only");
            statement.execute("alter table transparency.checkpoint disable trigger append_only");
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    static class Keys implements LogKeys {
        private final SigningKey first;

        Keys(SigningKey first) {
            this.first = first;
        }

        @Override
        public String origin() {
            return first.verifier().name();
        }

        @Override
        public SigningKey first() {
            return first;
        }

        @Override
        public SigningKey made(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<SigningKey> of(VerifierKey verifier) {
            return Optional.of(first).filter(key -> key.verifier().text().equals(verifier.text()));
        }
    }
}
