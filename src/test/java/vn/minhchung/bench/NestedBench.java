package vn.minhchung.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;
import vn.minhchung.testing.Traffic;

/**
 * The schema's widest nesting over HTTP: tasks, each with its members, each with the person's employments and the organisation of
 * each: 50 × 20 × 10, every person another one, names decrypted under a key per person. An empty query beside it shows what
 * HTTP and the log-in take.
 */
final class NestedBench {
    static final String PART = "nested list";
    static final String EMPTY = "an empty query";

    private static final LocalDate DEMO_UNTIL = LocalDate.of(2024, 1, 15);
    private static final int CALLERS = 8;
    private static final int ASKED = 60;
    private static final int WARM_UP = 30;

    private NestedBench() {}

    /** How many tasks, members of each, employments of each member. */
    record Shape(int tasks, int members, int employments) {
        /** @param text {@code 50x20x10} */
        static Shape of(String text) {
            int[] sizes = Arrays.stream(text.split("x", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return new Shape(sizes[0], sizes[1], sizes[2]);
        }

        int leaves() {
            return tasks * members * employments;
        }

        Shape ofTasks(int fewer) {
            return new Shape(fewer, members, employments);
        }

        @Override
        public String toString() {
            return "%d × %d × %d".formatted(tasks, members, employments);
        }
    }

    /** @param few a tenth of the tasks */
    record Result(Shape shape, long statements, Shape few, long statementsOfFew, Measured measured, Measured empty) {
        List<Bar> bars() {
            String work = "GraphQL nested list %s over HTTP".formatted(shape);
            long p95 = measured.micros(950);
            return List.of(
                    new Bar(
                            work,
                            "constant number of SQL statements",
                            "%d, and %d for %s".formatted(statements, statementsOfFew, few),
                            statements == statementsOfFew,
                            "loaders answer a level at a time"),
                    new Bar(
                            work,
                            "p95 < 150 ms",
                            Measured.millis(p95) + " ms",
                            p95 < 150_000,
                            "decrypting names, executing and writing out some "
                                    + "%d fields".formatted(shape.leaves() * 5)));
        }
    }

    static Result run(Shape shape) throws Exception {
        CountingPools counting = new CountingPools();
        TestPostgres.Database database = TestPostgres.freshDatabase();
        try (RunningSystem system = RunningSystem.start(
                database, context -> context.getBeanFactory().addBeanPostProcessor(counting))) {
            Traffic.loadDemo(system, DEMO_UNTIL);
            load(system, shape);
            RunningSystem.Client director = system.as(Cast.DIRECTOR.login());
            Measured measured = took(director, query(shape.tasks()), shape.leaves());
            Measured empty = took(director, "{ __typename }", 0);
            Shape few = shape.ofTasks(Math.max(1, shape.tasks() / 10));
            return new Result(
                    shape,
                    statements(counting, director, shape),
                    few,
                    statements(counting, director, few),
                    measured,
                    empty);
        }
    }

    private static String query(int tasks) {
        return """
                { projects(first: %d, filter: {text: "%s"}) { nodes { id title members { role person { id name employments
                  { number position from organisation { id names { name } } } } } } } }""".formatted(tasks, NestedTasks.TITLE);
    }

    /** Of one request; the least of several, as others may use the pools now and then. */
    private static long statements(CountingPools counting, RunningSystem.Client client, Shape shape) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < CALLERS; i++) {
            long before = counting.statements();
            client.data(query(shape.tasks()));
            least = Math.min(least, counting.statements() - before);
        }
        return least;
    }

    private static Measured took(RunningSystem.Client client, String query, int leaves) {
        long[] took = new long[ASKED];
        long all = System.nanoTime();
        for (int n = -WARM_UP; n < ASKED; n++) {
            long begun = System.nanoTime();
            JsonNode data = client.data(query);
            if (n < 0) {
                if (leaves(data) != leaves) throw new IllegalStateException(leaves(data) + " instead of " + leaves);
                all = System.nanoTime();
                continue;
            }
            took[n] = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun);
        }
        return new Measured(
                1,
                Duration.ofNanos(System.nanoTime() - all),
                Arrays.stream(took).sorted().toArray());
    }

    private static int leaves(JsonNode data) {
        return data.findValues("employments").stream().mapToInt(JsonNode::size).sum();
    }

    /** Persons by several callers, then the tasks they belong to. */
    private static void load(RunningSystem system, Shape shape) throws InterruptedException {
        NestedTasks tasks = new NestedTasks(system, shape);
        List<Callable<@Nullable Void>> work = new ArrayList<>();
        for (int task = 0; task < shape.tasks(); task++) {
            int number = task;
            work.add(() -> {
                tasks.load(number);
                return null;
            });
        }
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (Future<@Nullable Void> each : callers.invokeAll(work)) each.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        if (!system.views().await(system.bean(RecordedEvents.class).head()))
            throw new IllegalStateException("the views are late");
    }

    static Samples samples(Result result) {
        Samples samples = new Samples();
        samples.add(Sample.of(PART, result.shape().toString(), 1, result.measured()));
        samples.add(Sample.of(PART, EMPTY, 1, result.empty()));
        return samples;
    }

    static List<String> lines(Result result) {
        return List.of(
                "",
                "### GraphQL nested list over HTTP",
                "",
                "tasks × members × employments, %s; SQL statements of a request: %d, of %s: %d"
                        .formatted(result.shape(), result.statements(), result.few(), result.statementsOfFew()),
                "",
                "| query | p50 ms | p95 ms | p99 ms |",
                "|:--|--:|--:|--:|",
                row(result.shape().toString(), result.measured()),
                row(EMPTY, result.empty()));
    }

    private static String row(String name, Measured measured) {
        return "| %s | %s | %s | %s |".formatted(name, measured.within(50), measured.within(95), measured.within(99));
    }
}
