package vn.minhchung.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import vn.minhchung.kernel.view.Column;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.testing.TestPostgres;

/**
 * The same history of the same objects in one of our view's tables and in Envers' tables: position and revision number are the
 * same, so that both are asked for one moment.
 *
 * @param versions of all objects together
 * @param objects how many there are, the hot one included
 * @param hotEvery every so-many-eth version is of object 0; 0: all objects take turns
 */
record KeptHistory(String name, int versions, int objects, int hotEvery) {
    /** A version as a view keeps it. */
    record KeptView(String title, String text) {}

    static final ViewTable<KeptView> VIEW =
            ViewTable.of("bench_kept", KeptView.class, Column.text("title", KeptView::title));

    private static final String TEXT = Rows.text(Rows.PAYLOAD, "text");

    /** Every object has one version. */
    static KeptHistory single(int versions) {
        return new KeptHistory("1 version each", versions, versions, 0);
    }

    /** So many objects take turns. */
    static KeptHistory even(int versions, int objects) {
        return new KeptHistory("%d versions each".formatted(versions / objects), versions, objects, 0);
    }

    /** Every tenth version is of one object; the others take turns. */
    static KeptHistory hot(int versions, int objects) {
        return new KeptHistory("one with %d versions".formatted(versions / 10), versions, objects, 10);
    }

    static UUID id(long object) {
        return new UUID(0, object);
    }

    /** Where an object's first version stands. */
    long firstPosition(long object) {
        if (hotEvery == 0 || object == 0) return object + 1;
        long others = hotEvery - 1L;
        return (object - 1) / others * hotEvery + (object - 1) % others + 2;
    }

    /** SQL: the object of version {@code p}, positions from 1. Until each has a version, they come in their order. */
    private String object() {
        if (hotEvery == 0) return "(p - 1) %% %d".formatted(objects);
        return "case when p %% %1$d = 1 then 0 else 1 + (p - 2 - (p - 1) / %1$d) %% %2$d end"
                .formatted(hotEvery, objects - 1);
    }

    private String versionsSql() {
        return """
                (select p, lpad(to_hex(object), 32, '0')::uuid as id, 'Tổ chức ' || p as title
                 from (select p, %s as object from generate_series(1, %d) as p) as numbered) as version""".formatted(object(), versions);
    }

    /** @param view the qualified name of the view's table of versions */
    void fillView(TestPostgres.Database database, String view) throws SQLException {
        execute(database, """
                insert into %s (id, from_position, ended, doc, title)
                select id::text, p, false, jsonb_build_object('title', title, 'text', '%s'), title from %s""".formatted(view, TEXT, versionsSql()));
        execute(database, """
                insert into %1$s_id (ordinal, id, first_position)
                select min(from_position) * 65536, id, min(from_position) from %1$s group by id""".formatted(view));
    }

    /** With the end of every version, which the validity strategy reads, and the index by object that both need. */
    void fillEnvers(TestPostgres.Database database) throws SQLException {
        execute(database, """
                insert into peer.revision (id, at, envelope) select p, p, '' from generate_series(1, %d) as p""".formatted(versions));
        execute(database, """
                insert into peer.kept_aud (id, rev, revend, revtype, title, text)
                select id, p, lead(p) over each, case when row_number() over each = 1 then 0 else 1 end, title, '%s'
                from %s window each as (partition by id order by p)""".formatted(TEXT, versionsSql()));
        execute(database, """
                insert into peer.kept (id, title, text)
                select distinct on (id) id, title, text from peer.kept_aud order by id, rev desc""");
        execute(database, "create index on peer.kept_aud (id, rev)");
    }

    static void analyze(TestPostgres.Database database) throws SQLException {
        try (Connection superuser = TestPostgres.superuser(database);
                Statement statement = superuser.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    private static void execute(TestPostgres.Database database, String sql) throws SQLException {
        try (Connection app = database.app().getConnection();
                Statement statement = app.createStatement()) {
            statement.execute(sql);
        }
    }
}
