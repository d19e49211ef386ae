package vn.minhchung.audit.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.EventBook;
import vn.minhchung.audit.EventView;
import vn.minhchung.audit.LateFact;
import vn.minhchung.audit.LateFactBook;
import vn.minhchung.audit.LateFactQuery;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Views;

/** The rows of late facts, as far as their events may be seen. */
@Component
final class LateFactRows implements LateFactBook {
    private final JdbcClient jdbc;
    private final Views views;
    private final EventRights rights;
    private final EventBook events;

    LateFactRows(JdbcClient jdbc, Views views, EventRights rights, EventBook events) {
        this.jdbc = jdbc;
        this.views = views;
        this.rights = rights;
        this.events = events;
    }

    private record Row(String event, LocalDate recordedOn, int days) {}

    @Override
    public List<LateFact> list(LateFactQuery query, Viewer viewer, long after, long through, int max) {
        Filter filter = matching(query, viewer, through).and("l.position > :after", "after", after);
        List<Row> rows = jdbc.sql(
                        "select l.event, l.recorded_on, l.days " + from(filter) + " order by l.position limit :max")
                .params(filter.parameters())
                .param("through", through)
                .param("max", max)
                .query((row, _) -> new Row(
                        row.getString("event"),
                        Objects.requireNonNull(row.getObject("recorded_on", LocalDate.class)),
                        row.getInt("days")))
                .list();
        Map<String, EventView> found = events.byId(rows.stream().map(Row::event).toList(), viewer, through);
        List<LateFact> late = new ArrayList<>();
        for (Row row : rows) {
            EventView event = found.get(row.event());
            if (event != null) late.add(new LateFact(event, row.recordedOn(), row.days()));
        }
        return late;
    }

    @Override
    public long count(LateFactQuery query, Viewer viewer, long through) {
        Filter filter = matching(query, viewer, through);
        return jdbc.sql("select count(*) " + from(filter))
                .params(filter.parameters())
                .param("through", through)
                .query(Long.class)
                .single();
    }

    private String from(Filter filter) {
        return """
                from %s l join %s e on e.position = l.position
                where l.position <= :through and %s""".formatted(
                        views.qualified(LateFactProjector.LATE.name()),
                        views.qualified(EventTables.EVENT.name()),
                        filter.sql());
    }

    private Filter matching(LateFactQuery query, Viewer viewer, long through) {
        Filter filter =
                rights.filter(viewer, through).and("l.days > :moreThanDays", "moreThanDays", query.moreThanDays());
        if (query.subject() != null) {
            filter.and(
                    "exists (select 1 from %s a where a.position = l.position and a.object = :subject)"
                            .formatted(views.qualified(EventTables.SUBJECT.name())),
                    "subject",
                    query.subject());
        }
        and(filter, "l.recorded_on >= ", "recordedFrom", query.recordedFrom());
        and(filter, "l.recorded_on <= ", "recordedThrough", query.recordedThrough());
        and(filter, "l.happened_on >= ", "happenedFrom", query.happenedFrom());
        and(filter, "l.happened_on <= ", "happenedThrough", query.happenedThrough());
        return filter;
    }

    private static void and(Filter filter, String condition, String name, @Nullable LocalDate day) {
        if (day != null) filter.and(condition + ":" + name, name, day);
    }
}
