package vn.minhchung.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;

/**
 * Callers who send requests over HTTP; organisations and persons unless told otherwise. A request without an answer is sent again unchanged, with its
 * idempotency keys, until it is acknowledged: that is what a client may do about an answer that got lost.
 */
public final class Load implements AutoCloseable {
    /** A log-in costs a password comparison, so a request carries several mutations. */
    public static final int MUTATIONS_A_REQUEST = 10;

    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI address;
    private final String password;
    private final Requests requested;
    private final Acknowledged acknowledged;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger acknowledgedRequests = new AtomicInteger();
    private final ConcurrentMap<String, Integer> hindrances = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean stopping;
    private volatile boolean abandoned;
    private volatile long lastSentAndAnswered;

    /** What the callers ask for: always the same for the same number. */
    @FunctionalInterface
    public interface Requests {
        Request of(int number);
    }

    /** One HTTP request: its mutations are done in this order. */
    public record Request(String login, List<Mutation> mutations) {}

    /**
     * One mutation of a request.
     *
     * @param id of the object it makes
     * @param text with its idempotency key, up to and without the payload's fields
     */
    public record Mutation(String id, String text) {}

    public Load(int port, String login, String password, Acknowledged acknowledged) {
        this(port, password, acknowledged, number -> people(login, number));
    }

    public Load(int port, String password, Acknowledged acknowledged, Requests requested) {
        this.address = URI.create("http://127.0.0.1:" + port + "/graphql");
        this.password = password;
        this.requested = requested;
        this.acknowledged = acknowledged;
    }

    public void start(int count) {
        stopping = false;
        for (int i = 0; i < count; i++) callers.add(Thread.ofPlatform().daemon().start(this::call));
    }

    /** No new requests; returns when every request under way is acknowledged, however often it takes. */
    public void finish(Duration limit) throws InterruptedException {
        stopping = true;
        long end = System.nanoTime() + limit.toNanos();
        for (Thread caller : callers) {
            if (!caller.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                throw new AssertionError("not acknowledged within %s; %s".formatted(limit, hindrances()));
            }
        }
        callers.clear();
        if (!faults.isEmpty()) throw new AssertionError("refused for good: " + faults);
    }

    public int acknowledgedRequests() {
        return acknowledgedRequests.get();
    }

    /** {@link System#nanoTime} at which the newest request that has been acknowledged was sent. */
    public long lastSentAndAnswered() {
        return lastSentAndAnswered;
    }

    /** Why requests had to be sent again, and how often. */
    public Map<String, Integer> hindrances() {
        return new TreeMap<>(hindrances);
    }

    @Override
    public void close() {
        abandoned = true;
        stopping = true;
        http.shutdownNow();
    }

    private void call() {
        while (!stopping) {
            Request request = requested.of(requests.incrementAndGet());
            String body = body(request);
            while (!abandoned && !answered(request, body)) {
                LockSupport.parkNanos(BEFORE_ASKING_AGAIN.toNanos());
            }
        }
    }

    private boolean answered(Request request, String body) {
        long sent = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(30))
                            .header("Authorization", authorization(request.login()))
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) return hindered("HTTP " + response.statusCode());
            JsonNode answer = JSON.readTree(response.body());
            if (answer.hasNonNull("errors")) {
                return hindered(
                        "error " + answer.at("/errors/0/extensions/code").asString("?"));
            }
            return acknowledged(request, answer.get("data"), sent);
        } catch (IOException e) {
            return hindered(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            abandoned = true;
            return false;
        }
    }

    private String authorization(String login) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private boolean acknowledged(Request request, JsonNode data, long sent) {
        List<Acknowledged.Entry> entries = new ArrayList<>();
        boolean all = true;
        for (int i = 0; i < request.mutations().size(); i++) {
            JsonNode payload = data.get("m" + i);
            if (payload.get("errors").isEmpty()) {
                entries.add(new Acknowledged.Entry(
                        payload.get("position").asLong(),
                        request.mutations().get(i).id()));
            } else {
                all = false;
                ErrorCode code = ErrorCode.valueOf(payload.at("/errors/0/code").asString());
                if (!code.retryable()) faults.add(request.mutations().get(i).text() + ": " + payload);
                hindered(code.name());
            }
        }
        acknowledged.add(entries);
        if (all) {
            acknowledgedRequests.incrementAndGet();
            lastSentAndAnswered = Math.max(lastSentAndAnswered, sent);
        }
        return all || !faults.isEmpty();
    }

    private boolean hindered(String why) {
        hindrances.merge(why, 1, Integer::sum);
        return false;
    }

    private static String body(Request request) {
        StringBuilder mutations = new StringBuilder("mutation {");
        for (int i = 0; i < request.mutations().size(); i++)
            mutations
                    .append("\n  m%d: ".formatted(i))
                    .append(request.mutations().get(i).text())
                    .append(" { position errors { code message facts } }");
        return JSON.writeValueAsString(Map.of("query", mutations.append("\n}").toString()));
    }

    private static Request people(String login, int number) {
        List<Mutation> mutations = new ArrayList<>();
        for (int i = 0; i < MUTATIONS_A_REQUEST; i++) mutations.add(person(number, i));
        return new Request(login, mutations);
    }

    /** An organisation or a person by turns. */
    static Mutation person(int request, int i) {
        String kind = i % 2 == 0 ? "organisation" : "person";
        String id = Id.derived(kind, "load", Integer.toString(request), Integer.toString(i));
        return new Mutation(id, i % 2 == 0 ? """
                registerOrganisation(input: {organisation: "%1$s", name: "Tổ chức %1$s", kind: ENTERPRISE,
                  idempotencyKey: "%1$s"})""".formatted(id) : """
                registerPerson(input: {person: "%1$s", name: "Người %1$s", idempotencyKey: "%1$s"})""".formatted(id));
    }
}
