package vn.minhchung.platform.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.minhchung.platform.postgres.Durability;
import vn.minhchung.platform.postgres.StoreGuard;

/** Connection pools by role. Waits are bounded: a database that is away is told within seconds. */
final class Pools {
    private static final int KEYS = 4;
    private static final long LONGEST_WAIT_MS = 4_000;

    private Pools() {}

    static DataSource single(String url, String user, String password) {
        return new DriverManagerDataSource(url, user, password);
    }

    /** Refuses a role that could change the record, and a server that could lose it. */
    static HikariDataSource application(String url, String user, String password, int size) throws SQLException {
        HikariDataSource pool = pool("application", url, user, password, size);
        try (Connection connection = pool.getConnection()) {
            StoreGuard.check(pool);
            Durability.check(connection);
        } catch (SQLException | RuntimeException e) {
            pool.close();
            throw e;
        }
        return pool;
    }

    static HikariDataSource vault(String url, String user, String password) {
        return pool("vault", url, user, password, KEYS);
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
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // plans made while tables were empty stay bad for long
        config.setConnectionInitSql("set plan_cache_mode = force_custom_plan");
        return new HikariDataSource(config);
    }
}
