package vn.minhchung.projects.api;

import static vn.minhchung.projects.ProjectViews.PROJECTS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.projects.ProjectView;

/** Lists of tasks in any order. */
@Component
class ProjectLists {
    /** Orders other than the identity order read every object; that is fine up to here (design: 20,000 of a type). */
    private static final long MOST_SORTED = 20_000;

    private final Views views;
    private final JdbcClient jdbc;

    ProjectLists(Views views, JdbcClient jdbc) {
        this.views = views;
        this.jdbc = jdbc;
    }

    Connection<Shown<ProjectView>> list(Filter filter, ProjectOrder order, Moment moment, PageArgs page) {
        if (order == ProjectOrder.RECORDED) {
            return Connection.of(views, PROJECTS, filter, moment, page);
        }
        return Connection.of(sorted(filter, order, moment, page), moment, page);
    }

    /** As of one position a sorted list stands still, so the cursor is simply the number of items before. */
    private Page<ProjectView> sorted(Filter filter, ProjectOrder order, Moment moment, PageArgs page) {
        String table = views.qualified(PROJECTS.name());
        String from = """
                from %s i
                cross join lateral (
                  select * from %s x
                  where x.id = i.id and x.from_position <= :asOf
                  order by x.from_position desc limit 1) v
                where i.first_position <= :asOf and not v.ended and %s
                """.formatted(views.qualified(PROJECTS.name() + "_id"), table, filter.sql());
        long total = jdbc.sql("select count(*) " + from)
                .param("asOf", moment.position())
                .params(filter.parameters())
                .query(Long.class)
                .single();
        if (total > MOST_SORTED) throw Refusal.of(ErrorCode.LIMIT_EXCEEDED, "limit", MOST_SORTED, "actual", total);
        List<String> ids = jdbc.sql("select i.id " + from + " order by " + order.sql() + " offset :before limit :first")
                .param("asOf", moment.position())
                .params(filter.parameters())
                .param("before", page.after())
                .param("first", page.first())
                .query((row, _) -> row.getString("id"))
                .list();
        Map<String, ProjectView> found = views.findAll(PROJECTS, ids, moment.position());
        List<Page.Item<ProjectView>> items = new ArrayList<>(ids.size());
        long before = page.after();
        for (String id : ids) {
            ProjectView view = found.get(id);
            if (view == null) throw new IllegalStateException("a listed task without a row: " + id);
            items.add(new Page.Item<>(id, ++before, view));
        }
        return new Page<>(items, before < total, total);
    }
}
