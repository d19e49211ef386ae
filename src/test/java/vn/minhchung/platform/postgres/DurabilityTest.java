package vn.minhchung.platform.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.testing.TestPostgres;

class DurabilityTest {

    @ParameterizedTest
    @ValueSource(strings = {"on", "local", "remote_apply"})
    void accepts_a_server_that_waits_for_its_disk(String level) throws SQLException {
        try (Connection connection = TestPostgres.freshDatabase().app().getConnection()) {
            execute(connection, "SET synchronous_commit = " + level);
            assertThatCode(() -> Durability.check(connection)).doesNotThrowAnyException();
        }
    }

    @Test
    void refuses_a_session_that_does_not_wait_for_the_disk() throws SQLException {
        try (Connection connection = TestPostgres.freshDatabase().app().getConnection()) {
            execute(connection, "SET synchronous_commit = off");
            assertRefused(connection, "synchronous_commit");
        }
    }

    @Test
    void refuses_a_database_that_was_set_not_to_wait() throws SQLException {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        try (Connection superuser = TestPostgres.superuser(database)) {
            execute(superuser, "ALTER DATABASE " + name + " SET synchronous_commit = off");
        }
        try (Connection connection = database.app().getConnection()) {
            assertRefused(connection, "synchronous_commit");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes"})
    void refuses_a_server_that_does_not_protect_its_files(String setting) throws Exception {
        Path dataDir = TestPostgres.newDataDir();
        EmbeddedPostgres.start(dataDir, TestPostgres.binaries()).close();
        Path folder = dataDir.toRealPath().resolve("postgres");
        Cluster cluster = Cluster.of(folder, TestPostgres.binaries());
        String password = ServerSecrets.keptIn(folder.resolve("secret")).superuser();
        int port = cluster.start(LoopbackPort.anyFree(), true, List.of("-c " + setting + "=off"));
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", EmbeddedPostgres.SUPERUSER, password)) {
            assertRefused(connection, setting);
        } finally {
            cluster.stop();
        }
    }

    private static void assertRefused(Connection connection, String setting) {
        assertThatThrownBy(() -> Durability.check(connection))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("đang tắt " + setting)
                .hasMessageContaining(setting + " off");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
