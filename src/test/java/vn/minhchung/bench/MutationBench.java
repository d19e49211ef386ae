package vn.minhchung.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.platform.views.OneView;
import vn.minhchung.platform.views.Rebuild;
import vn.minhchung.platform.views.ViewSchema;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.Traffic;

/**
 * Whole commands inside the running application: authorisation, idempotency, deciding, envelope, durable append, and every
 * view has seen the position before the call counts as answered. HTTP and passwords are left out.
 */
final class MutationBench {
    /** Cast, rules, accounts and appropriations are there; most of the story has not happened. */
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2024, 1, 15);

    private MutationBench() {}

    /** One view, of those whose events this log has most of. */
    private static final String ONE = "people.Organisation";

    /** @param series by name, in the order measured */
    record Result(Map<String, List<Measured>> series, List<Rebuilt> rebuilt) {
        List<Bar> bars() {
            return rebuilt.stream().map(Rebuilt::bar).toList();
        }
    }

    /**
     * Views made again from position 0.
     *
     * @param least events/s that are asked for
     */
    record Rebuilt(String what, long events, int tables, long millis, long least, String limits) {
        long perSecond() {
            return events * 1_000 / Math.max(1, millis);
        }

        private Bar bar() {
            return new Bar(
                    "rebuild, " + what,
                    "≥ %d events/s".formatted(least),
                    "%d events/s".formatted(perSecond()),
                    perSecond() >= least,
                    limits);
        }
    }

    static Result run(List<Integer> callers, Duration warmUp, Duration time) throws Exception {
        try (RunningSystem system = RunningSystem.start()) {
            Traffic.loadDemo(system, DEMO_UNTIL);
            Traffic traffic = new Traffic(system, "bench");
            int round = 0;
            Measured.of(16, warmUp, (caller, n) -> traffic.organisation("warm-%d-%d".formatted(caller, n)));

            Map<String, List<Measured>> series = new LinkedHashMap<>();
            List<Measured> organisations = new ArrayList<>();
            List<Measured> spread = new ArrayList<>();
            List<Measured> hot = new ArrayList<>();
            series.put("registerOrganisation", organisations);
            series.put("prepareWithdrawal, each caller its own task and appropriation", spread);
            series.put("prepareWithdrawal, one task and appropriation for all", hot);
            for (int count : callers) {
                int here = ++round;
                organisations.add(Measured.of(
                        count, time, (caller, n) -> traffic.organisation("o%d-%d-%d".formatted(here, caller, n))));
                List<Traffic.Pair> pairs = new ArrayList<>();
                for (int i = 0; i < count; i++) pairs.add(traffic.pair());
                spread.add(Measured.of(
                        count,
                        time,
                        (caller, n) -> traffic.paper(pairs.get(caller), "w%d-%d-%d".formatted(here, caller, n))));
                Traffic.Pair one = traffic.pair();
                hot.add(Measured.of(
                        count, time, (caller, n) -> traffic.paper(one, "h%d-%d-%d".formatted(here, caller, n))));
            }
            return rebuilt(system, series);
        }
    }

    private static Result rebuilt(RunningSystem system, Map<String, List<Measured>> series) {
        Rebuild one = OneView.rebuild(
                system.bean(DataSource.class), system.bean(RecordedEvents.class), system.bean(ViewSchema.class), ONE);
        return new Result(
                series,
                List.of(
                        rebuilt(system, ONE, one, 50_000, "reading and decoding every event, its own or not"),
                        rebuilt(
                                system,
                                "all views",
                                system.bean(Rebuild.class),
                                15_000,
                                "one thread projects for all views and writes their rows")));
    }

    private static Rebuilt rebuilt(RunningSystem system, String what, Rebuild rebuild, long least, String limits) {
        long head = system.bean(RecordedEvents.class).head();
        long begun = System.nanoTime();
        rebuild.into("views_bench", head);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        int tables = rebuild.hashes("views_bench", head).size();
        return new Rebuilt(what, head, tables, millis, least, limits);
    }
}
