package vn.minhchung.budgets;

import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/** An amount of one source and line, all years. */
public record SpendingSum(FundSource source, LineCategory line, Vnd amount) {}
