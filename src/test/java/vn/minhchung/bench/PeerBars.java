package vn.minhchung.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The bars about writing: medians of the repetitions. */
final class PeerBars {
    private static final int SOME = 16;
    private static final int MANY = 64;

    private PeerBars() {}

    static List<Bar> of(Samples all) {
        List<Bar> bars = new ArrayList<>();
        Samples writes = all.of(WritePeers.PART);
        Samples whole = all.of(WholePeers.PART);
        long limit = rate(writes, WritePeers.LIMIT, SOME);
        if (limit > 0)
            bars.add(share(
                    "durable appends, engine alone, 16 callers",
                    rate(writes, WritePeers.OURS, SOME),
                    limit,
                    80,
                    "one batch is on its way at a time; how many share it"));
        for (int callers : List.of(SOME, MANY)) {
            long ours = rate(whole, WholePeers.OURS, callers);
            if (ours == 0) continue;
            String work = "whole mutations, %d callers".formatted(callers);
            long of = rate(writes, WritePeers.LIMIT, callers);
            if (of > 0) bars.add(share(work, ours, of, callers == SOME ? 25 : 40, "one follower writes all views"));
            bars.add(times(work, "stock Axon JPA", ours, rate(whole, WholePeers.AXON, callers), 3));
            bars.add(times(work, "Envers", ours, rate(whole, WholePeers.ENVERS, callers), 2));
            long p99 = figure(whole, WholePeers.OURS, callers, Sample::p99);
            long most = callers == SOME ? 30_000 : 60_000;
            bars.add(new Bar(
                    work,
                    "p99 < %d ms".formatted(most / 1_000),
                    Measured.millis(p99) + " ms",
                    p99 < most,
                    "waiting for every view"));
        }
        return bars;
    }

    private static Bar share(String work, long ours, long limit, int percent, String limits) {
        return new Bar(
                work,
                "≥ %d %% of single-row commits".formatted(percent),
                PeerTable.percent(ours, limit),
                ours * 100 >= limit * percent,
                limits);
    }

    private static Bar times(String work, String peer, long ours, long its, int times) {
        return new Bar(
                work,
                "≥ %d × %s".formatted(times, peer),
                PeerTable.times(ours, its),
                ours >= its * times,
                "the peer keeps one table and checks nothing; ours all views, roles, idempotency, guards");
    }

    private static long rate(Samples samples, String peer, int callers) {
        return figure(samples, peer, callers, Sample::perSecond);
    }

    private static long figure(Samples samples, String peer, int callers, ToLongFunction<Sample> figure) {
        return samples.of(peer, callers).median(figure);
    }
}
