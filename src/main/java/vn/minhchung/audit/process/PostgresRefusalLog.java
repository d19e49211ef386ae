package vn.minhchung.audit.process;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.minhchung.audit.Refused;
import vn.minhchung.kernel.CanonicalJson;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.command.RefusalLog;
import vn.minhchung.kernel.log.RefusedRow;

/**
 * Keeps refused attempts in an append-only table, each chained to the one before. One writer at a time over all nodes, so
 * that the order of the rows is the order of the chain. Not being able to keep an attempt is an outage: the caller sees it
 * instead of the refusal, and nothing was done in either case.
 */
@Component
final class PostgresRefusalLog implements RefusalLog {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final StoryClock clock;

    PostgresRefusalLog(JdbcClient jdbc, PlatformTransactionManager transactions, StoryClock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public void refused(RefusedAttempt attempt) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(:key)")
                    .param("key", RefusedRow.CHAIN_LOCK)
                    .query(_ -> {});
            append(attempt);
        });
    }

    /** The time is read under the lock: rows of a day that is over never come after it was sealed. */
    private void append(RefusedAttempt attempt) {
        Instant at = clock.now().truncatedTo(ChronoUnit.MICROS);
        Refused refused = new Refused(
                at,
                LocalDate.ofInstant(at, StoryClock.ZONE),
                attempt.kind().name(),
                attempt.account(),
                attempt.actor(),
                attempt.mutation(),
                attempt.code(),
                attempt.rule(),
                CanonicalJson.write(attempt.facts()),
                attempt.position(),
                attempt.requestId());
        byte[] before = lastHash();
        jdbc.sql("""
                        insert into event_store.refusal_attempt
                            (at_us, day, account, actor, kind, mutation, code, rule, position, request_id, detail,
                             prev_hash, hash)
                        values (:at, :day, :account, :actor, :kind, :mutation, :code, :rule, :position, :request, :detail,
                                :before, :hash)
                        """)
                .param("at", ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .param("day", refused.day())
                .param("account", refused.account())
                .param("actor", refused.actor())
                .param("kind", refused.kind())
                .param("mutation", refused.mutation())
                .param("code", refused.code())
                .param("rule", refused.ruleText())
                .param("position", refused.position())
                .param("request", refused.requestId())
                .param("detail", refused.facts().getBytes(StandardCharsets.UTF_8))
                .param("before", before)
                .param("hash", HexFormat.of().parseHex(refused.hashAfter(hex(before))))
                .update();
    }

    private byte @Nullable [] lastHash() {
        return jdbc.sql("select hash from event_store.refusal_attempt order by id desc limit 1")
                .query((row, _) -> row.getBytes("hash"))
                .optional()
                .orElse(null);
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
