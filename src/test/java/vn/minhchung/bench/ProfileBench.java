package vn.minhchung.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import vn.minhchung.bench.Stages.Stage;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.platform.views.Rebuild;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;
import vn.minhchung.testing.Traffic;

/** Where a command's time goes, and a rebuild's: timers around the stages, and samples of what the processors did. */
final class ProfileBench {
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2024, 1, 15);
    private static final int LEAST_PERCENT = 2;

    private final List<String> lines = new ArrayList<>();
    private final Stages stages = new Stages();
    private final LongAdder roundTripNanos = new LongAdder();
    private final LongAdder sent = new LongAdder();

    private ProfileBench() {}

    static List<String> lines(List<Integer> callers, Duration warmUp, Duration time) throws Exception {
        ProfileBench bench = new ProfileBench();
        try (RunningSystem system = RunningSystem.start(TestPostgres.freshDatabase(), bench.stages::install)) {
            bench.measure(system, callers, warmUp, time);
        }
        return bench.lines;
    }

    private void measure(RunningSystem system, List<Integer> callers, Duration warmUp, Duration time) throws Exception {
        Traffic.loadDemo(system, DEMO_UNTIL);
        system.bean(Appender.class).observe((requests, _, _, took) -> {
            roundTripNanos.add(took.toNanos() * requests);
            sent.add(requests);
        });
        Traffic traffic = new Traffic(system, "profile");
        Measured.of(8, warmUp, (caller, n) -> traffic.organisation("warm-%d-%d".formatted(caller, n)));
        for (int count : callers) {
            profile(
                    "registerOrganisation",
                    count,
                    time,
                    (caller, n) -> traffic.organisation("o%d-%d-%d".formatted(count, caller, n)));
        }
        for (int count : callers) {
            List<Traffic.Pair> pairs = new ArrayList<>();
            for (int i = 0; i < count; i++) pairs.add(traffic.pair());
            profile(
                    "prepareWithdrawal, own task each",
                    count,
                    time,
                    (caller, n) -> traffic.paper(pairs.get(caller), "w%d-%d-%d".formatted(count, caller, n)));
        }
        rebuild(system);
    }

    private void profile(String what, int callers, Duration time, Measured.Call call) throws Exception {
        stages.reset();
        roundTripNanos.reset();
        sent.reset();
        List<Measured> measured = new ArrayList<>();
        var samples = CpuSamples.of(() ->
                measured.add(Measured.of(callers, time, (caller, n) -> stages.call(() -> called(call, caller, n)))));
        Measured result = measured.getFirst();
        String title = "%s, %d callers".formatted(what, callers);
        stages(title, result);
        samples(title, samples);
    }

    private static void called(Measured.Call call, int caller, int n) {
        try {
            call.run(caller, n);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void stages(String title, Measured result) {
        long calls = Math.max(1, result.calls());
        Map<String, Long> micros = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) micros.put(stage.title, stages.nanos(stage) / calls / 1_000);
        long roundTrip = roundTripNanos.sum() / Math.max(1, sent.sum()) / 1_000;
        long sending = micros.getOrDefault(Stage.SENDING.title, 0L);
        micros.remove(Stage.SENDING.title);
        micros.put("append: round trip and commit of its batch", roundTrip);
        micros.put("command bus, unit of work, waiting for its batch", Math.max(0, sending - roundTrip));
        long loads = stages.times(Stage.LOADING) * 10 / calls;
        long all =
                Math.max(1, micros.values().stream().mapToLong(Long::longValue).sum());
        lines.addAll(List.of(
                "",
                "### Where the time goes: " + title,
                "",
                "%s; aggregates loaded or asked by each: %d.%d".formatted(result, loads / 10, loads % 10),
                "",
                "| stage | µs | share |",
                "|:--|--:|--:|"));
        micros.forEach((stage, took) -> lines.add("| %s | %d | %d %% |".formatted(stage, took, took * 100 / all)));
    }

    private void samples(String title, Map<String, Map<String, Integer>> samples) {
        int all = samples.values().stream()
                .flatMap(its -> its.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        lines.addAll(List.of(
                "",
                "Processor time of this JVM, %s, %d samples; below %d %% left out".formatted(title, all, LEAST_PERCENT),
                "",
                "| threads | package | share |",
                "|:--|:--|--:|"));
        samples.forEach((thread, its) -> its.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .filter(piece -> piece.getValue() * 100 >= LEAST_PERCENT * all)
                .forEach(piece -> lines.add("| %s | %s | %d %% |"
                        .formatted(thread, piece.getKey(), piece.getValue() * 100 / Math.max(1, all)))));
    }

    private void rebuild(RunningSystem system) throws Exception {
        long head = system.bean(RecordedEvents.class).head();
        Rebuild rebuild = system.bean(Rebuild.class);
        long begun = System.nanoTime();
        var samples = CpuSamples.of(() -> rebuild.into("views_profile", head));
        long millis = Math.max(1, (System.nanoTime() - begun) / 1_000_000);
        samples("rebuild of all views, %d events, %d events/s".formatted(head, head * 1_000 / millis), samples);
    }
}
