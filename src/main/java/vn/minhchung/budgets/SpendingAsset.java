package vn.minhchung.budgets;

import vn.minhchung.kernel.Vnd;

/** A fixed asset that was bought: its card, its price, and where it stands. */
public record SpendingAsset(String card, Vnd price, String place) {}
