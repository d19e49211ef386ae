package vn.minhchung.audit.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.SealedLog.State;
import vn.minhchung.kernel.Folders;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.NoteFault;
import vn.minhchung.kernel.log.SignedNote;

/**
 * The last witnessed checkpoint where a database that is put back, or rewritten, does not take it along: in a file of this node's data folder,
 * and wherever else it is said to lie, at a witness's address above all.
 */
@Component
final class LastWitnessed {
    static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final Path own;
    private final Set<String> places;
    private final SealedTiles tiles;
    private final WitnessPolicy policy;
    private final KnownLogKeys keys;
    private long kept = -1;
    private volatile boolean compared;

    /** @param places files, or addresses that answer a signed note */
    LastWitnessed(
            @Value("${minhchung.data-dir:data}") Path dataDir,
            @Value("${minhchung.log.last-witnessed:}") Set<String> places,
            SealedTiles tiles,
            WitnessPolicy policy,
            KnownLogKeys keys) {
        this.own = dataDir.toAbsolutePath().resolve("last-witnessed");
        this.places = Set.copyOf(places);
        this.tiles = tiles;
        this.policy = policy;
        this.keys = keys;
    }

    Set<String> places() {
        return places;
    }

    /** Not while what is kept has not been compared: what was put back must not write over it. */
    void keep() throws IOException {
        if (!compared) return;
        Optional<State> witnessed = tiles.newestWitnessed();
        if (witnessed.isEmpty() || witnessed.get().size() <= kept) return;
        Files.createDirectories(Folders.parent(own));
        Folders.writePrivate(own, witnessed.get().note().encoded());
        kept = witnessed.get().size();
    }

    /** What this node kept was judged: from now on it may be written over. */
    void compared() {
        compared = true;
    }

    boolean isCompared() {
        return compared;
    }

    /**
     * What this node kept. It wrote the file when a witness had signed: the log's key is enough, whoever is a witness today.
     *
     * @throws IOException when there is a file and it is no checkpoint that can be held against this log
     */
    Optional<SignedNote> kept() throws IOException {
        if (Files.notExists(own)) return Optional.empty();
        SignedNote note = parsed(Files.readAllBytes(own));
        if (ofThisLog(note) && (keys.signed(note) || policy.witnessedBy(policy.signed(note)))) return Optional.of(note);
        throw new IOException("no key of this log signed what lies in " + own);
    }

    /**
     * What lies at a place; empty when it is not of this log, or no witness that counts signed it.
     *
     * @throws IOException when the place does not answer
     */
    Optional<SignedNote> at(String place) throws IOException {
        if (!place.startsWith("http:") && !place.startsWith("https:"))
            return counted(Files.readAllBytes(Path.of(place)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(place)).build();
        HttpClient http = HttpClient.newBuilder().connectTimeout(LONGEST).build();
        try {
            // the time is that of the whole answer, body included
            HttpResponse<byte[]> answer = http.sendAsync(
                            request,
                            HttpResponse.BodyHandlers.limiting(
                                    HttpResponse.BodyHandlers.ofByteArray(), SignedNote.MAX_BYTES))
                    .get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            if (answer.statusCode() != OK) throw new IOException("HTTP " + answer.statusCode());
            return counted(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        } finally {
            // closing would wait for an answer that never ends
            http.shutdownNow();
        }
    }

    private Optional<SignedNote> counted(byte[] utf8) throws IOException {
        SignedNote note = parsed(utf8);
        if (!ofThisLog(note)) return Optional.empty();
        long seen = policy.signed(note);
        // a rotation may have been lost with a backup: so many witnesses knew the key
        return (seen > 0 && keys.signed(note)) || policy.witnessedBy(seen) ? Optional.of(note) : Optional.empty();
    }

    private boolean ofThisLog(SignedNote note) {
        return Checkpoint.parse(note.text()).origin().equals(keys.origin());
    }

    /** A checkpoint, whoever signed it. */
    private static SignedNote parsed(byte[] utf8) throws IOException {
        try {
            SignedNote note = SignedNote.parse(utf8);
            Checkpoint.parse(note.text());
            return note;
        } catch (NoteFault e) {
            throw new IOException(e);
        }
    }
}
