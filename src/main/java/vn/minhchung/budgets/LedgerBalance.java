package vn.minhchung.budgets;

import vn.minhchung.kernel.Vnd;

/** What one ledger key (all of a posting but its amount) sums to. */
public record LedgerBalance(Vnd amount) {}
