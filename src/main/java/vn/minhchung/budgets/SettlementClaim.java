package vn.minhchung.budgets;

import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.LineCategory;

/** What a host asks to be settled of a budget line; whole đồng of state money, above zero. */
public record SettlementClaim(LineCategory line, Vnd amount) {}
