package vn.minhchung.audit.process;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import vn.minhchung.audit.Refused;
import vn.minhchung.kernel.CanonicalJson;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.command.RefusalLog;
import vn.minhchung.kernel.log.RefusedRow;

/**
 * Keeps refused attempts in an append-only table, each chained to the one before. Not being able to keep an attempt is an
 * outage: the caller sees it instead of the refusal, and nothing was done in either case.
 */
@Component
final class PostgresRefusalLog implements RefusalLog {
    private final JdbcClient jdbc;
    private final HashChain<Refused> chain;

    PostgresRefusalLog(JdbcClient jdbc, PlatformTransactionManager transactions, StoryClock clock) {
        this.jdbc = jdbc;
        this.chain = new HashChain<>(jdbc, transactions, clock, "event_store.refusal_attempt", RefusedRow.CHAIN_LOCK);
    }

    @Override
    public void refused(RefusedAttempt attempt) {
        chain.append(List.of((at, day) -> row(attempt, at, day)), rows -> rows.forEach(this::insert));
    }

    private static Refused row(RefusedAttempt attempt, Instant at, LocalDate day) {
        return new Refused(
                at,
                day,
                attempt.kind().name(),
                attempt.account(),
                attempt.actor(),
                attempt.mutation(),
                attempt.code(),
                attempt.rule(),
                CanonicalJson.write(attempt.facts()),
                attempt.position(),
                attempt.requestId());
    }

    private void insert(HashChain.Linked<Refused> linked) {
        Refused refused = linked.row();
        jdbc.sql("""
                        insert into event_store.refusal_attempt
                            (at_us, day, account, actor, kind, mutation, code, rule, position, request_id, detail,
                             prev_hash, hash)
                        values (:at, :day, :account, :actor, :kind, :mutation, :code, :rule, :position, :request, :detail,
                                decode(:before, 'hex'), decode(:hash, 'hex'))
                        """)
                .param("at", ChronoUnit.MICROS.between(Instant.EPOCH, refused.at()))
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
                .param("before", linked.before())
                .param("hash", linked.hash())
                .update();
    }
}
