package vn.minhchung.bench;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/** Transactions of stock Axon's JDBC engine: one connection of the pool for the thread that began one. */
final class JdbcUnit implements ConnectionProvider, TransactionManager {
    private final DataSource pool;

    @SuppressWarnings("ThreadLocalUsage") // each unit has transactions of its own
    private final ThreadLocal<@Nullable Connection> bound = new ThreadLocal<>();

    JdbcUnit(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection here = bound.get();
        if (here == null) throw new IllegalStateException("no transaction on this thread");
        return ConnectionWrapperFactory.wrap(here, new ConnectionWrapperFactory.NoOpCloseHandler());
    }

    /** Joins the one that the thread has. */
    @Override
    public Transaction startTransaction() {
        if (bound.get() != null) return new Ending(null);
        try {
            Connection begun = pool.getConnection();
            bound.set(begun);
            return new Ending(begun);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing begun: whoever began it ends it. */
    private final class Ending implements Transaction {
        private final @Nullable Connection begun;

        private Ending(@Nullable Connection begun) {
            this.begun = begun;
        }

        @Override
        public void commit() {
            end(true);
        }

        @Override
        public void rollback() {
            end(false);
        }

        private void end(boolean commit) {
            if (begun == null) return;
            bound.remove();
            try (Connection ending = begun) {
                if (commit) ending.commit();
                else ending.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
