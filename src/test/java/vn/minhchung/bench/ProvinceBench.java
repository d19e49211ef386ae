package vn.minhchung.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import vn.minhchung.demo.Cast;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.platform.views.Rebuild;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.Traffic;

/**
 * A province of ten years: how fast it is loaded and its views are made again, and how long the console's likely queries
 * take on it. They go over HTTP, and every request compares a password: beside each stands what an empty query takes.
 */
final class ProvinceBench {
    private static final int ASKED = 60;
    private static final int WARM_UP = 20;
    private static final int PEER_CALLERS = 16;
    private static final String TASK = "project(id: \"%s\")";
    private static final String FIGURES = "approved { amount } appropriated { amount } committed { amount }"
            + " advanceOutstanding { amount } cleared { amount } paid { amount }";

    private ProvinceBench() {}

    /**
     * @param peerPerSecond registerOrganisation by as many callers, in the same system
     * @param head events of all, with those of the demo's first days, at the rebuild
     */
    record Result(
            Provinces.Loaded loaded, long peerPerSecond, long head, long rebuildMillis, Map<String, long[]> queries) {
        long commandsPerSecond() {
            return loaded.commands() * 1_000 / Math.max(1, loaded.loadMillis());
        }

        long eventsPerSecond() {
            return loaded.events() * 1_000 / Math.max(1, loaded.loadMillis());
        }
    }

    static Result run(int tasks, int years, Duration time) throws Exception {
        try (RunningSystem system = RunningSystem.start()) {
            Provinces.Loaded loaded = Provinces.load(system, tasks, years);
            Map<String, long[]> queries = queries(system, loaded);
            long head = system.bean(RecordedEvents.class).head();
            Rebuild rebuild = system.bean(Rebuild.class);
            long begun = System.nanoTime();
            rebuild.into("views_bench", head);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            Traffic traffic = new Traffic(system, "province-peer");
            Measured peer =
                    Measured.of(PEER_CALLERS, time, (caller, n) -> traffic.organisation("p%d-%d".formatted(caller, n)));
            return new Result(loaded, peer.perSecond(), head, millis, queries);
        }
    }

    private static Map<String, long[]> queries(RunningSystem system, Provinces.Loaded loaded) {
        long half = system.bean(RecordedEvents.class).head() / 2;
        List<String> tasks =
                loaded.tasks().stream().map(task -> task.project().value()).toList();
        List<String> money = new ArrayList<>();
        for (int year = 2024; year < 2027; year++)
            for (int task = 0; task < 4; task++)
                money.add(new Provinces.Money().appropriation(year, task).value());
        Map<String, IntFunction<String>> asked = new LinkedHashMap<>();
        asked.put("an empty query", _ -> "__typename");
        asked.put("list of tasks by state and year, with what each waits for", n ->
                """
                projects(first: 20, filter: {states: [%s], years: [%d]}) { totalCount
                  nodes { id code title state waitingFor { step role dueOn overdueDays } } }""".formatted(n % 2 == 0 ? "CONTRACTED" : "RECOGNISED", 2024 + n % 8));
        asked.put("list of tasks by words", n -> """
                projects(first: 20, filter: {text: "số %d"}) { totalCount nodes { id code title state } }""".formatted(n));
        asked.put("one task: budget, lines, steps, history", n -> (TASK + """
                { id code title state budget { %s lines { line approved { amount } paid { amount } } }
                  steps { step dueOn doneOn inTime } waitingFor { step dueOn }
                  history(first: 20) { totalCount edges { node { position } } } }""").formatted(at(tasks, n), FIGURES));
        asked.put(
                "the inbox",
                _ -> "inbox(first: 20) { totalCount nodes { step dueOn overdueDays project { id title } } }");
        asked.put("an appropriation with its breakdown", n -> """
                node(id: "%s") { ... on Appropriation { usable { amount } committed { amount } actual { amount }
                  remaining { amount } advanceOutstanding { amount breakdown(by: [LINE, ITEM]) { amount } } } }""".formatted(at(money, n)));
        asked.put("a page of ledger postings", n -> (TASK + """
                { budget { advanced { amount postings(first: 50) { totalCount nodes { amount } } } } }""").formatted(at(tasks, n)));
        Map<String, long[]> took = new LinkedHashMap<>();
        RunningSystem.Client director = system.as(Cast.DIRECTOR.login());
        asked.forEach((name, query) -> took.put(name, took(director, query)));
        asked.forEach((name, query) -> {
            if (!name.equals("the inbox") && took.size() > 1 && !name.equals("an empty query"))
                took.put(
                        name + ", as of the middle",
                        took(director, n -> "asOf(position: \"%d\") { %s }".formatted(half, query.apply(n))));
        });
        return took;
    }

    /** Microseconds, ascending. */
    private static long[] took(RunningSystem.Client client, IntFunction<String> query) {
        long[] took = new long[ASKED];
        for (int n = -WARM_UP; n < ASKED; n++) {
            String document = "{ " + query.apply(Math.abs(n)) + " }";
            long begun = System.nanoTime();
            client.data(document);
            if (n >= 0) took[n] = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun);
        }
        Arrays.sort(took);
        return took;
    }

    private static String at(List<String> all, int n) {
        return all.get(n * 7 % all.size());
    }

    static List<String> lines(Result result) {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "### A province of years, by the real commands",
                "",
                "| tasks | commands | events | load, commands/s | events/s | beside registerOrganisation by as many | rebuild,"
                        + " events/s | rebuild / load |",
                "|--:|--:|--:|--:|--:|--:|--:|--:|"));
        long rebuilt = result.head() * 1_000 / Math.max(1, result.rebuildMillis());
        lines.add("| %d | %d | %d | %d | %d | %d %% | %d | %d.%d × |"
                .formatted(
                        result.loaded().tasks().size(),
                        result.loaded().commands(),
                        result.loaded().events(),
                        result.commandsPerSecond(),
                        result.eventsPerSecond(),
                        result.commandsPerSecond() * 100 / Math.max(1, result.peerPerSecond()),
                        rebuilt,
                        rebuilt / Math.max(1, result.eventsPerSecond()),
                        rebuilt * 10 / Math.max(1, result.eventsPerSecond()) % 10));
        lines.addAll(List.of(
                "",
                "### What the console asks of it, over HTTP",
                "",
                "| query | p50 ms | p95 ms | p95 / an empty query's |",
                "|:--|--:|--:|--:|"));
        long empty = within(Objects.requireNonNull(result.queries().get("an empty query")), 95);
        result.queries()
                .forEach((name, took) -> lines.add("| %s | %s | %s | %d %% |"
                        .formatted(
                                name,
                                millis(within(took, 50)),
                                millis(within(took, 95)),
                                within(took, 95) * 100 / Math.max(1, empty))));
        return lines;
    }

    private static long within(long[] took, int percent) {
        return took[Math.min(took.length - 1, took.length * percent / 100)];
    }

    private static String millis(long micros) {
        return "%d.%01d".formatted(micros / 1_000, micros / 100 % 10);
    }
}
