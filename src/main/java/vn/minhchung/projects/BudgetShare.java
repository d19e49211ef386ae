package vn.minhchung.projects;

import vn.minhchung.kernel.Vnd;

/**
 * Approved money of one source, line and year. The shares of one approval have distinct (source, line, year).
 *
 * @param year planned budget year
 * @param amount whole đồng, above zero
 */
public record BudgetShare(FundSource source, LineCategory line, int year, Vnd amount) {}
