package vn.minhchung.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
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
                return to(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())
                        .open();
            }
            return dataSource.getConnection();
        };
    }

    /** A server that takes the call and says nothing must not keep the caller: connecting has an end. */
    static ConnectionSource to(String url, String user, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("loginTimeout", "4");
        // of each step of the log-in; openTuned sets its own afterwards
        properties.setProperty("socketTimeout", "4");
        properties.setProperty("tcpKeepAlive", "true");
        return () -> DriverManager.getConnection(url, properties);
    }

    /**
     * A connection in autocommit that plans every statement for its real values (plans made while tables are empty ran up
     * to 8 times slower) and waits for nothing longer than told. The server notices within some ten seconds when this
     * machine is gone, and frees what the session held.
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
                    set tcp_keepalives_idle = 4;
                    set tcp_keepalives_interval = 2;
                    set tcp_keepalives_count = 3;
                    set statement_timeout = %d""".formatted(statement.toMillis()));
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
