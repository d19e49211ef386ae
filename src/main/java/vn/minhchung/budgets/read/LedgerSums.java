package vn.minhchung.budgets.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.LedgerQuery.Sum;
import vn.minhchung.budgets.LedgerQuery.SumKey;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/**
 * Sums over the ledger, for any number of keys by one statement: the newest running balance of every ledger key asked about.
 * Only what a ledger key does not know, a day in effect or the evidence, is summed posting by posting.
 */
@Component
class LedgerSums implements BatchSource<SumKey, List<Sum>> {
    private final JdbcClient jdbc;
    private final Views views;

    LedgerSums(JdbcClient jdbc, Views views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    @Override
    public String name() {
        return "budgets.sums";
    }

    @Override
    public Map<SumKey, List<Sum>> load(Collection<SumKey> keys) {
        List<SumKey> asked = List.copyOf(keys);
        Selection selection = new Selection();
        Map<SumKey, List<Sum>> sums = new HashMap<>();
        for (SumKey key : asked) {
            String by = String.join(",", key.by().stream().map(Enum::name).toList());
            selection.add(key.scope(), key.accounts(), by, 0, 0);
            sums.put(key, new ArrayList<>());
        }
        String sql = """
                with k as materialized (
                  select *, through is null and more not like '%%EVIDENCE%%' as by_key from %1$s),
                keys as (
                  select k.n, k.more, k.position as at, p.* from k join %5$s p on %6$s
                  where k.by_key and k.project is not null
                  union all
                  select k.n, k.more, k.position as at, p.* from k join %5$s p on %7$s
                  where k.by_key and k.project is null),
                postings as (
                  select k.n, k.more, p.* from k join %2$s p on %3$s where not k.by_key and k.project is not null
                  union all
                  select k.n, k.more, p.* from k join %2$s p on %4$s where not k.by_key and k.project is null),
                selected as (
                  select n, more, account, budget_year, source, line, item, null as evidence, newest.balance as amount
                  from keys cross join lateral (
                    select balance from %2$s p where p.ledger_key = keys.ledger_key and p.position <= keys.at
                    order by p.position desc, p.row_no desc limit 1) newest
                  union all
                  select n, more, account, budget_year, source, line, item, evidence, amount from postings)
                select n, account, y, s, l, i, e, sum(amount)::bigint as amount
                from selected,
                  lateral (select
                    case when more like '%%YEAR%%' then budget_year end as y,
                    case when more like '%%SOURCE%%' then source end as s,
                    case when more like '%%LINE%%' then line end as l,
                    case when more like '%%ITEM%%' then item end as i,
                    case when more like '%%EVIDENCE%%' then evidence end as e) parts
                group by n, account, y, s, l, i, e
                order by n, account, y, s, l, i, e""".formatted(
                        Selection.KEYS,
                        views.qualified(BudgetsViews.LEDGER.name()),
                        Selection.OF_PROJECT,
                        Selection.OF_APPROPRIATION,
                        views.qualified(BudgetsViews.LEDGER_KEYS.name()),
                        Selection.KEYS_OF_PROJECT,
                        Selection.KEYS_OF_APPROPRIATION);
        jdbc.sql(sql).params(selection.parameters()).query(row -> {
            sums.computeIfAbsent(asked.get(row.getInt("n")), _ -> new ArrayList<>())
                    .add(sum(row));
        });
        return sums;
    }

    private static Sum sum(ResultSet row) throws SQLException {
        String source = row.getString("s");
        String line = row.getString("l");
        String evidence = row.getString("e");
        return new Sum(
                LedgerAccount.valueOf(row.getString("account")),
                number(row, "y"),
                source == null ? null : FundSource.valueOf(source),
                line == null ? null : LineCategory.valueOf(line),
                row.getString("i"),
                evidence == null ? null : Evidence.valueOf(evidence),
                Vnd.of(row.getLong("amount")));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
