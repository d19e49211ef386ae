import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the AOT cache of the unpacked application: runs it once with the demo on a database of its own, asks it what a
 * first minute asks, and stops it; the JVM then writes what it has loaded, linked and profiled. A cache fits only the JDK
 * and the very files it was made with (names and times).
 *
 * <p>{@code java Train.java <folder with java.args> <folder for databases that serve for this alone>}
 */
final class Train {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int TIMES = 20;
    private static final String USE = "-XX:AOTCache=";
    private static final String MAKE = "-XX:AOTCacheOutput=";
    private static final List<String> QUESTIONS = List.of(
            "mutation { ping }",
            "{ __schema { types { name fields { name } } } }",
            "{ appropriations(year: 2026) { edges { node { id usable { amount } remaining { amount } } } } }",
            "{ project(code: \"ĐTKHCN.HY-101/2024\") { title state budget { advanced { amount } } waitingFor { step role } } }");

    private Train() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        Path cache = null;
        for (String line : Files.readAllLines(folder.resolve("java.args"))) {
            if (line.startsWith(USE)) cache = folder.resolve(line.substring(USE.length()));
            command.add(line.replace(USE, MAKE));
        }
        if (cache == null) throw new IllegalStateException("java.args names no cache");
        Files.deleteIfExists(cache);
        command.add("--server.port=" + port);
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[1])), "data-");
        command.add("--minhchung.data-dir=" + data.toAbsolutePath());
        Path log = Path.of(arguments[1]).resolve("application.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            awaitReady(process, port, log);
            for (int i = 0; i < TIMES; i++) for (String question : QUESTIONS) ask(port, question);
        } finally {
            process.destroy();
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
        }
        if (!Files.exists(cache)) throw new IllegalStateException("no cache was written; see " + log);
        System.out.println(cache + ": " + Files.size(cache) / 1_048_576 + " MiB");
    }

    private static void awaitReady(Process process, int port, Path log) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!ready(port)) {
            if (!process.isAlive() || System.nanoTime() > end)
                throw new IllegalStateException("the application does not serve; see " + log);
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean ready(int port) throws InterruptedException {
        try {
            return send(request(port, "/actuator/health/readiness").GET()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void ask(int port, String question) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString("inspector:minh-chung".getBytes(StandardCharsets.UTF_8));
        String body = "{\"query\":\"" + question.replace("\"", "\\\"") + "\"}";
        HttpResponse<String> answer = send(request(port, "/graphql")
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200 || answer.body().contains("\"errors\":["))
            throw new IllegalStateException(question + ": " + answer.body());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
