package vn.minhchung.audit.read;

import java.nio.charset.StandardCharsets;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.RefusalBook;
import vn.minhchung.audit.Refused;
import vn.minhchung.kernel.Sha256;

/** The append-only table of refused attempts, read. */
@Component
final class RefusalRows implements RefusalBook {
    private final JdbcClient jdbc;

    RefusalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> list(@Nullable LocalDate day, Instant until, long after, int max) {
        return jdbc.sql("""
                        select * from event_store.refusal_attempt
                        where (:day::date is null or day = :day::date) and at_us <= :until and id > :after
                        order by id
                        limit :max
                        """)
                .param("day", day)
                .param("until", micros(until))
                .param("after", after)
                .param("max", max)
                .query((row, _) -> new Line(row.getLong("id"), refused(row)))
                .list();
    }

    @Override
    public long count(@Nullable LocalDate day, Instant until) {
        return jdbc.sql("""
                        select count(*) from event_store.refusal_attempt
                        where (:day::date is null or day = :day::date) and at_us <= :until
                        """)
                .param("day", day)
                .param("until", micros(until))
                .query(Long.class)
                .single();
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
                               (select p.hash from event_store.refusal_attempt p
                                where p.id < r.id
                                order by p.id desc limit 1) as hash_before
                        from event_store.refusal_attempt r
                        where r.day in (:days)
                        order by r.id
                        """).param("days", List.copyOf(days)).query(row -> {
            LocalDate day = row.getObject("day", LocalDate.class);
            Objects.requireNonNull(hashes.get(day)).append(refused(row).hashAfter(hex(row.getBytes("hash_before"))));
            counts.merge(day, 1L, Long::sum);
        });
        Map<LocalDate, Digest> digests = new HashMap<>();
        hashes.forEach((day, all) ->
                digests.put(day, new Digest(Objects.requireNonNull(counts.get(day)), Sha256.hex(all.toString()))));
        return digests;
    }

    @Override
    public List<LocalDate> daysBefore(LocalDate day) {
        return jdbc.sql("select distinct day from event_store.refusal_attempt where day < :day order by day")
                .param("day", day)
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
    }

    private static Refused refused(ResultSet row) throws SQLException {
        long position = row.getLong("position");
        Long known = row.wasNull() ? null : position;
        return new Refused(
                Instant.EPOCH.plus(row.getLong("at_us"), ChronoUnit.MICROS),
                row.getObject("day", LocalDate.class),
                row.getString("kind"),
                row.getString("account"),
                row.getString("actor"),
                row.getString("mutation"),
                row.getString("code"),
                Refused.rule(row.getString("rule")),
                new String(row.getBytes("detail"), StandardCharsets.UTF_8),
                known,
                row.getString("request_id"));
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
