package vn.minhchung.audit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.minhchung.audit.SealedLog.Seen;
import vn.minhchung.audit.SealedLog.State;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.NoteSignature;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.testing.TestPostgres;

/** Which cosignatures count for which checkpoint. */
class CosignaturesTest {
    private static final SigningKey OLD = SigningKey.generate("log.example/cu", KeyKind.NOTE);
    private static final SigningKey NEW = SigningKey.generate("log.example/moi", KeyKind.NOTE);
    private static final List<SigningKey> WITNESSES = IntStream.range(0, 3)
            .mapToObj(i -> SigningKey.generate("witness.example/" + i, KeyKind.COSIGNATURE))
            .toList();

    private final JdbcClient jdbc =
            JdbcClient.create(TestPostgres.freshDatabase().app());

    @Test
    void a_cosignature_of_a_log_of_another_name_does_not_count_though_size_and_root_are_the_same() {
        SealedTiles tiles = tiles(1, 1);
        seal(tiles, OLD, 5);
        cosign(tiles, OLD, 5, 0);
        assertThat(tiles.newest().orElseThrow().witnessed()).isTrue();

        seal(tiles, NEW, 5);

        State newest = tiles.newest().orElseThrow();
        assertThat(newest.witnessed()).isFalse();
        assertThat(newest.note().signatures()).hasSize(1);
        assertThat(tiles.newestWitnessed()).isEmpty();
        cosign(tiles, NEW, 5, 0);
        assertThat(tiles.newestWitnessed().orElseThrow().note().text())
                .startsWith(NEW.verifier().name());
    }

    @Test
    void a_log_that_took_its_old_name_again_is_witnessed_where_it_was_under_that_name() {
        SealedTiles tiles = tiles(1, 1);
        seal(tiles, OLD, 5);
        cosign(tiles, OLD, 5, 0);
        seal(tiles, NEW, 5);
        seal(tiles, OLD, 6);

        State witnessed = tiles.newestWitnessed().orElseThrow();

        assertThat(witnessed.note().text()).startsWith(OLD.verifier().name() + "\n5\n");
        assertThat(witnessed.witnessed()).isTrue();
    }

    @Test
    void the_newest_witnessed_is_where_so_many_had_come_though_others_went_on() {
        SealedTiles tiles = tiles(3, 2);
        for (int size = 1; size <= 40; size++) {
            seal(tiles, OLD, size);
            cosign(tiles, OLD, size, 0);
            if (size <= 20) cosign(tiles, OLD, size, 1);
            // a third one is asked seldom, and not for what the second signed last
            if (size % 9 == 0 && size < 19) cosign(tiles, OLD, size, 2);
        }

        assertThat(tiles.newestWitnessed().orElseThrow().size()).isEqualTo(20);
        Map<Long, Seen> seen = tiles.seen(List.of(1L, 15L, 21L, 40L));
        assertThat(seen(seen, 1)).isEqualTo("null..1001");
        assertThat(seen(seen, 15)).isEqualTo("1014..1015");
        assertThat(seen(seen, 21)).isEqualTo("1020..null");
        assertThat(seen(seen, 40)).isEqualTo("1020..null");
    }

    /** A thousand checkpoints that only one signed stand between. */
    @Test
    void what_only_others_signed_meanwhile_is_not_read() {
        SealedTiles tiles = tiles(2, 2);
        for (int size = 1; size <= 3; size++) {
            seal(tiles, OLD, size);
            for (int witness = 0; witness < 2; witness++) cosign(tiles, OLD, size, witness);
        }
        for (int size = 4; size <= 2_004; size++) cosign(tiles, OLD, size, 0);
        jdbc.sql("select set_config('enable_seqscan', 'off', false)").query(_ -> {});
        long before = read();

        for (int i = 0; i < 20; i++)
            assertThat(tiles.newestWitnessed().orElseThrow().size()).isEqualTo(3);

        assertThat(read() - before).as("rows read for 20 questions").isLessThan(2_000);
    }

    /** Rows that index entries led to so far, as the server counts them. */
    private long read() {
        jdbc.sql("select pg_stat_force_next_flush()").query(_ -> {});
        return jdbc.sql("""
                        select coalesce(sum(idx_tup_read), 0) from pg_stat_user_indexes
                        where schemaname = 'transparency' and relname = 'cosignature'
                        """).query(Long.class).single();
    }

    private SealedTiles tiles(int witnesses, int needed) {
        Set<String> keys = WITNESSES.stream()
                .limit(witnesses)
                .map(key -> key.verifier().text())
                .collect(Collectors.toSet());
        return new SealedTiles(jdbc, new WitnessPolicy(keys, needed));
    }

    private static Checkpoint checkpoint(SigningKey log, long size) {
        return Checkpoint.of(log.verifier().name(), size, Sha256.of(new byte[] {(byte) size}));
    }

    private static void seal(SealedTiles tiles, SigningKey log, long size) {
        Checkpoint checkpoint = checkpoint(log, size);
        tiles.add(checkpoint, checkpoint.signedBy(log));
    }

    private static void cosign(SealedTiles tiles, SigningKey log, long size, int witness) {
        SigningKey key = WITNESSES.get(witness);
        Checkpoint checkpoint = checkpoint(log, size);
        NoteSignature line = key.cosign(checkpoint, 1_000 + size);
        tiles.addCosignature(
                checkpoint, WitnessPolicy.name(key.verifier()), Instant.ofEpochSecond(1_000 + size), line.line());
    }

    private static String seen(Map<Long, Seen> all, long position) {
        Seen seen = Objects.requireNonNull(all.get(position));
        return seconds(seen.notBefore()) + ".." + seconds(seen.notAfter());
    }

    private static String seconds(@Nullable Instant time) {
        return time == null ? "null" : Long.toString(time.getEpochSecond());
    }
}
