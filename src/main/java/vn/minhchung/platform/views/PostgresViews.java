package vn.minhchung.platform.views;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.ObjectReader;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.platform.json.StoredJson;

/** Reading the views over the pool. Tables of a projector that is set aside answer only up to what it has seen. */
public final class PostgresViews implements Views {
    private static final long POLL_NANOS = 20_000_000;

    private final NamedParameterJdbcTemplate jdbc;
    private final ViewSchema schema;
    private final Follower follower;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private volatile Follower.Seen elsewhere = new Follower.Seen(0, Map.of());

    public PostgresViews(DataSource reads, ViewSchema schema, Follower follower) {
        this.jdbc = new NamedParameterJdbcTemplate(reads);
        this.schema = schema;
        this.follower = follower;
    }

    @Override
    public <V extends Record> Optional<V> find(ViewTable<V> table, String id, long position) {
        return Optional.ofNullable(findAll(table, List.of(id), position).get(id));
    }

    @Override
    public <V extends Record> Map<String, V> findAll(ViewTable<V> table, Collection<String> ids, long position) {
        if (ids.isEmpty()) return Map.of();
        requireSeen(table.name(), position);
        String sql = """
                select asked.id, v.doc from unnest(:ids::text[]) as asked(id) cross join lateral (
                  select doc, ended from %s v
                  where v.id = asked.id and v.from_position <= :position
                  order by v.from_position desc limit 1) v
                where not v.ended""".formatted(qualified(table.name()));
        Map<String, V> found = new LinkedHashMap<>();
        Map<String, Object> parameters =
                Map.of("ids", new LinkedHashSet<>(ids).toArray(String[]::new), "position", position);
        jdbc.query(sql, parameters, row -> {
            found.put(row.getString(1), read(table, row.getString(2)));
        });
        return found;
    }

    @Override
    public <V extends Record> Page<V> page(ViewTable<V> table, Filter filter, long position, long after, int first) {
        requireSeen(table.name(), position);
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        parameters.put("pagePosition", position);
        parameters.put("pageAfter", after);
        parameters.put("pageLimit", first + 1);
        String matching = matching(table, filter);
        List<Page.Item<V>> items = jdbc.query(
                """
                select i.id, i.ordinal, v.doc from %s and i.ordinal > :pageAfter
                order by i.ordinal limit :pageLimit""".formatted(matching),
                parameters,
                (row, _) -> new Page.Item<>(row.getString(1), row.getLong(2), read(table, row.getString(3))));
        boolean hasNext = items.size() > first;
        if (after == 0 && !hasNext) return new Page<>(items, false, items.size());
        return new Page<>(hasNext ? items.subList(0, first) : items, hasNext, () -> count(matching, parameters));
    }

    private long count(String matching, Map<String, Object> parameters) {
        Long total = jdbc.queryForObject("select count(*) from " + matching, parameters, Long.class);
        return total == null ? 0 : total;
    }

    /** Objects not ended, each with its newest version at the position, that the filter accepts. */
    private String matching(ViewTable<?> table, Filter filter) {
        return """
                %1$s_id i cross join lateral (
                  select * from %1$s v
                  where v.id = i.id and v.from_position <= :pagePosition
                  order by v.from_position desc limit 1) v
                where i.first_position <= :pagePosition and not v.ended and %2$s""".formatted(qualified(table.name()), filter.sql());
    }

    private <V extends Record> V read(ViewTable<V> table, String doc) {
        return readers.computeIfAbsent(table.type(), type -> StoredJson.mapper().readerFor(type))
                .readValue(doc);
    }

    @Override
    public String qualified(String tableName) {
        schema.projectorOf(tableName);
        return schema.name() + "." + tableName;
    }

    /** Old figures must not pass for new ones. */
    private void requireSeen(String table, long position) {
        Follower.Seen seen = follower.leading() ? follower.seen() : elsewhere;
        if (seen.setAside().isEmpty()) return;
        String projector = schema.projectorOf(table);
        Long last = seen.setAside().get(projector);
        if (last != null && last < position) {
            throw Refusal.of(ErrorCode.STORE_UNAVAILABLE, "view", projector, "seen", last);
        }
    }

    @Override
    public long position() {
        return seen().position();
    }

    private Follower.Seen seen() {
        if (follower.leading()) return follower.seen();
        try {
            Long position = jdbc.queryForObject(
                    "select position from %s.follower_position".formatted(schema.name()), Map.of(), Long.class);
            Map<String, Long> aside = new HashMap<>();
            jdbc.query("select projector, position from %s.follower_set_aside".formatted(schema.name()), row -> {
                aside.put(row.getString(1), row.getLong(2));
            });
            elsewhere = new Follower.Seen(position == null ? 0 : position, Map.copyOf(aside));
            return elsewhere;
        } catch (DataAccessException e) {
            throw (Refusal) Refusal.of(ErrorCode.STORE_UNAVAILABLE).initCause(e);
        }
    }

    @Override
    public boolean await(long position, Duration bound) {
        long end = System.nanoTime() + bound.toNanos();
        try {
            while (true) {
                long left = end - System.nanoTime();
                if (follower.await(position, Duration.ofNanos(left))) return true;
                if (left <= 0) return false;
                // Another node follows, or none yet: its row tells.
                if (seen().position() >= position) return true;
                LockSupport.parkNanos(POLL_NANOS);
                if (Thread.interrupted()) throw new InterruptedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
