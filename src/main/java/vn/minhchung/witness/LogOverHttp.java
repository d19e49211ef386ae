package vn.minhchung.witness;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.TileSource;
import vn.minhchung.witness.WitnessFault.Kind;

/** A log at an address, as C2SP tlog-tiles serves it. */
final class LogOverHttp implements TileSource, AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int ANY_GOOD = 299;

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LONGEST).build();

    /** @param address above {@code /checkpoint} */
    LogOverHttp(String address) {
        this.base = URI.create(address.endsWith("/") ? address : address + "/");
    }

    byte[] checkpoint() {
        return get("checkpoint", SignedNote.MAX_BYTES);
    }

    @Override
    public byte[] hashes(Tile tile) {
        return get("tile/" + tile.path(), Tile.WIDTH * Tile.HASH_BYTES);
    }

    /** @param ordinal from 1; empty behind the last one */
    Optional<byte[]> rotation(int ordinal) {
        HttpResponse<byte[]> answer = send(
                request("rotation/" + ordinal).GET().build(),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), SignedNote.MAX_BYTES));
        return answer.statusCode() == OK ? Optional.of(answer.body()) : Optional.empty();
    }

    /** @return the status, and what was answered */
    String handIn(SignedNote note) {
        HttpRequest request = request("cosignatures")
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(note.encoded()))
                .build();
        HttpResponse<String> answer = send(
                request,
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), SignedNote.MAX_BYTES));
        return answer.statusCode() <= ANY_GOOD ? "" : "HTTP " + answer.statusCode() + " " + answer.body();
    }

    private byte[] get(String path, int most) {
        HttpResponse<InputStream> answer = send(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != OK) throw noAnswer(path, "HTTP " + answer.statusCode());
            byte[] read = body.readNBytes(most + 1);
            if (read.length > most) throw noAnswer(path, "> " + most + " bytes");
            return read;
        } catch (IOException e) {
            throw noAnswer(path, e.toString());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(LONGEST);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw noAnswer(request.uri().getPath(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noAnswer(request.uri().getPath(), e.toString());
        }
    }

    private WitnessFault noAnswer(String path, String why) {
        return new WitnessFault(
                Kind.NO_ANSWER,
                "Sổ ở %s không trả lời %s: %s".formatted(base, path, why),
                "The log at %s does not answer %s: %s".formatted(base, path, why));
    }

    @Override
    public void close() {
        http.close();
    }
}
