package vn.minhchung.budgets;

import vn.minhchung.kernel.Vnd;

/**
 * A part of a report that is not accepted as spent.
 *
 * @param item number of the item in the report, from 1
 * @param amount above zero, at most the item's
 */
public record NotAccepted(int item, Vnd amount, String reason) {}
