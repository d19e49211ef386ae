@NullMarked
package vn.minhchung.budgets;

import org.jspecify.annotations.NullMarked;
