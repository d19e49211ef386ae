package vn.minhchung.evidence;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** Whatever asks for a transaction is within that of the damage, which is rolled back in the end. */
final class OneTransaction implements PlatformTransactionManager {
    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        return new SimpleTransactionStatus();
    }

    @Override
    public void commit(TransactionStatus status) {
        // the damage's own transaction is not committed
    }

    @Override
    public void rollback(TransactionStatus status) {
        // what failed is told by what it threw
    }
}
