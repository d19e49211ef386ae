package vn.minhchung.witness;

import static java.net.http.HttpResponse.BodyHandlers.limiting;
import static java.net.http.HttpResponse.BodyHandlers.ofByteArray;
import static java.net.http.HttpResponse.BodyHandlers.ofString;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.TileSource;
import vn.minhchung.witness.WitnessFault.Kind;

/** A log at an address, as C2SP tlog-tiles serves it. */
final class LogOverHttp implements TileSource, AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int ANY_GOOD = 299;
    private static final int NOT_FOUND = 404;

    private final URI base;
    private final Duration longest;
    private final HttpClient http;

    /** @param address above {@code /checkpoint} */
    LogOverHttp(String address) {
        this(address, LONGEST);
    }

    /** @param longest that an answer may take */
    LogOverHttp(String address, Duration longest) {
        this.longest = longest;
        this.http = HttpClient.newBuilder().connectTimeout(longest).build();
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
        return found("rotation/" + ordinal, SignedNote.MAX_BYTES);
    }

    /** @return the status, and what was answered */
    String handIn(SignedNote note) {
        HttpRequest request = request("cosignatures")
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(note.encoded()))
                .build();
        HttpResponse<String> answer = send(request, limiting(ofString(), SignedNote.MAX_BYTES));
        return answer.statusCode() <= ANY_GOOD ? "" : "HTTP " + answer.statusCode() + " " + answer.body();
    }

    private byte[] get(String path, int most) {
        return found(path, most).orElseThrow(() -> noAnswer(path, "HTTP " + NOT_FOUND));
    }

    /** @return empty only when the log says that there is none */
    private Optional<byte[]> found(String path, int most) {
        HttpResponse<byte[]> answer = send(request(path).GET().build(), limiting(ofByteArray(), most));
        return switch (answer.statusCode()) {
            case OK -> Optional.of(answer.body());
            case NOT_FOUND -> Optional.empty();
            default -> throw noAnswer(path, "HTTP " + answer.statusCode());
        };
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(longest);
    }

    /** The time is that of the whole answer, body included: one that drips on and on is none. */
    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        String path = request.uri().getPath();
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, body);
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw noAnswer(path, String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw noAnswer(path, "> " + longest.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noAnswer(path, e.toString());
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
        // closing would wait for an answer that never ends
        http.shutdownNow();
    }
}
