package vn.minhchung.budgets.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.LedgerQuery.BasisKey;
import vn.minhchung.budgets.LedgerQuery.Share;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.view.Views;

/**
 * What amounts are made of, for any number of keys by one statement: always the postings themselves, never the running
 * balances figures are read from, so that an explanation and its figure are two ways to the same amount.
 */
@Component
class LedgerBasis implements BatchSource<BasisKey, List<Share>> {
    private final JdbcClient jdbc;
    private final Views views;

    LedgerBasis(JdbcClient jdbc, Views views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    @Override
    public String name() {
        return "budgets.basis";
    }

    @Override
    public Map<BasisKey, List<Share>> load(Collection<BasisKey> keys) {
        List<BasisKey> asked = List.copyOf(keys);
        Selection selection = new Selection();
        Map<BasisKey, List<Share>> shares = new HashMap<>();
        for (BasisKey key : asked) {
            selection.add(key.scope(), key.accounts(), "", 0, 0);
            shares.put(key, new ArrayList<>());
        }
        String sql = """
                with k as materialized (select * from %1$s),
                postings as (
                  select k.n, p.* from k join %2$s p on %3$s where k.project is not null
                  union all
                  select k.n, p.* from k join %2$s p on %4$s where k.project is null)
                select n, position, event, account, sum(amount)::bigint as amount, count(*)::int as postings,
                  min(effective_on) as first_day, max(effective_on) as last_day
                from postings
                group by n, position, event, account
                order by n, position, account""".formatted(
                        Selection.KEYS,
                        views.qualified(BudgetsViews.LEDGER.name()),
                        Selection.OF_PROJECT,
                        Selection.OF_APPROPRIATION);
        jdbc.sql(sql).params(selection.parameters()).query(row -> {
            shares.computeIfAbsent(asked.get(row.getInt("n")), _ -> new ArrayList<>())
                    .add(new Share(
                            new EventId(row.getString("event")),
                            row.getLong("position"),
                            LedgerAccount.valueOf(row.getString("account")),
                            Vnd.of(row.getLong("amount")),
                            row.getInt("postings"),
                            row.getObject("first_day", LocalDate.class),
                            row.getObject("last_day", LocalDate.class)));
        });
        return shares;
    }
}
