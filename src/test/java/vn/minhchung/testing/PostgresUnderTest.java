package vn.minhchung.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.minhchung.platform.postgres.EmbeddedPostgres;
import vn.minhchung.platform.postgres.ServerSecrets;

/**
 * The PostgreSQL in which {@link TestPostgres} makes its databases: an embedded one, or the one named by
 * {@code -Dminhchung.postgres=host:port}, whose superuser {@code postgres} has the password
 * {@code -Dminhchung.postgres.password}. It serves for nothing else: its databases {@code test_*} are made anew.
 */
interface PostgresUnderTest {
    /** JDBC address of a database. */
    String url(String database);

    Connection superuser(String database) throws SQLException;

    /** Of the roles that the application has. */
    ServerSecrets secrets();

    static @Nullable PostgresUnderTest given() {
        String address = System.getProperty("minhchung.postgres");
        return address == null
                ? null
                : new Given(address, System.getProperty("minhchung.postgres.password", EmbeddedPostgres.SUPERUSER));
    }

    /** @param password of the superuser; the application's roles get it too */
    record Given(String address, String password) implements PostgresUnderTest {
        @Override
        public String url(String database) {
            return "jdbc:postgresql://%s/%s".formatted(address, database);
        }

        @Override
        public Connection superuser(String database) throws SQLException {
            return DriverManager.getConnection(url(database), EmbeddedPostgres.SUPERUSER, password);
        }

        @Override
        public ServerSecrets secrets() {
            return new ServerSecrets(password, password, password, password);
        }
    }

    record Embedded(EmbeddedPostgres server) implements PostgresUnderTest {
        @Override
        public String url(String database) {
            return server.url(database);
        }

        @Override
        public Connection superuser(String database) throws SQLException {
            return server.superuser(database);
        }

        @Override
        public ServerSecrets secrets() {
            return server.secrets();
        }
    }
}
