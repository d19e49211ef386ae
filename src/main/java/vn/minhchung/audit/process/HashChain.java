package vn.minhchung.audit.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.minhchung.audit.Chained;
import vn.minhchung.kernel.StoryClock;

/**
 * The end of a table of chained rows. One writer at a time over all nodes, so that the order of the rows is the order of the
 * chain. The time is read under the lock, and whoever seals a day that is over waits for the lock once: no row of a day comes
 * after it was sealed.
 */
final class HashChain<R extends Chained> {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final StoryClock clock;
    private final String table;
    private final long lock;

    /**
     * @param table its full name
     * @param lock advisory lock that every writer of the table takes
     */
    HashChain(JdbcClient jdbc, PlatformTransactionManager transactions, StoryClock clock, String table, long lock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.table = table;
        this.lock = lock;
    }

    /** What becomes a row once its time is known. */
    interface Made<R> {
        R at(Instant at, LocalDate day);
    }

    /**
     * A row with its links.
     *
     * @param before hash of the row before, lower-case hex; {@code hash} its own
     */
    record Linked<R>(R row, @Nullable String before, String hash) {}

    /** All of them or none. */
    void append(List<? extends Made<R>> made, Consumer<List<Linked<R>>> written) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", lock).query(_ -> {});
            Instant at = clock.now().truncatedTo(ChronoUnit.MICROS);
            LocalDate day = LocalDate.ofInstant(at, StoryClock.ZONE);
            List<Linked<R>> rows = new ArrayList<>();
            String before = lastHash();
            for (Made<R> each : made) {
                R row = each.at(at, day);
                String hash = row.hashAfter(before);
                rows.add(new Linked<>(row, before, hash));
                before = hash;
            }
            written.accept(rows);
        });
    }

    private @Nullable String lastHash() {
        return jdbc.sql("select encode(hash, 'hex') from %s order by id desc limit 1".formatted(table))
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
