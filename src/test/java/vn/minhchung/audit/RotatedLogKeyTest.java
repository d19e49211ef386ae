package vn.minhchung.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.KeyRotation;
import vn.minhchung.kernel.log.LogKeys;
import vn.minhchung.kernel.log.ProofCheck;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.VerifierKey;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/** An operator has another key sign; who trusts the old one can trust the new one, and what the old one signed stays signed. */
class RotatedLogKeyTest {
    @Test
    void keys_follow_one_another_and_old_proofs_stay_valid() throws Exception {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        VerifierKey first;
        SignedNote before;
        SignedNote last;
        try (RunningSystem system = RunningSystem.start(database)) {
            system.bean(Bootstrap.class).administrator("Quản trị", "admin", new Secret(RunningSystem.PASSWORD));
            first = system.bean(LogKeys.class).first().verifier();
            before = signedBy(system, first);
            assertThat(get(system, "/log/rotation/1").statusCode()).isEqualTo(404);

            assertThat(rotated(system, "key-1", first, " \u200B")).isEqualTo("REASON_REQUIRED");
            assertThat(rotated(system, "key-1", first, "định kỳ hằng năm")).isEmpty();
            VerifierKey second = following(system, first, 1);
            SignedNote after = signedBy(system, second);
            assertThat(after.signatures()).hasSize(1);
            assertThat(rotated(system, "key-1", first, "định kỳ hằng năm"))
                    .as("again")
                    .isEmpty();
            assertThat(rotated(system, "key-2", second, "nghi lộ khoá")).isEmpty();
            VerifierKey third = following(system, second, 2);
            last = signedBy(system, third);
            before.verified(List.of(first));
            assertContinued(system, before, last);
            JsonNode told = system.anonymous()
                    .data("{ checkpoint { verifierKey rotations note } }")
                    .get("checkpoint");
            assertThat(told.get("verifierKey").stringValue()).isEqualTo(third.text());
            assertThat(told.get("rotations").size()).isEqualTo(2);
        }
        try (RunningSystem again = RunningSystem.start(database)) {
            SignedNote same = signedBy(again, last(again));
            assertContinued(again, before, same);
            assertThat(get(again, "/log/rotation/3").statusCode()).isEqualTo(404);
            assertThat(get(again, "/log/rotation/0").statusCode()).isEqualTo(404);
        }
    }

    private static VerifierKey last(RunningSystem system) {
        return system.bean(LogKeyRing.class).current();
    }

    private static VerifierKey following(RunningSystem system, VerifierKey before, int ordinal) throws Exception {
        eventually(() ->
                assertThat(get(system, "/log/rotation/" + ordinal).statusCode()).isEqualTo(200));
        KeyRotation rotation = KeyRotation.parse(
                SignedNote.parse(get(system, "/log/rotation/" + ordinal).body()));
        assertThat(rotation.before().text()).isEqualTo(before.text());
        JsonNode events = system.as("admin")
                .data("{ events(filter: {names: [\"audit.LogKeyRotated\"]}) { edges { node { position } } } }")
                .at("/events/edges");
        assertThat(rotation.size())
                .as("however much was sealed at once")
                .isEqualTo(Long.parseLong(events.at("/" + (ordinal - 1) + "/node/position")
                                .asString())
                        - 1);
        return rotation.after();
    }

    /** Covers all that is recorded. */
    private static SignedNote signedBy(RunningSystem system, VerifierKey key) {
        long head = system.bean(RecordedEvents.class).head();
        SignedNote[] found = new SignedNote[1];
        eventually(() -> {
            found[0] = SignedNote.parse(get(system, "/log/checkpoint").body());
            assertThat(Checkpoint.parse(found[0].text()).size()).isGreaterThanOrEqualTo(head);
            assertThat(found[0].verified(List.of(key))).hasSize(1);
        });
        return found[0];
    }

    private static void assertContinued(RunningSystem system, SignedNote before, SignedNote after) {
        Checkpoint old = Checkpoint.parse(before.text());
        Checkpoint now = Checkpoint.parse(after.text());
        List<byte[]> proof = system.anonymous()
                .data("{ consistency(from: \"%d\", to: \"%d\") { hashes } }".formatted(old.size(), now.size()))
                .at("/consistency/hashes")
                .valueStream()
                .map(hash -> Base64.getDecoder().decode(hash.stringValue()))
                .toList();
        assertThat(ProofCheck.consistent(old.size(), now.size(), old.root(), now.root(), proof))
                .isTrue();
    }

    /** @return what was refused; empty when it was done */
    private static String rotated(RunningSystem system, String key, VerifierKey old, String reason) {
        JsonNode errors = system.as("admin")
                .data("""
                        mutation ($key: String!, $old: String!, $reason: String!) { sent: rotateLogKey(input: { idempotencyKey: $key, oldKey: $old,
                            decision: { reason: $reason } }) { errors { code } } }
                        """, Map.of("key", key, "old", old.text(), "reason", reason))
                .at("/sent/errors");
        return errors.isEmpty() ? "" : errors.get(0).get("code").stringValue();
    }

    private static HttpResponse<String> get(RunningSystem system, String path) throws Exception {
        URI address = system.address(path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
