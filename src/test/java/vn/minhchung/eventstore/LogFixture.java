package vn.minhchung.eventstore;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.platform.axon.EventTypes;
import vn.minhchung.platform.axon.JacksonEventCodec;
import vn.minhchung.testing.TestPostgres;

/** A log of its own, its appender, and events to put in. */
final class LogFixture implements AutoCloseable {
    @EventType(name = "storetest.Noted")
    record Noted(String text) implements DomainEvent {}

    final TestPostgres.Database database = TestPostgres.freshDatabase();
    final JacksonEventCodec codec = new JacksonEventCodec(new EventTypes(List.of(Noted.class)), List.of());
    final Appender appender;
    private final List<Runnable> closeables = new ArrayList<>();

    LogFixture() {
        this(Appender.Limits.DEFAULT, InstantSource.system());
    }

    LogFixture(Appender.Limits limits, InstantSource clock) {
        appender = newAppender(source(), limits, clock);
    }

    Appender newAppender(ConnectionSource source, Appender.Limits limits, InstantSource clock) {
        Appender made = new Appender(source, UUID.randomUUID().toString(), clock, limits);
        closeables.add(made::close);
        return made;
    }

    ConnectionSource source() {
        return ConnectionSource.of(database.app());
    }

    PostgresRecordedEvents recordedEvents() {
        var events = new PostgresRecordedEvents(source(), codec, appender, "this");
        closeables.add(events::close);
        return events;
    }

    static NewEvent event(String stream, long sequence) {
        return event(stream, sequence, 1_000, "1/1");
    }

    static NewEvent event(String stream, long sequence, long storedMs, String part) {
        String envelope = """
                {"build":"b","extra":{},"part":"%s","rules":[],"salt":"00","warnings":[]}""".formatted(part);
        return new NewEvent(
                UUID.randomUUID(),
                stream,
                sequence,
                "Note",
                "storetest.Noted",
                "1",
                storedMs,
                "{\"text\":\"%s %d\"}".formatted(stream, sequence).getBytes(StandardCharsets.UTF_8),
                envelope.getBytes(StandardCharsets.UTF_8));
    }

    /** One column of the whole log, in position order. */
    List<Long> column(String column) throws SQLException {
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select " + column + " from event_store.event order by position")) {
            List<Long> values = new ArrayList<>();
            while (rows.next()) values.add(rows.getLong(1));
            return values;
        }
    }

    /** Sequences and defaults of the table of events: there are none. */
    List<String> sequencesOfTheLog() throws SQLException {
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select attname from pg_attribute
                        where attrelid = 'event_store.event'::regclass and (atthasdef or attidentity <> '')""")) {
            List<String> columns = new ArrayList<>();
            while (rows.next()) columns.add(rows.getString(1));
            return columns;
        }
    }

    /** How many sessions wait for the lock of the log. */
    int waitingForLock() throws SQLException {
        return Gate.waiting(database, AppendStatement.LOCK);
    }

    /** True while some session has it. */
    boolean holdsLock() throws SQLException {
        try (Connection superuser = TestPostgres.superuser(database);
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*) > 0 from pg_locks
                        where granted and locktype = 'advisory'
                          and database = (select oid from pg_database where datname = current_database())
                          and classid::bigint << 32 | objid::bigint = %d""".formatted(AppendStatement.LOCK))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    long positionOf(UUID event) throws SQLException {
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select position from event_store.event where event_id = '%s'".formatted(event))) {
            if (!row.next()) throw new IllegalStateException("not stored: " + event);
            return row.getLong(1);
        }
    }

    /** Ends the sessions that append, wherever they stand just now. */
    void killAppenders() throws SQLException {
        try (Connection superuser = TestPostgres.superuser(database);
                Statement statement = superuser.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and query like '%pg_notify%' and pid <> pg_backend_pid()""");
        }
    }

    /** Cuts every connection of the application's role, as a restart of the database would. */
    void cutConnections() throws SQLException {
        try (Connection superuser = TestPostgres.superuser(database);
                Statement statement = superuser.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()""");
        }
    }

    static void print(String line) {
        new PrintWriter(System.out, true, StandardCharsets.UTF_8).println(line);
    }

    @Override
    public void close() {
        closeables.forEach(Runnable::run);
    }
}
