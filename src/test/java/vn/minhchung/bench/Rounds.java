package vn.minhchung.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import vn.minhchung.testing.TestPostgres;

/**
 * Measures several peers so that what drifts hits all alike: repetition by repetition, every peer in turn and each time
 * another one first; each on empty tables in a database of its own, after a checkpoint.
 *
 * @param warmUp once for each peer, so that its code is compiled
 * @param time of each measurement
 */
record Rounds(List<Integer> callers, int repetitions, Duration warmUp, Duration time) {
    private static final int WARMING_CALLERS = 16;

    void measure(String part, Map<String, Peer.Opening> peers, Samples into) throws Exception {
        for (Peer.Opening opening : peers.values()) once(opening, WARMING_CALLERS, warmUp);
        List<String> order = new ArrayList<>(peers.keySet());
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            for (int count : callers) {
                for (String name : order) {
                    Measured measured = once(opening(peers, name), count, time);
                    Logs.progress("%s, repetition %d: %s, %s".formatted(part, repetition, name, measured));
                    into.add(Sample.of(part, name, repetition, measured));
                }
            }
            Collections.rotate(order, -1);
        }
    }

    private static Peer.Opening opening(Map<String, Peer.Opening> peers, String name) {
        Peer.Opening opening = peers.get(name);
        if (opening == null) throw new IllegalArgumentException(name);
        return opening;
    }

    /** The first fifth of it again is not measured: connections open, caches fill. */
    private static Measured once(Peer.Opening opening, int callers, Duration time) throws Exception {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        try (Connection superuser = TestPostgres.superuser(database);
                Statement statement = superuser.createStatement()) {
            statement.execute("checkpoint");
        }
        try (Peer peer = opening.on(database, callers)) {
            peer.run(callers, time.dividedBy(5));
            return peer.run(callers, time);
        } finally {
            drop(database);
        }
    }

    static void drop(TestPostgres.Database database) throws SQLException {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        try (Connection superuser = TestPostgres.server().superuser("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("drop database %s with (force)".formatted(name));
        }
    }
}
