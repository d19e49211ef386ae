package vn.minhchung.budgets.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.YearEntries;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.rules.DueDay;

/** Late entries of budget years and what happened to their figures after they were reported, by one statement for all. */
@Component
class LateEntries implements BatchSource<YearEntries.Key, YearEntries> {
    private final JdbcClient jdbc;
    private final Views views;
    private final BatchSource<DueDay.Key, DueDay> dueDays;

    LateEntries(JdbcClient jdbc, Views views, BatchSource<DueDay.Key, DueDay> dueDays) {
        this.jdbc = jdbc;
        this.views = views;
        this.dueDays = dueDays;
    }

    @Override
    public String name() {
        return "budgets.year-entries";
    }

    private record Found(List<String> late, List<EventId> since) {}

    @Override
    public Map<YearEntries.Key, YearEntries> load(Collection<YearEntries.Key> keys) {
        List<YearEntries.Key> asked = List.copyOf(keys);
        List<Found> found = asked.stream()
                .map(_ -> new Found(new ArrayList<>(), new ArrayList<>()))
                .toList();
        Map<DueDay.Key, DueDay> ends = dueDays.load(
                asked.stream().map(LateEntries::adjustmentEnds).distinct().toList());
        // a host's receipt changes no figure of the appropriation
        jdbc.sql("""
                with k as materialized (select * from unnest(
                    :n::int[], :position::bigint[], :appropriation::text[], :year::int[], :ends::date[], :reported::bigint[])
                  as k(n, position, appropriation, year, ends, reported)),
                p as (
                  select k.n, k.reported, k.ends, k.year, p.entry, p.event, p.budget_year, p.effective_on, p.posted_on,
                    p.position * 65536 + p.row_no as place, p.position
                  from k join %s p on p.appropriation = k.appropriation and p.position <= k.position
                  where p.account not in ('HOST_RECEIVED', 'HOST_TRANSIT')),
                told as (
                  select n, 'late' as what, entry as id, min(place) as place from p
                  where budget_year = year and effective_on <= ends and posted_on > ends group by n, entry
                  union all
                  select n, 'since', event, min(place) from p where position > reported group by n, event)
                select n, what, id from (
                  select *, row_number() over (partition by n, what order by place) as place_told from told) numbered
                where place_told <= %d order by n, place""".formatted(views.qualified(BudgetsViews.LEDGER.name()), YearEntries.MOST))
                .param("n", texts(asked, k -> Integer.toString(asked.indexOf(k))))
                .param("position", texts(asked, k -> Long.toString(k.position())))
                .param("appropriation", texts(asked, k -> k.appropriation().value()))
                .param("year", texts(asked, k -> Integer.toString(k.year())))
                .param("ends", texts(asked, k -> {
                    DueDay day = ends.get(adjustmentEnds(k));
                    LocalDate last = day == null ? LocalDate.of(k.year(), 12, 31) : day.on();
                    return last.toString();
                }))
                .param("reported", texts(asked, k -> Objects.toString(k.reportedAt(), null)))
                .query(row -> {
                    Found of = found.get(row.getInt("n"));
                    if (row.getString("what").equals("late")) of.late().add(row.getString("id"));
                    else of.since().add(new EventId(row.getString("id")));
                });
        Map<YearEntries.Key, YearEntries> answers = new HashMap<>();
        for (int n = 0; n < asked.size(); n++)
            answers.put(
                    asked.get(n),
                    new YearEntries(
                            List.copyOf(found.get(n).late()),
                            List.copyOf(found.get(n).since())));
        return answers;
    }

    private static DueDay.Key adjustmentEnds(YearEntries.Key key) {
        return DueDay.Key.yearEnd(key.position(), "adjustmentEnds", key.year());
    }

    private static @Nullable String[] texts(
            List<YearEntries.Key> asked, Function<YearEntries.Key, @Nullable String> text) {
        return asked.stream().map(text).toArray(String[]::new);
    }
}
