package vn.minhchung.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.KeyRotation;
import vn.minhchung.kernel.log.MerkleTree;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.TileGrowth;

/** A log over HTTP whose history a test may rewrite. */
final class FakeLog implements AutoCloseable {
    static final String ORIGIN = "log.example/so-khcn";
    static final int DROPPED = 0;

    final List<SignedNote> rotations = new ArrayList<>();
    SigningKey key = SigningKey.generate(ORIGIN, KeyKind.NOTE);
    final List<SignedNote> handedIn = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private final HttpServer server;

    @Nullable
    String checkpoint;

    /** Status for what is handed in; {@link #DROPPED}: the connection ends without one. */
    int answer = 204;

    /** Status for rotations, when it is not 200 in their place. */
    int rotationAnswer = 200;

    FakeLog() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/log/checkpoint", exchange -> answer(exchange, 200, note().getBytes(StandardCharsets.UTF_8)));
        server.createContext("/log/tile/", this::tile);
        server.createContext("/log/rotation/", exchange -> {
            int ordinal = Integer.parseInt(exchange.getRequestURI().getPath().substring("/log/rotation/".length()));
            boolean there = ordinal <= rotations.size();
            if (rotationAnswer != 200) {
                answer(exchange, rotationAnswer, new byte[0]);
                return;
            }
            byte[] note = there ? rotations.get(ordinal - 1).encoded().getBytes(StandardCharsets.UTF_8) : new byte[0];
            answer(exchange, there ? 200 : 404, note);
        });
        server.createContext("/log/cosignatures", exchange -> {
            handedIn.add(SignedNote.parse(exchange.getRequestBody().readAllBytes()));
            if (answer == DROPPED) exchange.close();
            else answer(exchange, answer, new byte[0]);
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/log";
    }

    void grow(int more) {
        for (int i = 0; i < more; i++)
            leaves.add(Sha256.of(("leaf " + leaves.size()).getBytes(StandardCharsets.UTF_8)));
    }

    void rotate() {
        SigningKey next = SigningKey.generate(ORIGIN, KeyKind.NOTE);
        rotations.add(KeyRotation.signed(key, next, leaves.size()));
        key = next;
    }

    void rewrite(int leaf) {
        leaves.set(leaf, Sha256.of("another".getBytes(StandardCharsets.UTF_8)));
    }

    void shrink(int size) {
        leaves.subList(size, leaves.size()).clear();
    }

    Checkpoint now() {
        MerkleTree tree = new MerkleTree();
        leaves.forEach(tree::add);
        return Checkpoint.of(ORIGIN, leaves.size(), tree.root());
    }

    private String note() {
        String told = checkpoint;
        return told != null ? told : now().signedBy(key).encoded();
    }

    private void tile(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI()
                .getPath()
                .substring("/log/tile/".length())
                .split("/", 2);
        Optional<Tile> tile = Tile.parse(path[0], path[1]);
        TileGrowth growth = new TileGrowth(0, _ -> new byte[0]);
        leaves.forEach(growth::add);
        Optional<byte[]> hashes = growth.pieces().stream()
                .filter(piece -> tile.isPresent()
                        && piece.level() == tile.get().level()
                        && piece.tile() == tile.get().index()
                        && piece.hashes().length >= tile.get().width() * Tile.HASH_BYTES)
                .map(TileGrowth.Piece::hashes)
                .findFirst();
        answer(exchange, hashes.isPresent() ? 200 : 404, hashes.orElse(new byte[0]));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
