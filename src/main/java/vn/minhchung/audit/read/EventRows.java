package vn.minhchung.audit.read;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.EventBook;
import vn.minhchung.audit.EventQuery;
import vn.minhchung.audit.EventView;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Envelope;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Views;

/** The rows of recorded events, read by position. */
@Component
final class EventRows implements EventBook {
    private static final String OLDEST_FIRST = "asc";
    private static final String NEWEST_FIRST = "desc";
    /** How the filter of somebody begins who may see no event. */
    private static final String NOTHING = "(false)";

    private final JdbcClient jdbc;
    private final Views views;
    private final EventRights rights;
    private final EventCodec codec;

    EventRows(JdbcClient jdbc, Views views, EventRights rights, EventCodec codec) {
        this.jdbc = jdbc;
        this.views = views;
        this.rights = rights;
        this.codec = codec;
    }

    @Override
    public List<EventView> list(EventQuery query, Viewer viewer, long after, long through, int max) {
        Filter filter = matching(query, viewer, through).and("e.position > :after", "after", after);
        return read(filter, through, max, OLDEST_FIRST);
    }

    @Override
    public Optional<EventView> last(EventQuery query, Viewer viewer, long before, long through) {
        Filter filter = matching(query, viewer, through).and("e.position < :before", "before", before);
        return read(filter, through, 1, NEWEST_FIRST).stream().findFirst();
    }

    @Override
    public long count(EventQuery query, Viewer viewer, long after, long through) {
        if (!viewer.signedIn()) return 0;
        Filter filter = matching(query, viewer, through).and("e.position > :after", "after", after);
        return jdbc.sql("""
                        select count(*) from %s e where e.position <= :through and %s
                        """.formatted(events(), filter.sql()))
                .params(filter.parameters())
                .param("through", through)
                .query(Long.class)
                .single();
    }

    @Override
    public Map<String, EventView> byId(Collection<String> ids, Viewer viewer, long through) {
        Filter filter = rights.filter(viewer, through).and("e.id = any(:ids)", "ids", ids.toArray(String[]::new));
        Map<String, EventView> found = new LinkedHashMap<>();
        if (!ids.isEmpty())
            read(filter, through, ids.size(), OLDEST_FIRST).forEach(event -> found.put(event.id(), event));
        return found;
    }

    @Override
    public Map<Long, List<RuleRef>> rules(Collection<Long> positions, Viewer viewer, long through) {
        Filter filter = rights.filter(viewer, through)
                .and("e.position = any(:positions)", "positions", positions.toArray(Long[]::new));
        Map<Long, List<RuleRef>> found = new LinkedHashMap<>();
        if (positions.isEmpty() || filter.sql().startsWith(NOTHING)) return found;
        jdbc.sql("select e.position, e.envelope from %s e where e.position <= :through and %s order by e.position"
                        .formatted(events(), filter.sql()))
                .params(filter.parameters())
                .param("through", through)
                .query(row -> {
                    Envelope envelope =
                            codec.decodeEnvelope(row.getString("envelope").getBytes(StandardCharsets.UTF_8));
                    found.put(row.getLong("position"), envelope.rules());
                });
        return found;
    }

    /** Every event of a correcting command says what it corrects: shown is the one about the same object, never bookkeeping. */
    private List<EventView> read(Filter filter, long through, int max, String order) {
        if (filter.sql().startsWith(NOTHING)) return List.of();
        return jdbc.sql("""
                        select e.*,
                               (select c.id from %1$s c
                                where c.corrects = e.id and c.position <= :through
                                  and c.stream not like 'request:%%'
                                order by c.stream = e.stream desc, c.position limit 1) as corrected_by,
                               (select c.actor from %1$s c
                                where c.caused_by = e.id and c.position <= :through
                                order by c.position limit 1) as confirmed_by
                        from %1$s e
                        where e.position <= :through and %2$s
                        order by e.position %3$s
                        limit :max
                        """.formatted(events(), filter.sql(), order))
                .params(filter.parameters())
                .param("through", through)
                .param("max", max)
                .query((row, _) -> view(row))
                .list();
    }

    private Filter matching(EventQuery query, Viewer viewer, long through) {
        Filter filter = rights.filter(viewer, through);
        if (query.subject() != null) {
            filter.and(
                    "exists (select 1 from %s a where a.position = e.position and a.object = :subject)"
                            .formatted(views.qualified(EventTables.SUBJECT.name())),
                    "subject",
                    query.subject());
        }
        if (!query.names().isEmpty()) filter.and("e.name = any(:names)", "names", array(query.names()));
        if (!query.modules().isEmpty()) filter.and("e.module = any(:modules)", "modules", array(query.modules()));
        if (query.account() != null) filter.and("e.account = :account", "account", query.account());
        if (query.actor() != null) filter.and("e.actor = :actor", "actor", query.actor());
        if (query.recordedFrom() != null) {
            filter.and("e.recorded_us >= :recordedFrom", "recordedFrom", micros(query.recordedFrom()));
        }
        if (query.recordedBefore() != null) {
            filter.and("e.recorded_us < :recordedBefore", "recordedBefore", micros(query.recordedBefore()));
        }
        if (query.effectiveFrom() != null) {
            filter.and("e.effective_on >= :effectiveFrom", "effectiveFrom", query.effectiveFrom());
        }
        if (query.effectiveThrough() != null) {
            filter.and("e.effective_on <= :effectiveThrough", "effectiveThrough", query.effectiveThrough());
        }
        return filter;
    }

    private EventView view(ResultSet row) throws SQLException {
        Envelope envelope = codec.decodeEnvelope(row.getString("envelope").getBytes(StandardCharsets.UTF_8));
        Decision decision = envelope.decision();
        return new EventView(
                row.getString("id"),
                row.getLong("position"),
                row.getString("stream"),
                row.getLong("sequence"),
                row.getString("name"),
                row.getInt("revision"),
                Instant.EPOCH.plus(row.getLong("recorded_us"), ChronoUnit.MICROS),
                row.getObject("effective_on", LocalDate.class),
                decision == null ? null : decision.documentDate(),
                decision == null ? List.of() : decision.basis(),
                decision == null ? null : decision.reason(),
                envelope.build(),
                decision == null ? null : decision.channel(),
                envelope.clock(),
                decision == null ? null : decision.requestId(),
                row.getString("payload"),
                envelope,
                Arrays.asList(row.getString("subjects").split(EventTables.SEPARATOR, -1)),
                row.getString("caused_by"),
                row.getString("corrects"),
                row.getString("corrected_by"),
                row.getString("confirmed_by"));
    }

    private String events() {
        return views.qualified(EventTables.EVENT.name());
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
