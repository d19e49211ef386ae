package vn.minhchung.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import vn.minhchung.testing.TestPostgres;

/**
 * Stops an append inside the database between its lock and its commit: rows of streams that begin with {@link #STREAM} are
 * numbered and inserted, and then wait here until the gate opens. Made by the owner in a database of the test's own.
 */
public final class Gate implements AutoCloseable {
    public static final String STREAM = "note:gate";

    private static final long KEY = 4711;

    private final TestPostgres.Database database;
    private final Connection keeper;

    /** Closed from the start. */
    public Gate(TestPostgres.Database database) throws SQLException {
        this(database, STREAM);
    }

    /** @param streams those whose name begins so are stopped */
    public Gate(TestPostgres.Database database, String streams) throws SQLException {
        this.database = database;
        try (Connection owner = database.owner().getConnection()) {
            AppenderTest.execute(owner, """
                    create function event_store.gate() returns trigger language plpgsql as $$
                    begin
                      if starts_with(new.stream, '%s') then perform pg_advisory_xact_lock_shared(%d); end if;
                      return null;
                    end $$;
                    create trigger gate after insert on event_store.event
                      for each row execute function event_store.gate();""".formatted(streams, KEY));
        }
        keeper = TestPostgres.superuser(database);
        shut();
    }

    public void shut() throws SQLException {
        AppenderTest.execute(keeper, "select pg_advisory_lock(" + KEY + ")");
    }

    public void open() throws SQLException {
        AppenderTest.execute(keeper, "select pg_advisory_unlock_all()");
    }

    /** Until so many appends stand at the gate: written, not committed. */
    public void awaitAppends(int count) {
        eventually(() -> assertThat(waiting(database, KEY)).isEqualTo(count));
    }

    /** Ends the session that stands at the gate, as the server does when it loses it. */
    public void killWhoWaits() throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid, 5000) from pg_locks
                    where not granted and locktype = 'advisory' and objid = %d
                      and database = (select oid from pg_database where datname = current_database())""".formatted(KEY));
        }
    }

    /** How many sessions wait for an advisory lock of this database. */
    public static int waiting(TestPostgres.Database database, long key) throws SQLException {
        try (Connection superuser = TestPostgres.superuser(database);
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*) from pg_locks
                        where not granted and locktype = 'advisory'
                          and database = (select oid from pg_database where datname = current_database())
                          and classid::bigint << 32 | objid::bigint = %d""".formatted(key))) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        keeper.close();
    }
}
