package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import vn.minhchung.testing.Acknowledged;
import vn.minhchung.testing.Advance;
import vn.minhchung.testing.ApplicationProcess;
import vn.minhchung.testing.TestPostgres;

/** The events of an application that runs in a process of its own, read past it. */
final class CrashedStore implements AutoCloseable {
    private final Connection connection;

    CrashedStore(ApplicationProcess application) throws SQLException {
        String[] database = application.ask("database").split(" ", 3);
        this.connection = DriverManager.getConnection(database[0], database[1], database[2]);
    }

    /** The same of several applications over one database. */
    CrashedStore(TestPostgres.Database database) throws SQLException {
        this.connection = database.app().getConnection();
    }

    /**
     * What of it was not carried out once, although its request may have been sent twice, did not end at the position it was
     * acknowledged with, or is not about the object.
     */
    List<String> lost(List<Acknowledged.Entry> acknowledged) throws SQLException {
        String sql = """
            with done as (
              select position, stream, envelope ->> 'part' as part, envelope -> 'decision' ->> 'mutation' as mutation,
                envelope -> 'decision' ->> 'idempotencyKey' as key
              from event_store.event_json)
            select told.*, array_agg(done.position order by done.position)
            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) as told(position, id, mutation, key)
            left join done on done.mutation = told.mutation and done.key = told.key
            group by told.position, told.id, told.mutation, told.key
            having count(*) filter (where split_part(part, '/', 1) = split_part(part, '/', 2)) <> 1
              or max(done.position) <> told.position
              or not bool_or(done.stream = told.id)\
            """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, column(acknowledged, Acknowledged.Entry::position, Long[]::new));
            statement.setObject(2, column(acknowledged, Acknowledged.Entry::id, String[]::new));
            statement.setObject(3, column(acknowledged, Acknowledged.Entry::mutation, String[]::new));
            statement.setObject(4, column(acknowledged, Acknowledged.Entry::key, String[]::new));
            List<String> lost = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next())
                    lost.add("%s of %s, acknowledged at %d, is at %s"
                            .formatted(row.getString(3), row.getString(2), row.getLong(1), row.getString(5)));
            }
            return lost;
        }
    }

    void requireNothingSkipped() throws SQLException {
        String sql = """
            select count(*) = max(position) and min(position) = 1,
              not bool_or(recorded_us <= before), count(distinct stream || ' ' || sequence) = count(*)
            from (select position, recorded_us, stream, sequence,
                    lag(recorded_us) over (order by position) as before
                  from event_store.event) as e\
            """;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            assertThat(row.getBoolean(1)).as("positions are contiguous from 1").isTrue();
            assertThat(row.getBoolean(2)).as("recorded times increase strictly").isTrue();
            assertThat(row.getBoolean(3)).as("no sequence of a stream twice").isTrue();
        }
    }

    /** What rebuilds make and take away again. */
    List<String> schemasBesideTheViews() throws SQLException {
        String sql = "select nspname from pg_namespace where nspname ~ '^views_.*_(shadow|old|again)$'";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (row.next()) names.add(row.getString(1));
            return names;
        }
    }

    /** The newest advance of a task that the treasury has paid. */
    Advance advance(String project, LocalDate on) throws SQLException {
        String sql = """
            select payload ->> 'paper', payload ->> 'project', payload ->> 'appropriation', line ->> 'line', line ->> 'item'
            from event_store.event_json, jsonb_array_elements(payload -> 'lines') as line
            where name = 'budgets.TreasuryPaperExecuted' and payload ->> 'kind' = 'ADVANCE'
              and payload ->> 'project' = ? and line ->> 'line' = 'MATERIALS'
            order by position desc limit 1\
            """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, project);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).as("an advance the treasury has paid").isTrue();
                return new Advance(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), on);
            }
        }
    }

    long head() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select max(position) from event_store.event")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static <T> T[] column(
            List<Acknowledged.Entry> entries, Function<Acknowledged.Entry, T> value, IntFunction<T[]> array) {
        return entries.stream().map(value).toArray(array);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
