package vn.minhchung.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/** Opens connections outside the pool, for those who keep one for good: appender, readers of the log, follower. */
@FunctionalInterface
public interface ConnectionSource {
    Connection open() throws SQLException;

    /** Connections to the database behind this data source; those of a pool are not taken from the pool. */
    static ConnectionSource of(DataSource dataSource) {
        return () -> {
            if (dataSource.isWrapperFor(HikariDataSource.class)) {
                HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
                return DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
            }
            return dataSource.getConnection();
        };
    }

    /**
     * A connection in autocommit that plans every statement for its real values (plans made while tables are empty ran up
     * to 8 times slower) and waits for nothing longer than told.
     *
     * @param statement bound on one statement in the server; zero: none
     * @param network bound on the silence of the server, so that a dead peer is noticed; zero: none
     */
    default Connection openTuned(Duration statement, Duration network) throws SQLException {
        Connection connection = open();
        try (Statement settings = connection.createStatement()) {
            connection.setAutoCommit(true);
            // The driver aborts on its own thread; a direct executor serves, as nothing long runs in it.
            Executor direct = Runnable::run;
            connection.setNetworkTimeout(direct, Math.toIntExact(network.toMillis()));
            settings.execute("""
                    set plan_cache_mode = force_custom_plan;
                    set jit = off;
                    set idle_in_transaction_session_timeout = '60s';
                    set statement_timeout = %d""".formatted(statement.toMillis()));
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
