package vn.minhchung.budgets;

import vn.minhchung.kernel.Vnd;

/**
 * What one ledger key (all of a posting but its amount) sums to.
 *
 * @param number short for the key: the place in the record of its first posting
 */
public record LedgerBalance(long number, Vnd amount) {}
