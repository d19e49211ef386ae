package vn.minhchung.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.minhchung.testing.TestPostgres;

class DatabaseRolesTest {

    @Test
    void creating_roles_and_database_again_changes_nothing_and_mends_a_password() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(TestPostgres.newDataDir(), TestPostgres.binaries());
                Connection superuser = server.superuser("postgres")) {
            for (int time = 0; time < 2; time++) {
                DatabaseRoles.ensureRoles(superuser, server.secrets());
                DatabaseRoles.ensureDatabase(superuser, DatabaseRoles.DATABASE);
                superuser.createStatement().execute("ALTER ROLE minhchung_app SUPERUSER PASSWORD 'other'");
            }
            DatabaseRoles.ensureRoles(superuser, server.secrets());
            String url = server.url(DatabaseRoles.DATABASE);
            DriverManager.getConnection(url, DatabaseRoles.APP, server.secrets().app())
                    .close();
            assertThatThrownBy(() -> DriverManager.getConnection(url, DatabaseRoles.APP, "other"))
                    .isInstanceOf(SQLException.class);
            assertThat(JdbcClient.create(new SingleConnectionDataSource(superuser, true))
                            .sql("""
                                    SELECT string_agg(rolname, ' ' ORDER BY rolname)
                                    FROM pg_roles
                                    WHERE rolname LIKE 'minhchung%' AND NOT rolsuper AND NOT rolcreaterole AND rolcanlogin
                                    """)
                            .query(String.class)
                            .single())
                    .isEqualTo("minhchung_app minhchung_owner minhchung_vault");
        }
    }
}
