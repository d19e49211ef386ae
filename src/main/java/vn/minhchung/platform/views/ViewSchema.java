package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.view.Column;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.RowTable;
import vn.minhchung.kernel.view.ViewTable;

/**
 * The tables of all views, generated from the projectors' declarations. They live in a schema named after a fingerprint of
 * the definitions and the build: another build has another schema and fills it from the first event, while an older build
 * that still runs keeps its own.
 */
public final class ViewSchema {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");
    private static final String CREATE_LOCK = "select pg_advisory_xact_lock(hashtextextended('minhchung views', 0))";

    private final List<Projector> projectors;
    private final Map<String, String> projectorOf = new HashMap<>();
    private final String name;

    /** @throws IllegalStateException when a table stands twice or a name is no plain identifier */
    public ViewSchema(Collection<? extends Projector> projectors, String build) {
        this.projectors = List.copyOf(projectors);
        requireDistinct();
        this.name = "views_" + fingerprint(String.join("\n", ddl("views")) + "\n" + build);
    }

    /** That of the views of this build. */
    public static ViewSchema ofThisBuild(Collection<? extends Projector> projectors) {
        return new ViewSchema(projectors, CodeFingerprint.ofViews());
    }

    /** The schema of this build. */
    public String name() {
        return name;
    }

    List<Projector> projectors() {
        return projectors;
    }

    /** The names of all views. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        projectors.forEach(projector -> names.add(projector.name()));
        return names;
    }

    /** Some of the views, as a schema of their own. */
    ViewSchema only(Collection<String> views) {
        return new ViewSchema(
                projectors.stream()
                        .filter(projector -> views.contains(projector.name()))
                        .toList(),
                name);
    }

    /** The projector that writes a table. @throws IllegalArgumentException when no view has it */
    String projectorOf(String table) {
        String projector = projectorOf.get(table);
        if (projector == null) throw new IllegalArgumentException("no view has a table " + table);
        return projector;
    }

    /** Every physical table of the views, by name, with the column that holds the position of each row. */
    Map<String, String> positionColumns() {
        Map<String, String> columns = new TreeMap<>();
        for (Projector projector : projectors) {
            projector.tables().forEach(table -> {
                columns.put(table.name() + "_id", "first_position");
                columns.put(table.name(), "from_position");
            });
            projector.rows().forEach(table -> columns.put(table.name(), "position"));
        }
        return columns;
    }

    /** Views can be made again from the log, so commits on this connection need not wait for the disk. */
    static Connection open(ConnectionSource connections, Duration statement, Duration network) throws SQLException {
        Connection connection = connections.openTuned(statement, network);
        try (Statement settings = connection.createStatement()) {
            settings.execute("set synchronous_commit = off");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static void drop(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists %s cascade".formatted(schema));
        }
    }

    /** Creates the schema and its tables unless they are there; two nodes may try at once. */
    void ensure(Connection connection, String schema) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE_LOCK);
            if (!exists(connection, schema)) {
                for (String sql : ddl(schema)) statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static boolean exists(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select from pg_namespace where nspname = ?")) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Everything that makes the schema, in order. */
    List<String> ddl(String schema) {
        List<String> ddl = new ArrayList<>();
        ddl.add("create schema " + schema);
        ddl.add("""
                create table %s.follower_position
                (position bigint not null, orders_after bigint not null)""".formatted(schema));
        ddl.add("insert into %s.follower_position values (0, 0)".formatted(schema));
        ddl.add("""
                create table %s.follower_set_aside
                (projector text primary key, position bigint not null, cause text not null,
                coming_back boolean not null, since timestamptz not null default clock_timestamp())""".formatted(schema));
        ddl.add("""
                create table %s.follower_order
                (id text primary key, ordered_at bigint not null, work text not null, views text[] not null,
                may_differ text[] not null, progress text not null, position bigint, goal bigint, per_second bigint,
                started timestamptz, ended timestamptz, cause text, differing text[] not null)""".formatted(schema));
        for (Projector projector : projectors) {
            for (ViewTable<?> table : projector.tables()) ddl.addAll(viewTable(schema, table));
            for (RowTable table : projector.rows()) ddl.addAll(rowTable(schema, table));
        }
        return ddl;
    }

    /** The identity's ordinal is {@code first_position * 65536 + k}: several objects made by one event differ in k. */
    private static List<String> viewTable(String schema, ViewTable<?> table) {
        StringBuilder columns = new StringBuilder();
        for (Column<?> column : table.columns()) {
            columns.append(", ").append(requireName(column.name())).append(' ').append(column.sqlType());
        }
        return List.of("""
                create table %s.%s_id
                (ordinal bigint primary key, id text not null unique, first_position bigint not null)""".formatted(schema, table.name()), """
                create table %s.%s
                (id text not null, from_position bigint not null, ended boolean not null, doc jsonb%s,
                primary key (id, from_position))""".formatted(schema, table.name(), columns));
    }

    private static List<String> rowTable(String schema, RowTable table) {
        List<String> ddl = new ArrayList<>();
        ddl.add(
                "create table %s.%s (position bigint not null, row_no integer not null, %s, primary key (position, row_no))"
                        .formatted(schema, table.name(), String.join(", ", table.columns())));
        for (String index : table.indexes()) {
            ddl.add("create index on %s.%s (%s)".formatted(schema, table.name(), index));
        }
        return ddl;
    }

    private void requireDistinct() {
        Set<String> names = new HashSet<>();
        for (Projector projector : projectors) {
            requireNew(names, projector.name());
            for (ViewTable<?> table : projector.tables()) {
                requireNew(names, requireName(table.name()));
                requireNew(names, table.name() + "_id");
                projectorOf.put(table.name(), projector.name());
                projectorOf.put(table.name() + "_id", projector.name());
            }
            for (RowTable table : projector.rows()) {
                requireNew(names, requireName(table.name()));
                projectorOf.put(table.name(), projector.name());
            }
        }
    }

    private static void requireNew(Set<String> names, String name) {
        if (!names.add(name)) throw new IllegalStateException("two views of one name: " + name);
    }

    private static String requireName(String name) {
        if (!NAME.matcher(name).matches()) throw new IllegalStateException("not a plain table or column name: " + name);
        return name;
    }

    private static String fingerprint(String text) {
        return Sha256.hex(text).substring(0, 12);
    }
}
