package vn.minhchung.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.audit.SealedLog.State;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.MerkleTree;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.VerifierKey;
import vn.minhchung.kernel.log.bundle.BundleHead;
import vn.minhchung.kernel.log.bundle.BundleWriter;

/** Which checkpoints stand in a bundle. */
class BundleAnchorsTest {
    private static final SigningKey KEY = SigningKey.generate("log.example/moi", KeyKind.NOTE);
    private static final SigningKey OTHER = SigningKey.generate("log.example/cu", KeyKind.NOTE);
    private static final byte[] LEAF = new byte[Tile.HASH_BYTES];

    @Test
    void an_older_witnessed_checkpoint_stands_behind_the_bundle_s_own_with_its_proof() throws IOException {
        List<String> whole = written(true, KEY, 2);
        assertThat(whole).hasSize(3);
        assertThat(whole.get(0)).startsWith("{\"key\":\"log.example/moi+");
        assertThat(whole.get(1)).startsWith("{\"checkpoint\":\"log.example/moi\\n3\\n");
        assertThat(whole.get(2)).startsWith("{\"checkpoint\":\"log.example/moi\\n2\\n");

        List<String> part = written(false, KEY, 2);
        assertThat(part.subList(0, 3)).isEqualTo(whole);
        assertThat(part).hasSize(4);
        assertThat(part.get(3)).startsWith("{\"consistency\":{\"from\":2,");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void one_that_is_the_bundle_s_own_or_newer_stands_there_once(boolean complete) throws IOException {
        assertThat(written(complete, KEY, 3)).hasSize(2);
        assertThat(written(complete, KEY, 4)).hasSize(2);
    }

    /** No key of this log verifies it: a verifier would refuse the bundle. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void one_of_a_log_by_another_name_has_no_place_there(boolean complete) throws IOException {
        assertThat(written(complete, OTHER, 2)).hasSize(2).noneMatch(line -> line.contains("log.example/cu"));
    }

    /** Lines behind the head of a bundle that rests on three events. */
    private static List<String> written(boolean complete, SigningKey witnessedKey, int witnessedSize)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BundleWriter writer = BundleWriter.plain(out);
        writer.head(new BundleHead(null, 3, 3, complete, List.of(), 0, 0));
        BundleAnchors.write(writer, state(KEY, 3), complete, new Witnessed(state(witnessedKey, witnessedSize)), OF_KEY);
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }

    private static State state(SigningKey key, int size) {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) tree.add(LEAF);
        Checkpoint checkpoint = Checkpoint.of(key.verifier().name(), size, tree.root());
        return new State(size, tree.root(), checkpoint.signedBy(key), true);
    }

    private static final LogKeyRing OF_KEY = new LogKeyRing() {
        @Override
        public List<VerifierKey> keys() {
            return List.of(KEY.verifier());
        }

        @Override
        public List<SignedNote> rotations() {
            return List.of();
        }

        @Override
        public VerifierKey next(String request) {
            throw new UnsupportedOperationException();
        }
    };

    /** A log of equal leaves of which this was witnessed. */
    private record Witnessed(State state) implements SealedLog {
        @Override
        public Optional<State> newestWitnessed() {
            return Optional.of(state);
        }

        @Override
        public byte[] hashes(Tile tile) {
            assertThat(tile.level()).isZero();
            return new byte[tile.width() * Tile.HASH_BYTES];
        }

        @Override
        public Optional<State> newest() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<State> of(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<Tile, byte[]> hashes(Set<Tile> tiles) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<Long, Seen> seen(Collection<Long> positions) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] entries(Tile bundle) {
            throw new UnsupportedOperationException();
        }
    }
}
