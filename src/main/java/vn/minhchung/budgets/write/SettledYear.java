package vn.minhchung.budgets.write;

import java.util.List;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.BalanceTable;
import vn.minhchung.budgets.SettlementLine;
import vn.minhchung.kernel.Vnd;

/**
 * A closed year as its settlement is filed.
 *
 * @param total of the lines
 */
record SettledYear(AppropriationKey code, BalanceTable table, List<SettlementLine> lines, Vnd total) {}
