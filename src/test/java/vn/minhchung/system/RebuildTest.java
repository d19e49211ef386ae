package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.platform.views.Rebuild;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;
import vn.minhchung.testing.TokenIssuer;
import vn.minhchung.testing.Traffic;

/** Ten thousand events and more: every view made again from position 0 is the live one, and the comparison can fail. */
class RebuildTest {
    private static final long EVENTS = 10_000;
    private static final int CALLERS = 16;
    private static final int ROUNDS = 500;
    private static final LocalDate END_OF_DEMO = DemoLoader.LAST_DAY;

    @Test
    void all_views_made_again_from_nothing_equal_the_live_ones_and_one_changed_cell_shows() throws Exception {
        TokenIssuer issuer = new TokenIssuer();
        try (RunningSystem system = RunningSystem.start(TestPostgres.freshDatabase(), issuer.argument())) {
            Traffic.loadDemo(system, END_OF_DEMO);
            system.as("admin").data("""
                            mutation {
                              sealRefusals(input: {idempotencyKey: "seal", day: "%1$s"}) { position }
                              sealReadings(input: {idempotencyKey: "seal", day: "%1$s"}) { position }
                            }""".formatted(END_OF_DEMO.minusDays(1)));
            long told = system.bean(RecordedEvents.class).head();
            manyMore(new Traffic(system, "rebuild"));
            rest(system, issuer);
            long head = system.bean(RecordedEvents.class).head();
            assertThat(head).isGreaterThanOrEqualTo(EVENTS);
            assertThat(system.views().await(head)).isTrue();

            Rebuild rebuild = system.bean(Rebuild.class);
            String live = liveSchema(system);
            Map<String, String> hashes = rebuild.hashes(live, head);
            assertThat(hashes)
                    .as("no table is empty: a hash begins with the number of rows")
                    .allSatisfy((table, hash) -> assertThat(hash).as(table).doesNotStartWith("0-"));

            String again = live + "_again";
            long begun = System.nanoTime();
            rebuild.into(again, head);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            assertThat(rebuild.hashes(again, head)).isEqualTo(hashes);
            System.out.printf(
                    "rebuild: %d events of the demo, %d in all, %d tables, %d ms, %d events/s%n",
                    told, head, hashes.size(), millis, head * 1_000 / Math.max(1, millis));

            try (Connection connection = system.database().app().getConnection()) {
                for (String table : hashes.keySet()) changeOneCell(connection, again, table);
            }
            Map<String, String> changed = rebuild.hashes(again, head);
            assertThat(hashes.keySet())
                    .allSatisfy(
                            table -> assertThat(changed.get(table)).as(table).isNotEqualTo(hashes.get(table)));
            assertThat(rebuild.hashes(live, head)).isEqualTo(hashes);
        }
    }

    /** What neither the demo nor the traffic tells: every view has something to be made again. */
    private static void rest(RunningSystem system, TokenIssuer issuer) {
        Runnable unseen = () -> {};
        new RareMutations(system, issuer, unseen).done();
        new EstimateScene(system, unseen).told();
        new SpendingScene(system, unseen).told();
    }

    private static void manyMore(Traffic traffic) throws Exception {
        List<Traffic.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) pairs.add(traffic.pair());
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                String name = "c" + caller;
                Traffic.Pair pair = pairs.get(caller);
                running.add(callers.submit(() -> {
                    for (int n = 0; n < ROUNDS; n++) {
                        switch (n % 4) {
                            case 0 -> traffic.paper(pair, name + "-" + n);
                            case 1 -> traffic.person(name + "-" + n);
                            default -> traffic.organisation(name + "-" + n);
                        }
                    }
                }));
            }
            for (Future<?> one : running) one.get();
        }
    }

    private static String liveSchema(RunningSystem system) {
        String qualified = system.views().qualified("people_organisation");
        return qualified.substring(0, qualified.indexOf('.'));
    }

    /** The last column of a kind we know how to change, in some row that has a value there. */
    private static void changeOneCell(Connection connection, String schema, String table) throws SQLException {
        String columns = """
            select attname, format_type(atttypid, atttypmod) from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped order by attnum desc\
            """;
        try (PreparedStatement statement = connection.prepareStatement(columns)) {
            statement.setString(1, schema + "." + table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (change(connection, schema + "." + table, row.getString(1), row.getString(2))) return;
                }
            }
        }
        throw new AssertionError("no cell of " + table + " could be changed");
    }

    private static boolean change(Connection connection, String table, String column, String type) throws SQLException {
        String other = switch (type) {
            case "text" -> column + " || '.'";
            case "bigint", "integer", "date" -> column + " + 1";
            case "boolean" -> "not " + column;
            case "jsonb" -> "jsonb_build_array(" + column + ")";
            case "text[]" -> "array_append(" + column + ", '.')";
            default -> "";
        };
        if (other.isEmpty()) return false;
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(
                            "update %1$s set %2$s = %3$s where ctid = (select ctid from %1$s where %2$s is not null limit 1)"
                                    .formatted(table, column, other))
                    == 1;
        }
    }
}
