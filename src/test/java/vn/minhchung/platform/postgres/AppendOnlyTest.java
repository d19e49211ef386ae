package vn.minhchung.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/** What the database itself refuses, whoever asks. */
class AppendOnlyTest {
    private static final TestPostgres.Database DATABASE = TestPostgres.freshDatabase();
    private static final String DENIED = "42501";
    private static final String APPEND_ONLY = "MC001";

    static {
        execute(DATABASE.app(), event(1));
        execute(DATABASE.app(), attempt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE event_store.event SET name = 'x'",
                "DELETE FROM event_store.event",
                "TRUNCATE event_store.event",
                "UPDATE event_store.refusal_attempt SET code = 'x'",
                "UPDATE event_store.reading SET actor = 'x'",
                "DELETE FROM event_store.refusal_attempt",
                "DELETE FROM event_store.reading",
                "TRUNCATE event_store.refusal_attempt",
                "TRUNCATE event_store.reading",
                "ALTER TABLE event_store.event DISABLE TRIGGER append_only",
                "ALTER TABLE event_store.event DISABLE TRIGGER ALL",
                "DROP TRIGGER append_only ON event_store.event",
                "DROP TABLE event_store.event CASCADE",
                "SET session_replication_role = replica",
                "CREATE OR REPLACE FUNCTION event_store.refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
                "CREATE TABLE event_store.mine (id int)",
                "SET ROLE minhchung_owner",
                "SELECT * FROM person_vault.person_key",
                "SELECT * FROM person_vault.secret",
                "DELETE FROM credential.password",
            })
    void the_application_can_neither_change_the_log_nor_enter_the_vault(String sql) {
        assertThat(refusalOf(DATABASE.app(), sql)).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE event_store.event SET name = 'x'",
                "DELETE FROM event_store.event",
                "TRUNCATE event_store.event",
                "INSERT INTO event_store.event SELECT * FROM event_store.event ON CONFLICT (position) DO UPDATE SET name = 'x'",
                "MERGE INTO event_store.event e USING (VALUES (1)) AS v(p) ON e.position = v.p WHEN MATCHED THEN DELETE",
                "UPDATE event_store.refusal_attempt SET code = 'x'",
                "UPDATE event_store.reading SET actor = 'x'",
                "DELETE FROM event_store.refusal_attempt",
                "DELETE FROM event_store.reading",
                "TRUNCATE event_store.refusal_attempt",
                "TRUNCATE event_store.reading",
            })
    void the_triggers_stop_the_owner_and_even_a_superuser_in_replica_mode(String sql) throws SQLException {
        assertThat(refusalOf(DATABASE.owner(), sql)).isEqualTo(APPEND_ONLY);
        try (Connection superuser = TestPostgres.superuser(DATABASE)) {
            execute(superuser, "SET session_replication_role = replica");
            assertThat(refusalOf(new SingleConnectionDataSource(superuser, true), sql))
                    .isEqualTo(APPEND_ONLY);
        }
    }

    /** Replica mode silences ordinary triggers; whoever is given it still cannot change an event. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE event_store.event SET name = 'x'",
                "DELETE FROM event_store.event",
                "TRUNCATE event_store.event",
                "UPDATE event_store.refusal_attempt SET code = 'x'",
                "UPDATE event_store.reading SET actor = 'x'",
                "DELETE FROM event_store.refusal_attempt",
                "DELETE FROM event_store.reading",
                "TRUNCATE event_store.refusal_attempt",
                "TRUNCATE event_store.reading",
            })
    void in_replica_mode_the_owner_and_the_application_are_stopped_too(String sql) throws SQLException {
        try (Connection session = TestPostgres.superuser(DATABASE)) {
            execute(session, "SET session_replication_role = replica");
            execute(session, "SET ROLE " + DatabaseRoles.OWNER);
            assertThat(refusalOf(new SingleConnectionDataSource(session, true), sql))
                    .isEqualTo(APPEND_ONLY);
            execute(session, "RESET ROLE");
            execute(session, "SET ROLE " + DatabaseRoles.APP);
            assertThat(refusalOf(new SingleConnectionDataSource(session, true), sql))
                    .isEqualTo(DENIED);
        }
        assertThat(count("event")).isEqualTo(1);
        assertThat(count("refusal_attempt")).isEqualTo(1);
    }

    /** The control: the triggers are what stops the owner, and ENABLE ALWAYS is what stops him in replica mode. */
    @Test
    void without_the_trigger_or_with_an_ordinary_one_the_owner_would_get_through() throws SQLException {
        TestPostgres.Database bare = TestPostgres.freshDatabase();
        execute(bare.app(), event(1));
        execute(bare.owner(), "ALTER TABLE event_store.event ENABLE TRIGGER append_only");
        try (Connection session = TestPostgres.superuser(bare)) {
            execute(session, "SET session_replication_role = replica");
            execute(session, "SET ROLE " + DatabaseRoles.OWNER);
            assertThat(refusalOf(
                            new SingleConnectionDataSource(session, true), "UPDATE event_store.event SET name = 'x'"))
                    .startsWith("accepted");
        }
        execute(bare.owner(), "DROP TRIGGER append_only ON event_store.event");
        assertThat(refusalOf(bare.owner(), "DELETE FROM event_store.event")).startsWith("accepted");
        assertThatThrownBy(() -> StoreGuard.check(bare.app()))
                .hasMessageContaining("missing or disabled trigger on event");
    }

    @Test
    void the_application_adds_and_reads_events_and_attempts_and_makes_schemas_of_its_own() {
        DataSource app = DATABASE.app();
        execute(app, "CREATE SCHEMA views_7");
        execute(app, "CREATE TABLE views_7.t (id int)");
        execute(app, "INSERT INTO credential.password VALUES ('officer', 'hash', 1)");
        execute(app, "UPDATE credential.password SET hash = 'other' WHERE credential = 'officer'");
        assertThat(JdbcClient.create(app)
                        .sql("SELECT count(*) FROM event_store.refusal_attempt")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void auditors_read_the_stored_bytes_as_json_and_the_recorded_time_to_the_microsecond() {
        String row = JdbcClient.create(DATABASE.app())
                .sql("SELECT payload ->> 'n' || ' ' || (envelope ->> 'm') || ' ' || (recorded_at AT TIME ZONE 'UTC')"
                        + " FROM event_store.event_json WHERE position = 1")
                .query(String.class)
                .single();
        assertThat(row).isEqualTo("đề tài vâng 2026-01-15 03:04:05.678001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO event_store.event SELECT 0, gen_random_uuid(), 's', 7, 't', 'n', '1', 0, 0, '{}', '{}'",
                "INSERT INTO event_store.event SELECT 7, gen_random_uuid(), 's', -1, 't', 'n', '1', 0, 0, '{}', '{}'",
                "INSERT INTO event_store.event SELECT 7, gen_random_uuid(), '', 7, 't', 'n', '1', 0, 0, '{}', '{}'",
                "INSERT INTO event_store.event SELECT 7, gen_random_uuid(), 's', 7, 't', 'n', '1', 5, 4999, '{}', '{}'",
                "INSERT INTO event_store.event SELECT 7, gen_random_uuid(), 's', 7, 't', 'n', '1', 0, 0, '', '{}'",
            })
    void an_event_that_cannot_be_is_not_stored(String sql) {
        assertThat(refusalOf(DATABASE.app(), sql)).isEqualTo("23514");
    }

    @Test
    void only_the_vault_role_keeps_and_destroys_keys_and_it_never_changes_one() {
        DataSource vault = DATABASE.vault();
        execute(vault, "INSERT INTO person_vault.person_key VALUES ('p1', '\\x01', 1)");
        execute(vault, "INSERT INTO person_vault.secret VALUES ('s', '\\x01')");
        assertThat(refusalOf(vault, "UPDATE person_vault.person_key SET key = '\\x02'"))
                .isEqualTo(DENIED);
        assertThat(refusalOf(vault, "DELETE FROM person_vault.secret")).isEqualTo(DENIED);
        assertThat(refusalOf(vault, "SELECT * FROM event_store.event")).isEqualTo(DENIED);
        assertThat(refusalOf(vault, "CREATE SCHEMA mine")).isEqualTo(DENIED);
        execute(vault, "DELETE FROM person_vault.person_key WHERE person = 'p1'");
        execute(vault, "INSERT INTO person_vault.person_key_destroyed VALUES ('p1', 2)");
        assertThat(refusalOf(vault, "DELETE FROM person_vault.person_key_destroyed"))
                .isEqualTo(DENIED);
    }

    @Test
    void the_application_starts_with_its_own_role_and_refuses_the_owners_and_a_superusers() throws SQLException {
        assertThatCode(() -> StoreGuard.check(DATABASE.app())).doesNotThrowAnyException();
        assertThatThrownBy(() -> StoreGuard.check(DATABASE.owner()))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("owner of event")
                .hasMessageContaining("minhchung_app");
        try (Connection superuser = TestPostgres.superuser(DATABASE)) {
            assertThatThrownBy(() -> StoreGuard.check(new SingleConnectionDataSource(superuser, true)))
                    .isInstanceOf(PostgresUnavailable.class)
                    .hasMessageContaining("superuser");
        }
    }

    @Test
    void a_role_that_can_become_a_superuser_is_refused_and_the_vaults_role_is_not() throws SQLException {
        assertThatCode(() -> StoreGuard.check(DATABASE.vault())).doesNotThrowAnyException();
        try (Connection superuser = TestPostgres.superuser(DATABASE)) {
            execute(superuser, "CREATE ROLE disguised LOGIN PASSWORD 'disguised' IN ROLE postgres");
            execute(superuser, "GRANT CONNECT ON DATABASE %s TO disguised".formatted(databaseName()));
            DataSource disguised = new DriverManagerDataSource(DATABASE.url(), "disguised", "disguised");
            assertThatThrownBy(() -> StoreGuard.check(disguised)).hasMessageContaining("member of superuser postgres");
        }
    }

    /** The application itself, not only its check: it ends before it serves anything. */
    @ParameterizedTest
    @ValueSource(strings = {"the application's role", "the vault's role"})
    void the_application_ends_when_it_is_given_a_superuser(String as) {
        String superuser = EmbeddedPostgres.SUPERUSER;
        String password = TestPostgres.server().secrets().superuser();
        boolean app = as.equals("the application's role");
        TestPostgres.Database right = TestPostgres.freshDatabase();
        TestPostgres.Database wrong = new TestPostgres.Database(
                right.url(),
                app ? superuser : right.appUser(),
                app ? password : right.appPassword(),
                app ? right.vaultUser() : superuser,
                app ? right.vaultPassword() : password,
                right.ownerUser(),
                right.ownerPassword());
        assertThatThrownBy(() -> RunningSystem.start(wrong).close())
                .rootCause()
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("superuser")
                .hasMessageContaining(app ? DatabaseRoles.APP : DatabaseRoles.VAULT);
    }

    @Test
    void the_application_refuses_to_start_where_its_role_was_given_more_or_a_trigger_was_switched_off() {
        TestPostgres.Database loose = TestPostgres.freshDatabase();
        execute(loose.owner(), "GRANT UPDATE ON event_store.event TO minhchung_app");
        execute(loose.owner(), "ALTER TABLE event_store.refusal_attempt DISABLE TRIGGER append_only");
        assertThatThrownBy(() -> StoreGuard.check(loose.app()))
                .hasMessageContaining("update on event")
                .hasMessageContaining("trigger on refusal_attempt");
    }

    @Test
    void every_fresh_database_is_empty_and_migrating_it_again_does_nothing() {
        TestPostgres.Database fresh = TestPostgres.freshDatabase();
        assertThat(Migrations.migrate(fresh.owner())).isZero();
        assertThat(JdbcClient.create(fresh.app())
                        .sql("SELECT count(*) FROM event_store.event")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static String event(long position) {
        return """
               INSERT INTO event_store.event
               VALUES (%d, gen_random_uuid(), 's', 0, 't', 'n', '1', 1768446245678, 1768446245678001,
                       convert_to('{"n":"đề tài"}', 'UTF8'), convert_to('{"m":"vâng"}', 'UTF8'))
               """.formatted(position);
    }

    private static String attempt() {
        return """
               INSERT INTO event_store.refusal_attempt (at_us, day, kind, detail)
               VALUES (1, '2026-01-15', 'LOGIN', '{}')
               """;
    }

    private static long count(String table) {
        return JdbcClient.create(DATABASE.app())
                .sql("SELECT count(*) FROM event_store." + table)
                .query(Long.class)
                .single();
    }

    private static String databaseName() {
        return DATABASE.url().substring(DATABASE.url().lastIndexOf('/') + 1);
    }

    private static String refusalOf(DataSource who, String sql) {
        try (Connection connection = who.getConnection()) {
            execute(connection, sql);
            return "accepted: " + sql;
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static void execute(DataSource who, String sql) {
        try (Connection connection = who.getConnection()) {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
