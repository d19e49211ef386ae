package vn.minhchung.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Prints what this machine does, as Markdown: {@code ./mvnw -Pbench -Dbench.args="only=peers,asof,nested raw=docs/benchmarks/raw"}.
 * {@code only} names parts, all unless it is said; {@code trial} is the least of each. {@code reps} repetitions of {@code seconds}
 * each, after {@code warm} seconds; {@code callers=1,4,16,64}; {@code versions=10000,100000,1000000} of the as-of questions;
 * {@code nested=50x20x10}; {@code tasks=500 years=10} of the province; {@code events=1000000} of the log for {@code seal} and of the bundle for {@code verify}; {@code raw} the folder for every repetition's figures.
 * Figures depend on the machine and on what else it does; nothing here passes or fails.
 */
public final class Bench {
    private final Arguments arguments;
    private final List<Integer> callers;
    private final Samples samples = new Samples();
    private final List<String> lines = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();

    private Bench(Arguments arguments) {
        this.arguments = arguments;
        this.callers = arguments.numbers("callers", "1,4,16,64", "1,16");
    }

    public static void main(String[] arguments) throws Exception {
        new Bench(new Arguments(List.of(arguments))).run();
    }

    private void run() throws Exception {
        String machine = machine();
        lines.add(machine);
        List<String> only = List.of(arguments
                .of("only", "peers,asof,nested,mutations,start,province")
                .split(",", -1));
        Logs.quiet();
        peers(only);
        if (only.contains("asof")) asOf();
        if (only.contains("nested")) nested();
        // our engine alone, while somebody works on it; peers has it beside others
        if (only.contains("engine")) engine(lines, EngineBench.run(callers, warmUp("30"), time("30")));
        if (only.contains("mutations")) {
            MutationBench.Result result = MutationBench.run(callers, warmUp("30"), time("30"));
            mutations(lines, result);
            bars.addAll(result.bars());
        }
        // its timers cost time, so its figures stand for themselves
        if (only.contains("profile")) lines.addAll(ProfileBench.lines(callers, warmUp("30"), time("10")));
        if (only.contains("start")) {
            Map<String, StartBench.Result> results = StartBench.run(time("30"));
            start(lines, results);
            results.forEach((how, result) -> bars.addAll(result.bars(how)));
        }
        if (only.contains("province"))
            lines.addAll(ProvinceBench.lines(ProvinceBench.run(
                    arguments.number("tasks", "500", "8"), arguments.number("years", "10", "3"), time("30"))));
        if (only.contains("seal")) {
            SealBench.Result result = SealBench.run(arguments.number("events", "1000000", "2000"));
            lines.addAll(result.lines());
            bars.addAll(result.bars());
        }
        if (only.contains("verify")) {
            VerifyBench.Result result = VerifyBench.run(arguments.number("events", "1000000", "2000"));
            lines.addAll(result.lines());
            bars.addAll(result.bars());
        }
        lines.addAll(Bar.lines(bars));
        lines.add("");
        lines.add("Load average at the end: " + loadAverage());
        System.out.println(String.join("\n", lines));
        String raw = arguments.of("raw", "");
        if (!raw.isEmpty()) RawData.write(Path.of(raw), String.join("-", only), machine, samples);
    }

    private Duration time(String otherwise) {
        return arguments.seconds("seconds", otherwise);
    }

    private Duration warmUp(String otherwise) {
        return arguments.seconds("warm", otherwise);
    }

    private int repetitions() {
        return arguments.number("reps", "5", "1");
    }

    private void peers(List<String> only) throws Exception {
        Rounds rounds = new Rounds(callers, repetitions(), warmUp("5"), time("3"));
        boolean all = only.contains("peers");
        if (all || only.contains("writes")) WritePeers.measure(rounds, samples);
        if (all || only.contains("whole")) WholePeers.measure(rounds, samples);
        lines.addAll(WritePeers.lines(samples));
        lines.addAll(WholePeers.lines(samples));
        bars.addAll(PeerBars.of(samples));
    }

    private void asOf() throws Exception {
        AsOfBench.measure(
                arguments.numbers("versions", "10000,100000,1000000", "10000"), repetitions(), time("2"), samples);
        lines.addAll(AsOfTable.lines(samples));
        bars.addAll(AsOfTable.bars(samples));
    }

    private void nested() throws Exception {
        NestedBench.Result result = NestedBench.run(NestedBench.Shape.of(arguments.of("nested", "50x20x10", "10x4x3")));
        NestedBench.samples(result).all().forEach(samples::add);
        lines.addAll(NestedBench.lines(result));
        bars.addAll(result.bars());
    }

    private static String machine() {
        return "%s, %d processors, %d MiB of heap at most, Java %s, %s %s; load average at the start: %s"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20,
                        System.getProperty("java.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        loadAverage());
    }

    private static void engine(List<String> lines, Map<Integer, EngineBench.Pair> results) {
        lines.addAll(List.of(
                "",
                "### The engine alone, beside single-row commits by plain JDBC",
                "",
                "| callers | engine, appends/s | p50 ms | p99 ms | plain JDBC, commits/s | p50 ms | p99 ms | engine /"
                        + " plain |",
                "|--:|--:|--:|--:|--:|--:|--:|--:|"));
        results.forEach((callers, pair) -> lines.add("| %d | %d | %s | %s | %d | %s | %s | %d %% |"
                .formatted(
                        callers,
                        pair.engine().perSecond(),
                        pair.engine().within(50),
                        pair.engine().within(99),
                        pair.plain().perSecond(),
                        pair.plain().within(50),
                        pair.plain().within(99),
                        pair.engine().perSecond()
                                * 100
                                / Math.max(1, pair.plain().perSecond()))));
    }

    private static void mutations(List<String> lines, MutationBench.Result result) {
        result.series().forEach((name, measured) -> {
            lines.addAll(List.of(
                    "",
                    "### " + name,
                    "",
                    "| callers | commands/s | p50 ms | p99 ms | commands |",
                    "|--:|--:|--:|--:|--:|"));
            measured.forEach(it -> lines.add("| %d | %d | %s | %s | %d |"
                    .formatted(it.callers(), it.perSecond(), it.within(50), it.within(99), it.calls())));
        });
        lines.addAll(List.of(
                "", "### Rebuild of views", "", "| what | events | tables | ms | events/s |", "|:--|--:|--:|--:|--:|"));
        result.rebuilt()
                .forEach(it -> lines.add("| %s | %d | %d | %d | %d |"
                        .formatted(it.what(), it.events(), it.tables(), it.millis(), it.perSecond())));
    }

    private static void start(List<String> lines, Map<String, StartBench.Result> results) {
        lines.addAll(List.of(
                "",
                "### Start, kill and memory (a JVM of its own, -Xmx1g)",
                "",
                "| what | " + String.join(" | ", results.keySet()) + " |",
                "|:--|" + "--:|".repeat(results.size())));
        row(lines, "first start: database made, whole demo loaded, serving, ms", results, StartBench.Result::firstMs);
        row(lines, "started again on the data, ms", results, StartBench.Result::againMs);
        row(
                lines,
                "after `kill -9` under load: from the new start to the first acknowledged mutation, ms",
                results,
                StartBench.Result::afterKillMs);
        row(
                lines,
                "mutations/s over HTTP, 8 callers, 10 a request, password compared each time",
                results,
                StartBench.Result::mutationsPerSecond);
        row(lines, "resident memory after that load, MiB", results, StartBench.Result::residentMib);
    }

    private static void row(
            List<String> lines,
            String what,
            Map<String, StartBench.Result> results,
            ToLongFunction<StartBench.Result> figure) {
        lines.add(results.values().stream()
                .map(result -> Long.toString(figure.applyAsLong(result)))
                .collect(Collectors.joining(" | ", "| " + what + " | ", " |")));
    }

    private static String loadAverage() {
        long hundredths =
                Math.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() * 100);
        return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
    }
}
