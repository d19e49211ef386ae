package vn.minhchung.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.kernel.ErrorCode;

/**
 * Callers who send requests over HTTP, each errand after errand. A request without an answer is sent again unchanged, with
 * its idempotency keys, until it is acknowledged: that is what a client may do about an answer that got lost, and whoever
 * asks while the database is away is told to. Any other refusal is a fault.
 */
public final class Load implements AutoCloseable {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final long NO_ANSWER = -1;
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> RETRYABLE = Arrays.stream(ErrorCode.values())
            .filter(ErrorCode::retryable)
            .map(ErrorCode::name)
            .collect(Collectors.toUnmodifiableSet());

    private final List<URI> nodes;
    private final List<AtomicInteger> answeredBy;
    private final Duration pause;
    private final String password;
    private final Acknowledged acknowledged;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<Caller> callers = new ArrayList<>();
    private final Caller occasional;
    private final List<Thread> calling = new ArrayList<>();
    private final AtomicInteger acknowledgedRequests = new AtomicInteger();
    private final ConcurrentMap<String, Integer> hindrances = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;
    private volatile boolean abandoned;
    private volatile long lastSentAndAnswered;

    /**
     * @param seen position that everybody has seen when the load begins
     * @param errands of each caller
     */
    public Load(int port, String password, Acknowledged acknowledged, long seen, List<Errands> errands) {
        this(List.of(port), Duration.ZERO, password, acknowledged, seen, errands);
    }

    /**
     * @param ports of several nodes: who gets no answer from one asks the next
     * @param pause of a caller between two errands
     */
    public Load(
            List<Integer> ports,
            Duration pause,
            String password,
            Acknowledged acknowledged,
            long seen,
            List<Errands> errands) {
        this.pause = pause;
        this.nodes = ports.stream()
                .map(port -> URI.create("http://127.0.0.1:" + port + "/graphql"))
                .toList();
        this.answeredBy = nodes.stream().map(_ -> new AtomicInteger()).toList();
        this.password = password;
        this.acknowledged = acknowledged;
        for (int i = 0; i < errands.size(); i++) callers.add(new Caller(i, errands.get(i), seen));
        this.occasional = new Caller(errands.size(), new RebuildOrders(), seen);
    }

    /** Every caller does at least one errand. */
    public void start() {
        stopping = false;
        for (Caller caller : callers) calling.add(Thread.ofPlatform().daemon().start(caller::call));
    }

    /** Beside the callers the administrator orders all views to be made again, once. */
    public void orderRebuild() {
        calling.add(Thread.ofPlatform().daemon().start(occasional::errand));
    }

    /** No new errands; returns when every request of those under way is acknowledged, however often it takes. */
    public void finish(Duration limit) throws InterruptedException {
        stopping = true;
        long end = System.nanoTime() + limit.toNanos();
        for (Thread caller : calling) {
            if (!caller.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                throw new AssertionError("not acknowledged within %s; %s".formatted(limit, hindrances()));
            }
        }
        calling.clear();
        if (refusedForGood()) throw new AssertionError("refused for good: " + faults);
    }

    /** True when the callers have given up: {@link #finish} tells why. */
    public boolean refusedForGood() {
        return !faults.isEmpty();
    }

    public int acknowledgedRequests() {
        return acknowledgedRequests.get();
    }

    /** How many requests each node has acknowledged. */
    public List<Integer> answeredBy() {
        return answeredBy.stream().map(AtomicInteger::get).toList();
    }

    /** {@link System#nanoTime} at which the newest request was sent that is acknowledged and seen by the views. */
    public long lastSentAndAnswered() {
        return lastSentAndAnswered;
    }

    /** Why requests had to be sent again, or answers were not all one could wish, and how often. */
    public Map<String, Integer> hindrances() {
        return new TreeMap<>(hindrances);
    }

    @Override
    public void close() {
        abandoned = true;
        stopping = true;
        http.shutdownNow();
    }

    /** Does its errands one by one, so that what it saw last is what was last acknowledged to it. */
    private final class Caller {
        private final int index;
        private final Errands errands;
        private int number;
        private int node;
        private long seen;

        Caller(int index, Errands errands, long seen) {
            this.index = index;
            this.errands = errands;
            this.seen = seen;
        }

        void call() {
            errand();
            while (!stopping && !refusedForGood()) {
                LockSupport.parkNanos(pause.toNanos());
                if (!stopping) errand();
            }
        }

        void errand() {
            Errands.Turn turn = new Errands.Turn(index, ++number);
            int request = 0;
            // back to where it belongs, should that node serve again
            node = index % nodes.size();
            for (Errands.Request each : errands.of(turn)) carryOut(Sent.of(each, turn + "-" + request++, seen));
        }

        private void carryOut(Sent request) {
            while (!abandoned && !refusedForGood()) {
                long position = answered(request, node);
                if (position > 0) {
                    seen = position;
                    return;
                }
                if (position == NO_ANSWER) node = (node + 1) % nodes.size();
                LockSupport.parkNanos(BEFORE_ASKING_AGAIN.toNanos());
            }
        }
    }

    /** The position up to which all of it is done; 0 or {@link #NO_ANSWER} when it has to be sent again. */
    private long answered(Sent request, int node) {
        long sent = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(nodes.get(node))
                            .timeout(Duration.ofSeconds(30))
                            .header(
                                    "Authorization",
                                    authorization(request.request().login()))
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(request.body()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == UNAVAILABLE) return hindered("HTTP " + UNAVAILABLE);
            if (response.statusCode() != OK)
                return refused("HTTP " + response.statusCode(), request.body() + ": " + response.body());
            JsonNode answer = JSON.readTree(response.body());
            if (answer.hasNonNull("errors")) {
                String code = answer.at("/errors/0/extensions/code").asString("?");
                if (RETRYABLE.contains(code)) return hindered("error " + code);
                return refused("error " + code, request.body() + ": " + response.body());
            }
            long position = acknowledged(request, answer.get("data"), sent);
            if (position > 0) answeredBy.get(node).incrementAndGet();
            return position;
        } catch (IOException e) {
            hindered(e.getClass().getSimpleName());
            return NO_ANSWER;
        } catch (InterruptedException e) {
            abandoned = true;
            return 0;
        }
    }

    private String authorization(String login) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private long acknowledged(Sent request, JsonNode data, long sent) {
        List<Acknowledged.Entry> entries = new ArrayList<>();
        long last = 0;
        boolean all = true;
        boolean seenByAll = true;
        for (int i = 0; i < request.request().mutations().size(); i++) {
            JsonNode payload = data.get("m" + i);
            if (payload.get("errors").isEmpty()) {
                long position = payload.get("position").asLong();
                entries.add(request.entry(i, position));
                last = Math.max(last, position);
                if (payload.get("pending").asBoolean()) {
                    seenByAll = false;
                    hindered("not yet seen by the views");
                }
            } else {
                all = false;
                String code = payload.at("/errors/0/code").asString();
                if (RETRYABLE.contains(code)) hindered(code);
                else refused(code, request.request().mutations().get(i) + ": " + payload);
            }
        }
        acknowledged.add(entries);
        if (!all) return 0;
        acknowledgedRequests.incrementAndGet();
        if (seenByAll) lastSentAndAnswered = Math.max(lastSentAndAnswered, sent);
        return last;
    }

    private long refused(String why, String what) {
        faults.add(what);
        return hindered(why);
    }

    private long hindered(String why) {
        hindrances.merge(why, 1, Integer::sum);
        return 0;
    }
}
