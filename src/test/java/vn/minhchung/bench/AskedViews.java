package vn.minhchung.bench;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.minhchung.bench.AsOfBench.Asked;
import vn.minhchung.bench.AsOfBench.Moment;
import vn.minhchung.bench.AsOfBench.Question;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Views;

/** Our view. A page counts all that match, too: that is how lists are asked. */
record AskedViews(KeptHistory history, Views views, DataSource pool) implements Asked {
    private static final int PAGE = 100;

    /** Several objects made by one event would have ordinals of their own. */
    private static final long ORDINALS = 1L << 16;

    String table() {
        return views.qualified(KeptHistory.VIEW.name());
    }

    @Override
    public List<String> answer(Question question, Moment moment) {
        return switch (question) {
            case DETAIL ->
                views.find(KeptHistory.VIEW, KeptHistory.id(moment.object()).toString(), moment.position()).stream()
                        .map(KeptHistory.KeptView::title)
                        .toList();
            case PAGE ->
                page(moment, moment.first() * ORDINALS - 1, PAGE).items().stream()
                        .map(item -> item.view().title())
                        .toList();
            case COUNT -> List.of(Long.toString(page(moment, Long.MAX_VALUE, 1).totalCount()));
            case SORT -> sorted(moment.position());
        };
    }

    private Page<KeptHistory.KeptView> page(Moment moment, long after, int first) {
        return views.page(KeptHistory.VIEW, Filter.none(), moment.position(), after, first);
    }

    /** As modules sort that have an order of their own. */
    private List<String> sorted(long position) {
        return new JdbcTemplate(pool)
                .query("""
                select v.title from %1$s_id i cross join lateral (
                  select title, ended from %1$s v where v.id = i.id and v.from_position <= ?
                  order by v.from_position desc limit 1) v
                where i.first_position <= ? and not v.ended
                order by v.title limit %2$d""".formatted(table(), PAGE), (row, _) -> row.getString(1), position, position);
    }
}
