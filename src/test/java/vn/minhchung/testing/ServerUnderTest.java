package vn.minhchung.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The Axon Server that whole-system tests run against: {@code -Dminhchung.axonserver=host:port} (gRPC), in development mode,
 * with nothing in it that is needed. Each database a test begins with begins with an empty context: it is purged over
 * {@code -Dminhchung.axonserver.http=host:port} (the same host, port 8024 unless it is said). Without the property the log is
 * in PostgreSQL.
 */
final class ServerUnderTest {
    private static final @Nullable String ADDRESS = System.getProperty("minhchung.axonserver");
    private static final Set<String> BEGUN = ConcurrentHashMap.newKeySet();

    private ServerUnderTest() {}

    static String profiles(String others) {
        return ADDRESS == null ? others : others + ",axonserver";
    }

    /** What the application is told more; a database that was not seen before gets an empty log. */
    static List<String> arguments(TestPostgres.Database database) {
        if (ADDRESS == null) return List.of();
        if (BEGUN.add(database.url())) purge(ADDRESS);
        // nothing but tests' data goes there, wherever it is
        return List.of("--axon.axonserver.servers=" + ADDRESS, "--minhchung.axonserver.plain-text=true");
    }

    private static void purge(String address) {
        String host = address.substring(0, address.indexOf(':'));
        String http = System.getProperty("minhchung.axonserver.http", host + ":8024");
        URI purge = URI.create("http://" + http + "/v1/devmode/purge-events");
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(
                            HttpRequest.newBuilder(purge).DELETE().build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status != 200) throw new AssertionError("the context could not be emptied: HTTP " + status);
        } catch (IOException e) {
            throw new UncheckedIOException("no Axon Server in development mode at " + purge, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
