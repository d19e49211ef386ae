/** GraphQL fields about money that are not plain view fields. */
@NullMarked
package vn.minhchung.budgets.api;

import org.jspecify.annotations.NullMarked;
