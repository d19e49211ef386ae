package vn.minhchung.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/** Short statements over the pool; no connection is held between two of them. */
public record ShortReads(DataSource dataSource) {
    @FunctionalInterface
    public interface Read<T> {
        T from(PreparedStatement statement) throws SQLException;
    }

    /** @throws Refusal STORE_UNAVAILABLE */
    public <T> T query(String sql, Read<T> read) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            // Never a plan made while the table was empty: a pooled connection does not force custom plans.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            return read.from(statement);
        } catch (SQLException e) {
            throw (Refusal) Refusal.of(ErrorCode.STORE_UNAVAILABLE).initCause(e);
        }
    }
}
