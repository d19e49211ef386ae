/** Deciding about money: the aggregates that guard it and the desks where commands arrive. */
@NullMarked
package vn.minhchung.budgets.write;

import org.jspecify.annotations.NullMarked;
