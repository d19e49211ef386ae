package vn.minhchung.budgets;

import vn.minhchung.kernel.Vnd;

/**
 * The state money of a task as it stands when its settlement is filed; all in whole đồng. Nothing is outstanding by then.
 *
 * @param approved approved budget
 * @param paid advanced and paid by the treasury, less what came back
 * @param actual spending at the treasury: paid directly or cleared
 * @param spent reported by the host and accepted
 * @param saved savings accepted
 * @param refundOrdered what a refund decision orders to be paid into the budget
 */
public record TaskBalance(Vnd approved, Vnd paid, Vnd actual, Vnd spent, Vnd saved, Vnd refundOrdered) {}
