package vn.minhchung.audit.read;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.minhchung.audit.DayBook;
import vn.minhchung.eventstore.Gate;
import vn.minhchung.kernel.log.ReadingRow;
import vn.minhchung.kernel.log.RefusedRow;
import vn.minhchung.testing.TestPostgres;

/** What is sealed of a day has every row whose time is of that day, also one that is not committed yet. */
class ChainedRowsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 9);
    /** 0.01 s before the day ends at the office. */
    private static final long AT_US = 1_741_539_599_990_000L;

    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database.app());

    @Test
    void a_refused_attempt_that_is_just_being_kept_is_waited_for() throws Exception {
        waitsFor(new RefusalRows(jdbc), RefusedRow.CHAIN_LOCK, """
                insert into event_store.refusal_attempt (at_us, day, kind, code, detail, hash)
                values (%d, '%s', 'COMMAND', 'FOUR_EYES', '{}', '\\x00')""");
    }

    @Test
    void a_reading_that_is_just_being_kept_is_waited_for() throws Exception {
        waitsFor(new ReadingRows(jdbc), ReadingRow.CHAIN_LOCK, """
                insert into event_store.reading (at_us, day, kind, account, actor, detail, position, hash)
                values (%d, '%s', 'QUERY', 'account:1', 'person:1', '{}', 1, '\\x00')""");
    }

    private void waitsFor(DayBook rows, long lock, String insert) throws Exception {
        CompletableFuture<DayBook.Digest> digest;
        try (Connection writer = database.app().getConnection()) {
            writer.setAutoCommit(false);
            execute(writer, "select pg_advisory_xact_lock(" + lock + ")");
            execute(writer, insert.formatted(AT_US, DAY));
            digest = CompletableFuture.supplyAsync(() -> rows.written(DAY));
            eventually(() -> assertThat(digest.isDone() || Gate.waiting(database, lock) == 1)
                    .isTrue());
            writer.commit();
        }

        DayBook.Digest sealed = digest.get(30, TimeUnit.SECONDS);

        assertThat(sealed.count()).isEqualTo(1);
        assertThat(sealed).isEqualTo(rows.digests(List.of(DAY)).get(DAY));
        try (Connection next = database.app().getConnection();
                Statement free = next.createStatement();
                var row = free.executeQuery("select pg_try_advisory_lock(" + lock + ")")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).as("the lock is let go").isTrue();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
