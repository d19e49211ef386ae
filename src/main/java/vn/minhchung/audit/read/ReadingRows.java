package vn.minhchung.audit.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.KeptReading;
import vn.minhchung.audit.ReadingBook;
import vn.minhchung.audit.ReadingQuery;
import vn.minhchung.kernel.CanonicalJson;
import vn.minhchung.kernel.log.ReadingRow;

/** The append-only table of readings, read. */
@Component
final class ReadingRows extends ChainedRows implements ReadingBook {
    private final JdbcClient jdbc;

    ReadingRows(JdbcClient jdbc) {
        super(jdbc, "event_store.reading", ReadingRow.CHAIN_LOCK, (row, _) -> reading(row));
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> list(ReadingQuery query, Instant until, long after, int max) {
        Wanted wanted = Wanted.of(query, until);
        return jdbc.sql("""
                        select * from event_store.reading
                        where id > :after and %s
                        order by id
                        limit :max
                        """.formatted(wanted.condition()))
                .params(wanted.values())
                .param("after", after)
                .param("max", max)
                .query((row, _) -> new Line(row.getLong("id"), reading(row)))
                .list();
    }

    @Override
    public long count(ReadingQuery query, Instant until) {
        Wanted wanted = Wanted.of(query, until);
        return jdbc.sql("select count(*) from event_store.reading where %s".formatted(wanted.condition()))
                .params(wanted.values())
                .query(Long.class)
                .single();
    }

    /** Only what is asked for stands in the condition, so that its index is used. */
    private record Wanted(String condition, Map<String, Object> values) {
        static Wanted of(ReadingQuery query, Instant until) {
            List<String> conditions = new ArrayList<>(List.of("at_us <= :until"));
            Map<String, Object> values = new HashMap<>(Map.of("until", micros(until)));
            if (query.day() != null) {
                conditions.add("day = :day");
                values.put("day", query.day());
            }
            if (query.reader() != null) {
                conditions.add("actor = :reader");
                values.put("reader", query.reader());
            }
            if (query.object() != null) {
                conditions.add("(detail::jsonb -> 'asked' @> :object::jsonb"
                        + " or detail::jsonb -> 'opened' @> :object::jsonb)");
                values.put("object", CanonicalJson.write(List.of(query.object())));
            }
            List<String> opened = new ArrayList<>();
            for (String each : query.opened()) {
                String name = "opened" + opened.size();
                opened.add("detail::jsonb -> 'opened' @> :%s::jsonb".formatted(name));
                values.put(name, CanonicalJson.write(List.of(each)));
            }
            if (!opened.isEmpty()) conditions.add("(" + String.join(" or ", opened) + ")");
            return new Wanted(String.join(" and ", conditions), values);
        }
    }

    private static KeptReading reading(ResultSet row) throws SQLException {
        return new KeptReading(
                at(row),
                row.getObject("day", LocalDate.class),
                row.getString("kind"),
                row.getString("account"),
                row.getString("actor"),
                row.getString("operation"),
                row.getString("detail"),
                row.getLong("position"),
                row.getString("request_id"));
    }
}
