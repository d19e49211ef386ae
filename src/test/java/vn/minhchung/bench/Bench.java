package vn.minhchung.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Prints what this machine does, as Markdown: {@code ./mvnw -Pbench -Dbench.args="seconds=30 warm=30 callers=1,4,16,64"}.
 * {@code only=engine|mutations|start|province} leaves the rest out; {@code tasks=500 years=10} is the size of the province. Figures depend on the machine and on what else it does; nothing
 * here passes or fails.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Duration time = Duration.ofSeconds(Long.parseLong(argument(arguments, "seconds", "30")));
        Duration warmUp = Duration.ofSeconds(Long.parseLong(argument(arguments, "warm", "30")));
        List<Integer> callers = Arrays.stream(
                        argument(arguments, "callers", "1,4,16,64").split(",", -1))
                .map(Integer::valueOf)
                .toList();
        String only = argument(arguments, "only", "engine,mutations,start,province");

        List<String> lines = new ArrayList<>(machine());
        if (only.contains("engine")) engine(lines, EngineBench.run(callers, warmUp, time));
        if (only.contains("mutations")) mutations(lines, MutationBench.run(callers, warmUp, time));
        if (only.contains("start")) start(lines, StartBench.run(time));
        if (only.contains("province"))
            lines.addAll(ProvinceBench.lines(ProvinceBench.run(
                    Integer.parseInt(argument(arguments, "tasks", "500")),
                    Integer.parseInt(argument(arguments, "years", "10")),
                    time)));
        lines.add("");
        lines.add("Load average at the end: " + loadAverage());
        System.out.println(String.join("\n", lines));
    }

    private static List<String> machine() {
        return List.of("%s, %d processors, %d MiB of heap at most, Java %s, %s %s; load average at the start: %s"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20,
                        System.getProperty("java.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        loadAverage()));
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
                "",
                "### Rebuild of all views",
                "",
                "| events | tables | ms | events/s |",
                "|--:|--:|--:|--:|",
                "| %d | %d | %d | %d |"
                        .formatted(
                                result.events(), result.tables(), result.rebuildMillis(), result.rebuildPerSecond())));
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

    private static String argument(String[] arguments, String name, String otherwise) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(name + "="))
                .map(argument -> argument.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }

    private static String loadAverage() {
        long hundredths =
                Math.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() * 100);
        return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
    }
}
