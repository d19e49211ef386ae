package vn.minhchung.platform.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.minhchung.platform.postgres.DatabaseRoles;
import vn.minhchung.platform.postgres.Durability;
import vn.minhchung.platform.postgres.StoreGuard;

/** Connection pools by role. Waits are bounded: a database that is away is told within seconds. */
final class Pools {
    private static final int KEYS = 4;

    /** Waiting for a connection, with the last look whether it lives: below 4 s. */
    private static final long LONGEST_WAIT_MS = 2_500;

    private static final long STILL_ALIVE_MS = 1_000;

    /** A server that falls silent in the middle of an answer; no statement over a pool computes that long. */
    private static final int SILENCE_SECONDS = 8;

    private Pools() {}

    static DataSource single(String url, String user, String password) {
        return new DriverManagerDataSource(url, user, password);
    }

    /** Refuses a role that could change the record, and a server that could lose it. */
    static HikariDataSource application(String url, String user, String password, int size) throws SQLException {
        return checked(pool("application", url, user, password, size), pool -> {
            StoreGuard.check(pool);
            try (Connection connection = pool.getConnection()) {
                Durability.check(connection);
            }
        });
    }

    static HikariDataSource vault(String url, String user, String password) throws SQLException {
        return checked(pool("vault", url, user, password, KEYS), pool -> StoreGuard.check(pool, DatabaseRoles.VAULT));
    }

    private interface Check {
        void of(HikariDataSource pool) throws SQLException;
    }

    private static HikariDataSource checked(HikariDataSource pool, Check check) throws SQLException {
        try {
            check.of(pool);
            return pool;
        } catch (SQLException | RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource pool(String name, String url, String user, String password, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(LONGEST_WAIT_MS);
        config.setValidationTimeout(STILL_ALIVE_MS);
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", Integer.toString(SILENCE_SECONDS));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // plans made while tables were empty stay bad for long
        config.setConnectionInitSql("set plan_cache_mode = force_custom_plan");
        return new HikariDataSource(config);
    }
}
