package vn.minhchung.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.LogKeys;
import vn.minhchung.kernel.log.MerkleTree;
import vn.minhchung.kernel.log.NoteSignature;
import vn.minhchung.kernel.log.ProofCheck;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.TiledTree;
import vn.minhchung.kernel.log.VerifierKey;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/** The log as an outsider has it: over HTTP, with the verifier key and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedLogTest {
    private static final String ORIGIN = "log.example/so-khcn";

    private final SigningKey witness = SigningKey.generate("witness.example/thanh-tra", KeyKind.COSIGNATURE);
    private final SigningKey second = SigningKey.generate("witness.example/hoi-dong", KeyKind.COSIGNATURE);
    private final SigningKey stranger = SigningKey.generate("witness.example/la", KeyKind.COSIGNATURE);
    private final Path folder = TestPostgres.newDataDir();
    private final RunningSystem system = RunningSystem.start(
            TestPostgres.freshDatabase(),
            "--minhchung.log.origin=" + ORIGIN,
            "--minhchung.log.witnesses=" + witness.verifier().text() + ","
                    + second.verifier().text(),
            "--minhchung.log.witnesses-needed=2",
            "--minhchung.data-dir=" + folder);
    private final HttpClient http = HttpClient.newHttpClient();
    private final VerifierKey key = VerifierKey.parse(verifier());

    @BeforeAll
    void people() {
        system.bean(Bootstrap.class).administrator("Quản trị", "admin", new Secret(RunningSystem.PASSWORD));
        account("inspector", "Lý Minh Tra", "INSPECTOR");
        account("officer", "Đỗ Thị Hạnh", "OFFICER");
    }

    @AfterAll
    void stop() {
        http.close();
        system.close();
    }

    @Test
    void an_outsider_verifies_the_checkpoint_and_finds_its_root_in_the_tiles() throws Exception {
        Checkpoint checkpoint = coveringAll();

        assertThat(checkpoint.origin()).isEqualTo(ORIGIN);
        assertThat(new TiledTree(checkpoint.size(), this::tile).root()).isEqualTo(checkpoint.root());
        HttpResponse<byte[]> served = get("/log/checkpoint", null);
        assertThat(served.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""))
                .isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(served.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void an_inspector_recomputes_the_root_from_the_entries_alone() throws Exception {
        Checkpoint checkpoint = coveringAll();
        MerkleTree tree = new MerkleTree();
        for (long index = 0; Tile.of(0, index, checkpoint.size()).isPresent(); index++) {
            Tile bundle = Tile.of(0, index, checkpoint.size()).orElseThrow();
            HttpResponse<byte[]> served = get("/log/tile/entries/" + bundle.indexPath(), "inspector");
            assertThat(served.statusCode()).isEqualTo(200);
            assertThat(served.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("private", "immutable");
            ByteBuffer entries = ByteBuffer.wrap(served.body());
            while (entries.hasRemaining()) {
                byte[] entry = new byte[Short.toUnsignedInt(entries.getShort())];
                entries.get(entry);
                tree.add(MerkleTree.leafHash(entry));
            }
        }

        assertThat(tree.size()).isEqualTo(checkpoint.size());
        assertThat(tree.root()).isEqualTo(checkpoint.root());
    }

    @Test
    void the_log_goes_on_from_what_was_signed_and_old_partial_tiles_are_still_served() throws Exception {
        Checkpoint before = coveringAll();
        byte[] partial = tile(Tile.of(0, 0, before.size()).orElseThrow());
        account("registrar", "Hồ Văn Sổ", "REGISTRAR");
        Checkpoint after = coveringAll();

        assertThat(after.size()).isGreaterThan(before.size());
        List<byte[]> proof = new TiledTree(after.size(), this::tile).consistency(before.size());
        assertThat(ProofCheck.consistent(before.size(), after.size(), before.root(), after.root(), proof))
                .isTrue();
        assertThat(tile(Tile.of(0, 0, before.size()).orElseThrow())).isEqualTo(partial);
        assertThat(tile(Tile.of(0, 0, after.size()).orElseThrow())).startsWith(partial);
    }

    @Test
    void tiles_may_be_kept_for_ever_and_entries_are_for_inspectors() throws Exception {
        Checkpoint checkpoint = coveringAll();
        String index = Tile.of(0, 0, checkpoint.size()).orElseThrow().indexPath();
        HttpResponse<byte[]> tile = get("/log/tile/0/" + index, null);

        assertThat(tile.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(tile.headers().firstValue("Cache-Control").orElseThrow())
                .contains("max-age=31536000", "public", "immutable");
        assertThat(get("/log/tile/entries/" + index, null).statusCode()).isEqualTo(401);
        assertThat(get("/log/tile/entries/" + index, "officer").statusCode()).isEqualTo(403);
        assertThat(get("/log/tile/entries/" + index, "admin").statusCode()).isEqualTo(403);
        assertThat(get("/log/tile/%65ntries/" + index, null).statusCode()).isEqualTo(401);
        assertThat(get("/log/tile/entries/" + index, "inspector").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/log/tile/0/000",
                "/log/tile/0/000.p/255",
                "/log/tile/0/001.p/1",
                "/log/tile/1/000.p/1",
                "/log/tile/8/000.p/1",
                "/log/tile/0/000.p/0",
                "/log/tile/0/0",
                "/log/tile/0",
                "/log/tile/0/",
                "/log/tile/x/000.p/1",
                "/log/tile/entries/000",
            })
    void what_no_checkpoint_covers_and_what_is_no_address_is_not_there(String path) throws Exception {
        coveringAll();

        assertThat(get(path, "inspector").statusCode()).isEqualTo(404);
    }

    @Test
    void health_and_measures_tell_that_all_is_sealed_and_unaltered() throws Exception {
        coveringAll();

        String measures = new String(get("/actuator/prometheus", "inspector").body(), StandardCharsets.UTF_8);
        assertThat(measures)
                .containsPattern("minhchung_seal_behind\\S* 0")
                .containsPattern("minhchung_seal_altered\\S* 0");
    }

    @Test
    void each_event_proves_in_the_api_that_it_is_in_the_log() {
        coveringAll();
        JsonNode events = system.as("inspector")
                .data("{ events(first: 100) { edges { node { position proof { leafIndex leafHash inclusion"
                        + " checkpoint { origin size rootHash note verifierKey } } } } } }")
                .at("/events/edges");
        assertThat(events.size()).isGreaterThan(5);
        for (JsonNode edge : events) {
            JsonNode proof = edge.at("/node/proof");
            long leaf = Long.parseLong(proof.get("leafIndex").stringValue());
            assertThat(leaf + 1)
                    .isEqualTo(Long.parseLong(edge.at("/node/position").stringValue()));
            JsonNode told = proof.get("checkpoint");
            assertThat(told.get("verifierKey").stringValue()).isEqualTo(key.text());
            SignedNote note = SignedNote.parse(told.get("note").stringValue());
            note.verified(List.of(key));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            List<byte[]> path = proof.get("inclusion")
                    .valueStream()
                    .map(hash -> base64(hash.stringValue()))
                    .toList();
            byte[] hash = base64(proof.get("leafHash").stringValue());
            assertThat(ProofCheck.included(leaf, checkpoint.size(), hash, path, checkpoint.root()))
                    .isTrue();
            assertThat(ProofCheck.included(leaf, checkpoint.size(), path.getFirst(), path, checkpoint.root()))
                    .isFalse();
        }
    }

    @Test
    void anybody_proves_that_the_log_only_grew() {
        Checkpoint now = coveringAll();
        for (long from : new long[] {0, 1, 2, 5, now.size() - 1, now.size()}) {
            JsonNode proof = system.anonymous()
                    .data("{ consistency(from: \"%d\", to: \"%d\") { from to fromRoot toRoot hashes } }"
                            .formatted(from, now.size()))
                    .get("consistency");
            assertThat(base64(proof.get("toRoot").stringValue())).isEqualTo(now.root());
            assertThat(ProofCheck.consistent(
                            from,
                            now.size(),
                            base64(proof.get("fromRoot").stringValue()),
                            now.root(),
                            proof.get("hashes")
                                    .valueStream()
                                    .map(hash -> base64(hash.stringValue()))
                                    .toList()))
                    .isTrue();
        }
        for (String beyond : List.of("from: \"1\", to: \"999999\"", "from: \"3\", to: \"2\"")) {
            JsonNode answer = system.anonymous().ask("{ consistency(%s) { to } }".formatted(beyond));
            assertThat(answer.at("/errors/0/extensions/code").stringValue()).isEqualTo("LIMIT_EXCEEDED");
        }
    }

    @Test
    void cosignatures_are_kept_and_bound_the_time_of_an_event() throws Exception {
        SignedNote without = served("/log/checkpoint");
        assertThat(cosigned(without, witness, 1_000)).isEqualTo("204");
        assertThat(cosigned(without, second, 1_010)).isEqualTo("204");
        account("accountant", "Bùi Thị Sổ", "ACCOUNTANT");
        Checkpoint covering = coveringAll();
        SignedNote with = served("/log/checkpoint");
        assertThat(cosigned(with, witness, 2_000)).isEqualTo("204");

        String between = "{ events(after: \"%s\", first: 1) { edges { node { proof { notBefore notAfter } } } } }"
                .formatted(Checkpoint.parse(without.text()).size());
        JsonNode one = system.as("inspector").data(between).at("/events/edges/0/node/proof");
        assertThat(instant(one.get("notBefore")))
                .as("both had seen it without")
                .isEqualTo(Instant.ofEpochSecond(1_000));
        assertThat(one.get("notAfter").isNull()).as("one of two is not enough").isTrue();
        assertThat(system.as("inspector")
                        .data("{ checkpoint(size: \"%d\") { witnessed cosignatures { witness seenAt } } }"
                                .formatted(covering.size()))
                        .at("/checkpoint/witnessed")
                        .booleanValue())
                .isFalse();

        assertThat(cosigned(with, second, 2_010)).isEqualTo("204");
        assertThat(cosigned(with, second, 5_000)).as("the first one counts").isEqualTo("204");
        JsonNode both = system.as("inspector").data(between).at("/events/edges/0/node/proof");
        assertThat(instant(both.get("notAfter")))
                .as("both had seen it with it")
                .isEqualTo(Instant.ofEpochSecond(2_010));
        JsonNode witnessed = system.anonymous()
                .data("{ checkpoint(witnessed: true) { size witnessed note cosignatures { witness seenAt } } }")
                .get("checkpoint");
        assertThat(witnessed.get("size").stringValue())
                .isEqualTo(Long.toString(Checkpoint.parse(with.text()).size()));
        assertThat(witnessed.get("witnessed").booleanValue()).isTrue();
        assertThat(witnessed
                        .get("cosignatures")
                        .valueStream()
                        .map(line -> line.get("witness").stringValue()))
                .containsExactlyInAnyOrder(
                        witness.verifier().name(), second.verifier().name());
        SignedNote note = served("/log/witnessed");
        assertThat(note.encoded()).isEqualTo(witnessed.get("note").stringValue());
        assertThat(note.verified(List.of(key, witness.verifier(), second.verifier())))
                .hasSize(3);
    }

    @Test
    void what_is_no_cosignature_of_this_log_is_refused() throws Exception {
        Checkpoint now = coveringAll();
        SignedNote served = served("/log/checkpoint");
        SignedNote note = new SignedNote(served.text(), served.signatures().subList(0, 1));
        assertThat(cosigned(note, stranger, 1)).isEqualTo("403 UNKNOWN_WITNESS");
        assertThat(posted("no note")).isEqualTo("400 MALFORMED");
        assertThat(posted("")).isEqualTo("400 MALFORMED");
        assertThat(posted("x".repeat(70_000))).isEqualTo("400 MALFORMED");
        Checkpoint elsewhere = Checkpoint.of("log.example/other", now.size(), now.root());
        SigningKey others = SigningKey.generate("log.example/other", KeyKind.NOTE);
        assertThat(cosigned(elsewhere.signedBy(others), witness, 1)).isEqualTo("404 OTHER_LOG");

        Checkpoint elsewise = Checkpoint.of(ORIGIN, now.size(), new byte[32]);
        SigningKey forged = SigningKey.generate(ORIGIN, KeyKind.NOTE);
        assertThat(cosigned(elsewise.signedBy(forged), witness, 1)).isEqualTo("404 OTHER_LOG");
        NoteSignature borrowed = witness.cosign(now, 1);
        assertThat(posted(elsewise.signedBy(signing()).with(borrowed).encoded()))
                .isEqualTo("403 NOT_SIGNED");
    }

    private SigningKey signing() {
        return system.bean(LogKeys.class).first();
    }

    private String cosigned(SignedNote note, SigningKey by, long seconds) throws Exception {
        return posted(
                note.with(by.cosign(Checkpoint.parse(note.text()), seconds)).encoded());
    }

    private String posted(String body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(system.address("/log/cosignatures"))
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return (answer.statusCode() + " " + answer.body()).strip();
    }

    private SignedNote served(String path) {
        coveringAll();
        return SignedNote.parse(get(path, null).body());
    }

    private static Instant instant(JsonNode time) {
        return OffsetDateTime.parse(time.stringValue()).toInstant();
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }

    private Checkpoint coveringAll() {
        long head = system.bean(RecordedEvents.class).head();
        Checkpoint[] found = new Checkpoint[1];
        eventually(() -> {
            HttpResponse<byte[]> served = get("/log/checkpoint", null);
            assertThat(served.statusCode()).isEqualTo(200);
            SignedNote note = SignedNote.parse(served.body());
            note.verified(List.of(key));
            found[0] = Checkpoint.parse(note.text());
            assertThat(found[0].size()).isGreaterThanOrEqualTo(head);
        });
        return found[0];
    }

    /** Told to the outsider in another way than by the log itself. */
    private String verifier() {
        return system.bean(LogKeys.class).first().verifier().text();
    }

    private byte[] tile(Tile tile) {
        HttpResponse<byte[]> served = get("/log/tile/" + tile.path(), null);
        assertThat(served.statusCode()).as(tile.path()).isEqualTo(200);
        assertThat(served.body()).hasSize(tile.width() * 32);
        return Arrays.copyOf(served.body(), served.body().length);
    }

    private HttpResponse<byte[]> get(String path, @Nullable String login) {
        HttpRequest.Builder request = HttpRequest.newBuilder(system.address(path));
        if (login != null) {
            String basic = login + ":" + RunningSystem.PASSWORD;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void account(String login, String name, String role) {
        String person = sent("""
                mutation ($name: String!, $key: String!) { sent: registerPerson(input: { idempotencyKey: $key, name: $name,
                    decision: { reason: "hồ sơ nhân sự" } }) { person { id } errors { code message } } }
                """, Map.of("name", name, "key", "person-" + login))
                .at("/person/id")
                .stringValue();
        String account = sent("""
                mutation ($person: ID!, $login: String!, $password: String!) { sent: createAccount(input: {
                    idempotencyKey: $login, person: $person, login: $login, password: $password }) {
                  account { stableId } errors { code message } } }
                """, Map.of("person", person, "login", login, "password", RunningSystem.PASSWORD))
                .at("/account/stableId")
                .stringValue();
        sent("""
                mutation ($account: ID!, $role: Role!, $key: String!) { sent: grantRole(input: { idempotencyKey: $key,
                    account: $account, role: $role }) { errors { code message } } }
                """, Map.of("account", account, "role", role, "key", "grant-" + login));
    }

    private JsonNode sent(String document, Map<String, ?> variables) {
        JsonNode payload = system.as("admin").data(document, variables).get("sent");
        assertThat(payload.get("errors").size()).as(payload.toString()).isZero();
        return payload;
    }
}
