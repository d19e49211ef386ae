package vn.minhchung.budgets.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.LedgerQuery.PageKey;
import vn.minhchung.budgets.LedgerQuery.PostingItem;
import vn.minhchung.budgets.LedgerQuery.PostingPage;
import vn.minhchung.budgets.PostingView;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.view.Views;

/** Pages of postings, for any number of keys by two statements. A posting never changes: its newest view is its only one. */
@Component
class LedgerPages implements BatchSource<PageKey, PostingPage> {
    /** A place in the record as one number: position, then place among the event's postings. */
    static final String ORDER = "(p.position * 65536 + p.row_no)";

    private final JdbcClient jdbc;
    private final Views views;

    LedgerPages(JdbcClient jdbc, Views views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    @Override
    public String name() {
        return "budgets.postings";
    }

    private record Found(int key, String id, long order) {}

    @Override
    public Map<PageKey, PostingPage> load(Collection<PageKey> keys) {
        List<PageKey> asked = List.copyOf(keys);
        Selection selection = new Selection();
        long newest = 0;
        for (PageKey key : asked) {
            selection.add(key.scope(), key.accounts(), "", key.after(), key.first());
            newest = Math.max(newest, key.scope().position());
        }
        String sql = """
                with k as materialized (select * from %1$s)
                select k.n, page.id, page.ord, total.count from k
                cross join lateral (
                  select count(*) as count from %2$s p
                  where (k.project is not null and %3$s) or (k.project is null and %4$s)) total
                left join lateral (
                  select p.id, %5$s as ord from %2$s p
                  where ((k.project is not null and %3$s) or (k.project is null and %4$s)) and %5$s > k.after
                  order by p.position, p.row_no limit k.first + 1) page on true
                order by k.n, page.ord""".formatted(
                        Selection.KEYS,
                        views.qualified(BudgetsViews.LEDGER.name()),
                        Selection.OF_PROJECT,
                        Selection.OF_APPROPRIATION,
                        ORDER);
        List<Found> found = new ArrayList<>();
        Map<Integer, Long> totals = new HashMap<>();
        jdbc.sql(sql).params(selection.parameters()).query(row -> {
            totals.put(row.getInt("n"), row.getLong("count"));
            if (row.getString("id") != null)
                found.add(new Found(row.getInt("n"), row.getString("id"), row.getLong("ord")));
        });
        Map<String, PostingView> postings = views.findAll(
                BudgetsViews.POSTINGS, found.stream().map(Found::id).toList(), newest);
        Map<PageKey, PostingPage> pages = new HashMap<>();
        for (int n = 0; n < asked.size(); n++)
            pages.put(asked.get(n), page(n, asked.get(n), found, postings, totals.getOrDefault(n, 0L)));
        return pages;
    }

    private static PostingPage page(
            int n, PageKey key, List<Found> found, Map<String, PostingView> postings, long total) {
        List<PostingItem> items = new ArrayList<>();
        for (Found each : found) {
            PostingView posting = postings.get(each.id());
            if (each.key() == n && posting != null) items.add(new PostingItem(each.id(), each.order(), posting));
        }
        boolean hasNext = items.size() > key.first();
        return new PostingPage(hasNext ? List.copyOf(items.subList(0, key.first())) : items, hasNext, total);
    }
}
