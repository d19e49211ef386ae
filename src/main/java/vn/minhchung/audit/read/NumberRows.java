package vn.minhchung.audit.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.NumberBook;
import vn.minhchung.audit.NumberMention;
import vn.minhchung.audit.SeriesKey;
import vn.minhchung.kernel.view.Views;

/** The rows of document numbers. */
@Component
final class NumberRows implements NumberBook {
    private final JdbcClient jdbc;
    private final Views views;

    NumberRows(JdbcClient jdbc, Views views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    @Override
    public Map<SeriesKey, List<NumberMention>> mentions(Collection<SeriesKey> series, long position) {
        Map<SeriesKey, List<NumberMention>> found = new HashMap<>();
        if (series.isEmpty()) return found;
        List<SeriesKey> wanted = List.copyOf(series);
        jdbc.sql("""
                        select n.*
                        from %s n
                        where n.position <= :position
                          and (n.issuer, n.kind, n.year) in (
                            select * from unnest(:issuers::text[], :kinds::text[], :years::int[]))
                        order by n.position, n.serial, n.inserted, n.place
                        """.formatted(table()))
                .param("position", position)
                .param("issuers", wanted.stream().map(SeriesKey::issuer).toArray(String[]::new))
                .param("kinds", wanted.stream().map(SeriesKey::kind).toArray(String[]::new))
                .param("years", wanted.stream().map(SeriesKey::year).toArray(Integer[]::new))
                .query(row -> {
                    NumberMention mention = mention(row);
                    for (SeriesKey key : wanted) {
                        if (of(row, key) && by(mention, key))
                            found.computeIfAbsent(key, _ -> new ArrayList<>()).add(mention);
                    }
                });
        return found;
    }

    @Override
    public List<SeriesKey> series(@Nullable Integer year, long position, long after, int max) {
        return jdbc.sql("""
                        select distinct n.year, n.issuer, n.kind
                        from %s n
                        where n.position <= :position and (:year::int is null or n.year = :year::int)
                        order by n.year, n.issuer, n.kind
                        offset :after limit :max
                        """.formatted(table()))
                .param("position", position)
                .param("year", year)
                .param("after", after)
                .param("max", max)
                .query((row, _) ->
                        new SeriesKey(row.getString("issuer"), row.getString("kind"), row.getInt("year"), null))
                .list();
    }

    @Override
    public long count(@Nullable Integer year, long position) {
        return jdbc.sql("""
                        select count(distinct (n.year, n.issuer, n.kind))
                        from %s n
                        where n.position <= :position and (:year::int is null or n.year = :year::int)
                        """.formatted(table()))
                .param("position", position)
                .param("year", year)
                .query(Long.class)
                .single();
    }

    private static boolean of(ResultSet row, SeriesKey key) throws SQLException {
        return row.getString("issuer").equals(key.issuer())
                && row.getString("kind").equals(key.kind())
                && row.getInt("year") == key.year();
    }

    /** A number without an issuer beside it may be anybody's of that abbreviation. */
    private static boolean by(NumberMention mention, SeriesKey key) {
        return key.issuedBy() == null
                || mention.issuedBy() == null
                || mention.issuedBy().equalsIgnoreCase(key.issuedBy());
    }

    private static NumberMention mention(ResultSet row) throws SQLException {
        return new NumberMention(
                row.getLong("position"),
                row.getString("event"),
                row.getString("stream"),
                row.getInt("serial"),
                row.getString("inserted"),
                row.getString("number"),
                row.getObject("dated", LocalDate.class),
                row.getString("issued_by"),
                row.getString("place"),
                Objects.requireNonNull(row.getObject("recorded_on", LocalDate.class)));
    }

    private String table() {
        return views.qualified(NumberProjector.NUMBER.name());
    }
}
