package vn.minhchung.audit.read;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.RefusalBook;
import vn.minhchung.audit.Refused;
import vn.minhchung.kernel.log.RefusedRow;

/** The append-only table of refused attempts, read. */
@Component
final class RefusalRows extends ChainedRows implements RefusalBook {
    private final JdbcClient jdbc;

    RefusalRows(JdbcClient jdbc) {
        super(jdbc, "event_store.refusal_attempt", RefusedRow.CHAIN_LOCK, (row, _) -> refused(row));
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

    private static Refused refused(ResultSet row) throws SQLException {
        long position = row.getLong("position");
        Long known = row.wasNull() ? null : position;
        return new Refused(
                at(row),
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
}
