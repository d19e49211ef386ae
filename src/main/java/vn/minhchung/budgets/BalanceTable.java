package vn.minhchung.budgets;

import vn.minhchung.kernel.Vnd;

/**
 * The balance of a year's appropriation as it is reported (Mẫu 20f, Mẫu 31; domain.md 2.8): what was usable and what became
 * of it. {@code remaining = usable − advanceOutstanding − actual − held}; all in whole đồng.
 *
 * @param usable carried in, assigned and adjusted, less what was cut, carried over and cancelled
 * @param advanceOutstanding advances neither cleared, returned nor moved to the next year
 * @param actual spending: paid directly or cleared
 * @param committed bound by withdrawals the treasury has not booked: part of what remains
 * @param carriedOut carried over to the next year, no longer usable here
 * @param cancelled unused and not carried over, no longer usable here
 */
public record BalanceTable(
        Vnd usable,
        Vnd advanceOutstanding,
        Vnd actual,
        Vnd held,
        Vnd committed,
        Vnd remaining,
        Vnd carriedOut,
        Vnd cancelled) {}
