package vn.minhchung.audit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.testing.TestPostgres;

class LastWitnessedTest {
    @TempDir
    Path folder;

    /** A node must start whatever a place elsewhere does. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_place_whose_answer_never_ends_is_given_up() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('l');
                exchange.getResponseBody().flush();
                try {
                    over.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            server.start();
            String place = "http://127.0.0.1:" + server.getAddress().getPort() + "/checkpoint";

            assertThatThrownBy(() -> witnessed().at(place)).isInstanceOf(IOException.class);
            assertThat(over.getCount()).isOne();
            over.countDown();
            server.stop(0);
            threads.shutdownNow();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private LastWitnessed witnessed() {
        JdbcClient jdbc = JdbcClient.create(TestPostgres.freshDatabase().app());
        WitnessPolicy policy = new WitnessPolicy(Set.of(), 0);
        KnownLogKeys keys =
                new KnownLogKeys(jdbc, new SealingTest.Keys(SigningKey.generate("log.example/so-khcn", KeyKind.NOTE)));
        return new LastWitnessed(folder, Set.of(), new SealedTiles(jdbc, policy), policy, keys);
    }
}
