package vn.minhchung.budgets.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.Entries;
import vn.minhchung.budgets.LedgerQuery.Entry;
import vn.minhchung.budgets.LedgerQuery.EntryKey;
import vn.minhchung.budgets.LedgerQuery.PostingItem;
import vn.minhchung.budgets.PostingView;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.view.Views;

/** Entries with all their postings and what reversed them, for any number of keys by two statements. */
@Component
class LedgerEntries implements BatchSource<EntryKey, Entry>, Entries {
    private final JdbcClient jdbc;
    private final Views views;

    LedgerEntries(JdbcClient jdbc, Views views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    @Override
    public String name() {
        return "budgets.entries";
    }

    @Override
    public Optional<String> ofEvent(String eventId) {
        return jdbc.sql("select entry from %s where event = :event limit 1"
                        .formatted(views.qualified(BudgetsViews.LEDGER.name())))
                .param("event", eventId)
                .query(String.class)
                .optional();
    }

    private record Row(
            int key,
            String id,
            String event,
            @Nullable String reverses,
            long order,
            @Nullable String reversedBy) {}

    @Override
    public Map<EntryKey, Entry> load(Collection<EntryKey> keys) {
        List<EntryKey> asked = List.copyOf(keys);
        String[] numbers = new String[asked.size()];
        for (int n = 0; n < numbers.length; n++) numbers[n] = Integer.toString(n);
        List<Row> rows = jdbc.sql("""
                        with k as materialized (select * from unnest(:n::int[], :entry::text[], :position::bigint[])
                          as k(n, entry, position))
                        select k.n, p.id, p.event, p.reverses, p.position * 65536 + p.row_no as ord,
                          (select min(r.entry) from %1$s r where r.reverses = k.entry and r.position <= k.position) as reversed_by
                        from k join %1$s p on p.entry = k.entry and p.position <= k.position
                        order by k.n, ord""".formatted(views.qualified(BudgetsViews.LEDGER.name())))
                .param("n", numbers)
                .param("entry", asked.stream().map(EntryKey::entry).toArray(String[]::new))
                .param(
                        "position",
                        asked.stream().map(k -> Long.toString(k.position())).toArray(String[]::new))
                .query((row, _) -> new Row(
                        row.getInt("n"),
                        row.getString("id"),
                        row.getString("event"),
                        row.getString("reverses"),
                        row.getLong("ord"),
                        row.getString("reversed_by")))
                .list();
        long newest = asked.stream().mapToLong(EntryKey::position).max().orElse(0);
        Map<String, PostingView> postings =
                views.findAll(BudgetsViews.POSTINGS, rows.stream().map(Row::id).toList(), newest);
        Map<EntryKey, Entry> entries = new HashMap<>();
        for (int n = 0; n < asked.size(); n++) {
            int key = n;
            List<Row> own = rows.stream().filter(r -> r.key() == key).toList();
            if (!own.isEmpty()) entries.put(asked.get(n), entry(own, postings));
        }
        return entries;
    }

    private static Entry entry(List<Row> rows, Map<String, PostingView> postings) {
        List<PostingItem> items = new ArrayList<>();
        for (Row row : rows) {
            PostingView posting = postings.get(row.id());
            if (posting != null) items.add(new PostingItem(row.id(), row.order(), posting));
        }
        Row first = rows.getFirst();
        return new Entry(new EventId(first.event()), first.reverses(), first.reversedBy(), items);
    }
}
