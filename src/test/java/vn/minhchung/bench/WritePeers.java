package vn.minhchung.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Durable writes alone: our engine, those of stock Axon, Envers, and the limit of the same PostgreSQL. */
final class WritePeers {
    static final String PART = "write";
    static final String LIMIT = "plain JDBC, single-row commits";
    static final String OURS = "our engine";
    static final String JDBC = "stock Axon, JDBC engine";
    static final String JPA = "stock Axon, JPA engine";
    static final String ENVERS = "Envers, validity strategy";
    static final String ENVERS_DEFAULT = "Envers, default strategy";
    static final String PGBENCH = "pgbench, the same insert";

    private WritePeers() {}

    static void measure(Rounds rounds, Samples into) throws Exception {
        Map<String, Peer.Opening> peers = new LinkedHashMap<>();
        peers.put(LIMIT, PlainRows::open);
        peers.put(OURS, OurEngine::open);
        peers.put(JDBC, StockAxon::jdbc);
        peers.put(JPA, StockAxon::jpa);
        peers.put(ENVERS, Envers.with(Envers.Strategy.VALIDITY));
        peers.put(ENVERS_DEFAULT, Envers.with(Envers.Strategy.DEFAULT));
        Optional<Path> tool = PgBench.installed();
        tool.ifPresent(executable -> peers.put(PGBENCH, PgBench.of(executable)));
        rounds.measure(PART, peers, into);
    }

    static List<String> lines(Samples all) {
        Samples samples = all.of(PART);
        if (samples.isEmpty()) return List.of();
        List<String> lines = PeerTable.lines("Durable writes, beside peers", samples, samples, OURS, "writes/s");
        if (!samples.peers().contains(PGBENCH)) {
            lines.add("");
            lines.add("pgbench: not installed.");
        }
        return lines;
    }
}
