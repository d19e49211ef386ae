package vn.minhchung.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.LedgerAccount;

/** What is done to what is shown; events and seals stay. */
final class ViewWays {
    private static final String LEDGER = LogCopy.VIEWS + "." + BudgetsViews.LEDGER.name();

    private ViewWays() {}

    static List<Way> all() {
        return List.of(Way.at("view row edited", "sửa một dòng của phần tra cứu", ViewWays::posting));
    }

    /** In the ledger, of which as many entries down as the position says, round and round: one đồng more. */
    private static Expected posting(LogCopy copy, long position) {
        String[] accounts = Arrays.stream(LedgerAccount.values())
                .filter(BalanceReport::shown)
                .map(Enum::name)
                .toArray(String[]::new);
        // the last position is that of the last entry
        long down = position == copy.size() ? -1 : position - 1;
        long at = copy.find(Long.class, """
                        with entries as (
                          select position, row_number() over (order by position) - 1 as down, count(*) over () as many
                          from (select distinct position from %1$s where account = any(:accounts)) moved),
                        chosen as (
                          select position from entries where down = (:down + many) %% many)
                        update %1$s set amount = amount + 1 where (position, row_no) = (
                          select position, min(row_no) from chosen join %1$s using (position)
                          where account = any(:accounts) group by position)
                        returning position""".formatted(LEDGER), Map.of("accounts", accounts, "down", down))
                .orElse(0L);
        if (at == 0) return Expected.of("OK", 0, EventWays.kept(copy));
        return Expected.of(new Finding("VIEW", at), new Finding("REPORT", 0), EventWays.kept(copy));
    }
}
