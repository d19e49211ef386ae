/** GraphQL fields that are not plain view fields. */
@NullMarked
package vn.minhchung.people.api;

import org.jspecify.annotations.NullMarked;
