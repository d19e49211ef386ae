package vn.minhchung.budgets;

import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/** What a version of an estimate says of one source, line and year, and what the version before it said. */
public record LineChange(FundSource source, LineCategory line, int year, Vnd before, Vnd after) {}
