/** The GraphQL fields of rules that are not plain values. */
@NullMarked
package vn.minhchung.rules.api;

import org.jspecify.annotations.NullMarked;
