package vn.minhchung.audit.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.minhchung.audit.Chained;
import vn.minhchung.audit.DayBook;
import vn.minhchung.kernel.Sha256;

/** An append-only table of chained rows, read by the day. */
abstract class ChainedRows implements DayBook {
    private final JdbcClient jdbc;
    private final String table;
    private final long lock;
    private final RowMapper<? extends Chained> rows;

    /**
     * @param table its full name
     * @param lock advisory lock that every writer of the table takes before it reads the time
     */
    ChainedRows(JdbcClient jdbc, String table, long lock, RowMapper<? extends Chained> rows) {
        this.jdbc = jdbc;
        this.table = table;
        this.lock = lock;
        this.rows = rows;
    }

    /** The row before, not the stored hash of it, goes into each link: a row taken out breaks the next one's. */
    @Override
    public Map<LocalDate, Digest> digests(Collection<LocalDate> days) {
        Map<LocalDate, StringBuilder> hashes = new HashMap<>();
        Map<LocalDate, Long> counts = new HashMap<>();
        days.forEach(day -> {
            hashes.put(day, new StringBuilder());
            counts.put(day, 0L);
        });
        if (days.isEmpty()) return Map.of();
        jdbc.sql("""
                        select r.*,
                               (select p.hash from %s p
                                where p.id < r.id
                                order by p.id desc limit 1) as hash_before
                        from %s r
                        where r.day in (:days)
                        order by r.id
                        """.formatted(table, table)).param("days", List.copyOf(days)).query(row -> {
            Chained kept = Objects.requireNonNull(rows.mapRow(row, 0));
            Objects.requireNonNull(hashes.get(kept.day())).append(kept.hashAfter(hex(row.getBytes("hash_before"))));
            counts.merge(kept.day(), 1L, Long::sum);
        });
        Map<LocalDate, Digest> digests = new HashMap<>();
        hashes.forEach((day, all) ->
                digests.put(day, new Digest(Objects.requireNonNull(counts.get(day)), Sha256.hex(all.toString()))));
        return digests;
    }

    /** Outside a transaction the lock is let go at once: whoever takes it next reads a later time, and need not wait. */
    @Override
    public Digest written(LocalDate day) {
        jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", lock).query(_ -> {});
        return Objects.requireNonNull(digests(List.of(day)).get(day));
    }

    @Override
    public List<LocalDate> daysBefore(LocalDate day) {
        return jdbc.sql("select distinct day from %s where day < :day order by day".formatted(table))
                .param("day", day)
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
    }

    static Instant at(ResultSet row) throws SQLException {
        return Instant.EPOCH.plus(row.getLong("at_us"), ChronoUnit.MICROS);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
