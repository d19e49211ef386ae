package vn.minhchung.bench;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;
import vn.minhchung.testing.Traffic;

/** Whole mutations: our {@code registerOrganisation} beside the least that stock Axon and Envers need to keep the same. */
final class WholePeers {
    static final String PART = "mutation";
    static final String OURS = "registerOrganisation, all views have seen it";
    static final String AXON = "stock Axon on JPA, its one view has seen it";
    static final String AXON_ANSWERED = "stock Axon on JPA, durable, its view may lag";
    static final String ENVERS = "Envers, entity and audit trail";

    /** Cast, rules and accounts are there; the story has not happened. */
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2024, 1, 15);

    private WholePeers() {}

    static void measure(Rounds rounds, Samples into) throws Exception {
        Map<String, Peer.Opening> peers = new LinkedHashMap<>();
        peers.put(OURS, WholePeers::ours);
        peers.put(AXON, StockApplication::awaited);
        peers.put(AXON_ANSWERED, StockApplication::answered);
        peers.put(ENVERS, Envers.with(Envers.Strategy.VALIDITY));
        rounds.measure(PART, peers, into);
    }

    private static Peer ours(TestPostgres.Database database, int callers) {
        RunningSystem system = RunningSystem.start(database);
        Traffic.loadDemo(system, DEMO_UNTIL);
        Traffic traffic = new Traffic(system, "peer");
        long[] sent = new long[callers];
        return Peer.calling((caller, _) -> traffic.organisation(caller + "-" + ++sent[caller]), () -> {
            system.close();
            Logs.quiet();
        });
    }

    static List<String> lines(Samples all) {
        Samples samples = all.of(PART);
        if (samples.isEmpty()) return List.of();
        return PeerTable.lines("Whole mutations, beside peers", samples, all.of(WritePeers.PART), OURS, "mutations/s");
    }
}
