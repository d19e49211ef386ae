/** The views of money: the ledger, appropriations, withdrawals, and what waits for whom. */
@NullMarked
package vn.minhchung.budgets.read;

import org.jspecify.annotations.NullMarked;
