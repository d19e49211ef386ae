package vn.minhchung.platform.persistence;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionSystemException;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/** Tells a database that is away for the moment from a mistake of ours. */
public final class StoreAway {
    private StoreAway() {}

    /** True when asking again later may help; causes are looked at too. */
    public static boolean is(@Nullable Throwable failure) {
        for (@Nullable Throwable it = failure; it != null; it = it.getCause()) {
            boolean away = switch (it) {
                case Refusal refusal -> refusal.code() == ErrorCode.STORE_UNAVAILABLE;
                case DataAccessResourceFailureException _ -> true;
                case TransientDataAccessException _ -> true;
                case RecoverableDataAccessException _ -> true;
                case SQLTransientException _ -> true;
                case SQLRecoverableException _ -> true;
                case SQLNonTransientConnectionException _ -> true;
                // a lost connection cannot be rolled back either, which hides what had failed first
                case TransactionSystemException rollback -> is(rollback.getApplicationException());
                case SQLException sql -> connectionLost(sql);
                default -> false;
            };
            if (away) return true;
        }
        return false;
    }

    /**
     * Class 08: no connection. 53: no room for one. 57P: the server is shutting down, was killed, or is starting. No state
     * at all: the pool says that it has taken the connection away.
     */
    private static boolean connectionLost(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) return failure.getClass() == SQLException.class;
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }
}
