package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.view.ViewKeeper;

/** Read off the tables the follower writes, so that every node tells the same. */
final class KeptViews implements ViewKeeper {
    private final NamedParameterJdbcTemplate jdbc;
    private final RecordedEvents events;
    private final ViewSchema schema;

    KeptViews(DataSource reads, RecordedEvents events, ViewSchema schema) {
        this.jdbc = new NamedParameterJdbcTemplate(reads);
        this.events = events;
        this.schema = schema;
    }

    @Override
    public Set<String> names() {
        return schema.names();
    }

    @Override
    public List<Standing> standings() {
        Map<String, Standing> standings = new TreeMap<>();
        try {
            Long following = jdbc.queryForObject(
                    "select position from %s.follower_position".formatted(schema.name()), Map.of(), Long.class);
            long position = following == null ? 0 : following;
            long head = Math.max(position, events.head());
            for (String view : names()) {
                standings.put(view, new Standing(view, State.FOLLOWING, position, head - position, null, null));
            }
            jdbc.query(
                    "select projector, position, cause, coming_back, since from %s.follower_set_aside"
                            .formatted(schema.name()),
                    row -> {
                        State state = row.getBoolean(4) ? State.RETURNING : State.STOPPED;
                        long seen = row.getLong(2);
                        standings.put(
                                row.getString(1),
                                new Standing(
                                        row.getString(1),
                                        state,
                                        seen,
                                        head - seen,
                                        row.getString(3),
                                        instant(row, "since")));
                    });
        } catch (DataAccessException e) {
            throw (Refusal) Refusal.of(ErrorCode.STORE_UNAVAILABLE).initCause(e);
        }
        return List.copyOf(standings.values());
    }

    @Override
    public Map<String, Order> orders(Collection<String> ids) {
        if (ids.isEmpty()) return Map.of();
        Map<String, Order> found = new HashMap<>();
        String sql = """
                select id, progress, position, goal, per_second, started, ended, cause, differing
                from %s.follower_order where id in (:ids)""".formatted(schema.name());
        jdbc.query(sql, Map.of("ids", List.copyOf(ids)), row -> {
            found.put(row.getString("id"), order(row));
        });
        return found;
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(
                Progress.valueOf(row.getString("progress")),
                number(row, "position"),
                number(row, "goal"),
                number(row, "per_second"),
                instant(row, "started"),
                instant(row, "ended"),
                row.getString("cause"),
                List.of((String[]) row.getArray("differing").getArray()));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    @Override
    public List<Receipt> receipts(Collection<String> views, long position) {
        for (String view : views) {
            if (!names().contains(view))
                throw Refusal.of(ErrorCode.NOT_FOUND, "id", view).at("views");
        }
        ConnectionCallback<List<Receipt>> reading = connection -> receipts(connection, views, position);
        List<Receipt> receipts = jdbc.getJdbcTemplate().execute(reading);
        return receipts == null ? List.of() : receipts;
    }

    private List<Receipt> receipts(Connection connection, Collection<String> views, long position) throws SQLException {
        List<Receipt> receipts = new ArrayList<>();
        for (Standing standing : standings()) {
            if (!views.contains(standing.view())) continue;
            long upTo = Math.min(position, standing.position());
            Map<String, String> tables =
                    ViewHashes.of(connection, schema.only(List.of(standing.view())), schema.name(), upTo);
            receipts.add(new Receipt(standing.view(), upTo, Sha256.hex(String.valueOf(new TreeMap<>(tables)))));
        }
        return receipts;
    }
}
