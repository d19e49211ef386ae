package vn.minhchung.audit.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import vn.minhchung.audit.KeptReading;
import vn.minhchung.kernel.CanonicalJson;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.graphql.ReadingLog;
import vn.minhchung.kernel.log.ReadingRow;

/**
 * Keeps readings in an append-only table, each chained to the one before. Whoever comes first writes for all who wait by then,
 * in one transaction: readers share the price of its durability.
 */
@Component
final class PostgresReadingLog implements ReadingLog {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int TOGETHER = 200;

    private final JdbcClient jdbc;
    private final HashChain<KeptReading> chain;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    PostgresReadingLog(JdbcClient jdbc, PlatformTransactionManager transactions, StoryClock clock) {
        this.jdbc = jdbc;
        this.chain = new HashChain<>(jdbc, transactions, clock, "event_store.reading", ReadingRow.CHAIN_LOCK);
    }

    private record Waiting(Reading reading, CompletableFuture<@Nullable Void> kept)
            implements HashChain.Made<KeptReading> {
        @Override
        public KeptReading at(Instant at, LocalDate day) {
            return new KeptReading(
                    at,
                    day,
                    reading.kind().name(),
                    reading.account().value(),
                    reading.person().value(),
                    reading.operation(),
                    detail(reading),
                    reading.position(),
                    reading.requestId());
        }
    }

    @Override
    public void keep(Reading reading) {
        Waiting own = new Waiting(reading, new CompletableFuture<>());
        waiting.add(own);
        try {
            if (!writing.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS))
                throw Refusal.of(ErrorCode.STORE_UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(ErrorCode.STORE_UNAVAILABLE);
        }
        try {
            while (!own.kept().isDone()) write();
        } finally {
            writing.unlock();
        }
        own.kept().join();
    }

    private void write() {
        List<Waiting> some = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = some.size() < TOGETHER ? waiting.poll() : null)
            some.add(next);
        try {
            chain.append(some, this::insert);
            some.forEach(each -> each.kept().complete(null));
        } catch (RuntimeException e) {
            some.forEach(each -> each.kept().completeExceptionally(e));
        }
    }

    /** What is searched for stands in it; empty things do not. */
    private static String detail(Reading reading) {
        Map<String, Object> detail = new HashMap<>();
        put(detail, "roles", reading.roles().stream().map(Enum::name).sorted().toList());
        put(detail, "fields", reading.fields());
        put(detail, "asked", reading.asked());
        put(detail, "asOf", reading.asOf().stream().map(String::valueOf).toList());
        put(detail, "opened", reading.opened().objects());
        put(detail, "openedBy", reading.opened().fields());
        if (reading.document() != null) detail.put("document", reading.document());
        if (reading.unnamed() > 0) detail.put("unnamed", Integer.toString(reading.unnamed()));
        return CanonicalJson.write(detail);
    }

    private static void put(Map<String, Object> detail, String name, Collection<String> values) {
        if (!values.isEmpty()) detail.put(name, List.copyOf(values));
    }

    private void insert(List<HashChain.Linked<KeptReading>> rows) {
        jdbc.sql("""
                        insert into event_store.reading
                            (at_us, day, kind, account, actor, operation, position, request_id, detail, prev_hash, hash)
                        select at_us, day, kind, account, actor, operation, position, request_id, detail,
                               decode(before, 'hex'), decode(hash, 'hex')
                        from unnest(:at::bigint[], :day::date[], :kind::text[], :account::text[], :actor::text[],
                                    :operation::text[], :position::bigint[], :request::text[], :detail::text[],
                                    :before::text[], :hash::text[])
                             with ordinality as made (at_us, day, kind, account, actor, operation, position, request_id,
                                                      detail, before, hash, ordinal)
                        order by ordinal
                        """)
                .param("at", column(rows, row -> Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, row.at()))))
                .param("day", column(rows, row -> row.day().toString()))
                .param("kind", column(rows, KeptReading::kind))
                .param("account", column(rows, KeptReading::account))
                .param("actor", column(rows, KeptReading::actor))
                .param("operation", column(rows, KeptReading::operation))
                .param("position", column(rows, row -> Long.toString(row.position())))
                .param("request", column(rows, KeptReading::requestId))
                .param("detail", column(rows, KeptReading::detail))
                .param("before", rows.stream().map(HashChain.Linked::before).toArray(String[]::new))
                .param("hash", rows.stream().map(HashChain.Linked::hash).toArray(String[]::new))
                .update();
    }

    private static @Nullable String[] column(
            List<HashChain.Linked<KeptReading>> rows, Function<KeptReading, @Nullable String> value) {
        return rows.stream().map(linked -> value.apply(linked.row())).toArray(String[]::new);
    }
}
