/** GraphQL fields that are not plain view fields. */
@NullMarked
package vn.minhchung.access.api;

import org.jspecify.annotations.NullMarked;
