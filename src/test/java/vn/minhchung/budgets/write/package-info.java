@NullMarked
package vn.minhchung.budgets.write;

import org.jspecify.annotations.NullMarked;
