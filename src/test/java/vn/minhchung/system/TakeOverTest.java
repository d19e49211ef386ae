package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.kernel.Id;
import vn.minhchung.testing.Acknowledged;
import vn.minhchung.testing.ApplicationProcess;
import vn.minhchung.testing.RecorderProcess;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.RunningSystem.Client;
import vn.minhchung.testing.TestPostgres;
import vn.minhchung.testing.Traffic;

/**
 * Two nodes, each a JVM of its own, on one database. Both append; one keeps the views. That one is killed with SIGKILL under
 * load, twice, and so each of them once.
 */
class TakeOverTest {
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int REQUESTS_BETWEEN = 10;

    /** Accounts and roles are there. */
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2024, 1, 2);

    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final Path folder = TestPostgres.newDataDir();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Integer> ports = List.of(ApplicationProcess.freePort(), ApplicationProcess.freePort());
    private final List<ApplicationProcess> nodes = new ArrayList<>();

    @Test
    void when_the_node_that_follows_is_killed_the_other_takes_over() throws Exception {
        loadAccounts();
        for (int node = 0; node < ports.size(); node++) nodes.add(start(node));
        nodes.forEach(ApplicationProcess::awaitReady);
        try (RecorderProcess recorder = RecorderProcess.registering(folder, ports, RunningSystem.PASSWORD, head())) {
            recorder.begin();
            for (int kill = 1; kill <= ports.size(); kill++) {
                bothServe(recorder);
                int follower = follower();
                nodes.get(follower).kill();
                long killed = System.nanoTime();
                int survivor = 1 - follower;
                eventually(PATIENCE, () -> assertThat(follows(survivor)).isTrue());
                long followed = System.nanoTime() - killed;
                writtenAndRead(survivor, kill);
                long served = System.nanoTime() - killed;
                System.out.printf(
                        "take-over: node %d killed; node %d follows after %d ms, shows what is written after %d ms%n",
                        follower,
                        survivor,
                        TimeUnit.NANOSECONDS.toMillis(followed),
                        TimeUnit.NANOSECONDS.toMillis(served));
                assertThat(Duration.ofNanos(served)).isLessThan(TAKEN_OVER_WITHIN);
                recorder.awaitServed();
                nodes.set(follower, start(follower).awaitReady());
            }
            bothServe(recorder);
            recorder.finish();
            System.out.printf(
                    "take-over: requests answered by each node %s, sent again %s%n",
                    recorder.answeredBy(), recorder.hindrances());
            nothingIsLostOrTwice(recorder.acknowledged());
        } finally {
            nodes.forEach(ApplicationProcess::close);
        }
    }

    private void loadAccounts() {
        try (RunningSystem system = RunningSystem.start(database)) {
            Traffic.loadDemo(system, DEMO_UNTIL);
        }
    }

    private ApplicationProcess start(int node) {
        return ApplicationProcess.start(
                folder.resolve("node-%d.log".formatted(node)),
                List.of(
                        "--server.port=" + ports.get(node),
                        "--server.address=127.0.0.1",
                        "--spring.profiles.active=demo",
                        "--minhchung.data-dir=" + folder,
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.appUser(),
                        "--spring.datasource.password=" + database.appPassword(),
                        "--minhchung.vault.username=" + database.vaultUser(),
                        "--minhchung.vault.password=" + database.vaultPassword(),
                        "--logging.level.root=WARN"));
    }

    /** Each of them answers, now and not only once. */
    private static void bothServe(RecorderProcess recorder) {
        List<Integer> before = recorder.answeredBy();
        eventually(PATIENCE, () -> {
            List<Integer> now = recorder.answeredBy();
            for (int node = 0; node < now.size(); node++)
                assertThat(now.get(node))
                        .as("%s", recorder.hindrances())
                        .isGreaterThan(before.get(node) + REQUESTS_BETWEEN);
        });
    }

    private int follower() {
        assertThat(List.of(follows(0), follows(1))).containsExactlyInAnyOrder(true, false);
        return follows(0) ? 0 : 1;
    }

    private boolean follows(int node) {
        return Boolean.parseBoolean(nodes.get(node).ask("follows"));
    }

    /** What one caller writes on this node is there when it asks for it. */
    private void writtenAndRead(int node, int kill) {
        String id = Id.derived("organisation", "take-over", Integer.toString(kill));
        JsonNode written = ask(node, """
            mutation { registerOrganisation(input: {idempotencyKey: "take-over-%d", organisation: "%s",
                name: "Tổ chức %d", kind: ENTERPRISE}) { position pending errors { code } } }\
            """.formatted(kill, id, kill)).get("registerOrganisation");
        assertThat(written.get("errors")).isEmpty();
        assertThat(written.get("pending").asBoolean()).isFalse();
        JsonNode read = ask(
                node,
                "{ node(id: \"%s\", atLeast: \"%s\") { id } }"
                        .formatted(id, written.get("position").asString()));
        assertThat(read.get("node").isNull()).isFalse();
    }

    private JsonNode ask(int node, String document) {
        return Client.of(http, URI.create("http://127.0.0.1:" + ports.get(node)))
                .as(Cast.OFFICER.login())
                .data(document);
    }

    private long head() throws SQLException {
        try (CrashedStore store = new CrashedStore(database)) {
            return store.head();
        }
    }

    /** In the log, and in every view as it is seen by each node. */
    private void nothingIsLostOrTwice(List<Acknowledged.Entry> acknowledged) throws SQLException {
        try (CrashedStore store = new CrashedStore(database)) {
            assertThat(store.lost(acknowledged)).isEmpty();
            store.requireNothingSkipped();
        }
        for (ApplicationProcess node : nodes)
            assertThat(node.ask("differences")).matches("\\d+ \\[]");
    }
}
