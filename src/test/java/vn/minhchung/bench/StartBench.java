package vn.minhchung.bench;

import static vn.minhchung.testing.Eventually.eventually;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.minhchung.testing.Acknowledged;
import vn.minhchung.testing.ApplicationProcess;
import vn.minhchung.testing.Load;
import vn.minhchung.testing.Registrations;
import vn.minhchung.testing.TestPostgres;

/**
 * The application in a JVM of its own with 1 GiB of heap: demo loaded, worked on over HTTP, killed, started again. Once from
 * the compiled classes; once as it is packaged, with its AOT cache, where {@code ./mvnw -Ppackaged package} made that.
 */
final class StartBench {
    private static final String PASSWORD = "mat-khau-thu";
    private static final int CALLERS = 8;
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(2);

    private StartBench() {}

    /**
     * @param firstMs empty folder: database made, demo loaded, serving
     * @param againMs started again on the data, in good order
     * @param afterKillMs JVM killed under load; from its new start to the first mutation acknowledged
     * @param residentMib after the load; the JVM alone
     * @param mutationsPerSecond over HTTP, password compared at every request
     */
    record Result(long firstMs, long againMs, long afterKillMs, long residentMib, long mutationsPerSecond) {
        /** @param how the application was started */
        List<Bar> bars(String how) {
            return List.of(
                    new Bar(
                            "restart after `kill -9` under load, " + how,
                            "< 10 s to serve",
                            "%d ms to the first acknowledged mutation".formatted(afterKillMs),
                            afterKillMs < 10_000,
                            "class loading, and the wiring of schema and application"),
                    new Bar(
                            "start with existing data, " + how,
                            "< 5 s to healthy (asked of the packaged jar with an AOT cache)",
                            "%d ms".formatted(againMs),
                            againMs < 5_000,
                            "class loading, and the wiring of schema and application"));
        }
    }

    static Map<String, Result> run(Duration loadTime) throws Exception {
        Map<String, Result> results = new LinkedHashMap<>();
        results.put("compiled classes", run(loadTime, ApplicationProcess::startCompiled));
        Path packaged = Path.of("target", "minhchung");
        if (Files.exists(packaged.resolve("minhchung.aot")))
            results.put(
                    "packaged, AOT cache",
                    run(loadTime, (log, arguments) -> ApplicationProcess.packaged(packaged, log, arguments)));
        return results;
    }

    private interface Start {
        ApplicationProcess with(Path log, List<String> arguments);
    }

    private static Result run(Duration loadTime, Start start) throws Exception {
        Path dataDir = TestPostgres.newDataDir();
        int port = ApplicationProcess.freePort();
        long begun = System.nanoTime();
        ApplicationProcess application = start(start, dataDir, port);
        awaitReady(port);
        long first = millisSince(begun);
        application.close();
        begun = System.nanoTime();
        application = start(start, dataDir, port);
        awaitReady(port);
        long again = millisSince(begun);
        try (Acknowledged acknowledged = new Acknowledged(dataDir.resolve("acknowledged"));
                Load load =
                        new Load(port, PASSWORD, acknowledged, 0, Collections.nCopies(CALLERS, new Registrations()))) {
            load.start();
            // a JVM that has just started needs seconds for its first answers: they are not what is measured
            eventually(LONGEST_WARM_UP, () -> {
                if (load.acknowledgedRequests() < CALLERS) throw new AssertionError("no answers: " + load.hindrances());
            });
            int before = load.acknowledgedRequests();
            begun = System.nanoTime();
            long end = begun + loadTime.toNanos();
            eventually(loadTime.plusSeconds(10), () -> {
                if (System.nanoTime() < end) throw new AssertionError("still loading");
            });
            long perSecond = (load.acknowledgedRequests() - before)
                    * (long) Registrations.A_REQUEST
                    * 1_000
                    / Math.max(1, millisSince(begun));
            long resident = residentMib(application.pid());
            application.kill();
            long killed = System.nanoTime();
            application = start(start, dataDir, port);
            eventually(Duration.ofMinutes(2), () -> {
                if (load.lastSentAndAnswered() < killed) throw new AssertionError("not serving yet");
            });
            long afterKill = millisSince(killed);
            load.finish(Duration.ofMinutes(2));
            return new Result(first, again, afterKill, resident, perSecond);
        } finally {
            application.close();
        }
    }

    private static ApplicationProcess start(Start start, Path dataDir, int port) {
        return start.with(
                dataDir.resolve("application.log"),
                List.of(
                        "--server.port=" + port,
                        "--minhchung.data-dir=" + dataDir,
                        "--minhchung.demo.password=" + PASSWORD,
                        "--logging.level.root=WARN"));
    }

    private static void awaitReady(int port) {
        HttpRequest asked = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            eventually(Duration.ofMinutes(5), () -> {
                if (status(client, asked) != 200) throw new AssertionError("not ready");
            });
        }
    }

    private static int status(HttpClient client, HttpRequest asked) {
        try {
            return client.send(asked, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Linux counts it; 0 elsewhere. */
    private static long residentMib(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) return 0;
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                .findFirst()
                .orElse(0);
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
