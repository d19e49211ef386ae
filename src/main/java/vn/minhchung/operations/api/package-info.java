/** How the views stand, in GraphQL. */
@NullMarked
package vn.minhchung.operations.api;

import org.jspecify.annotations.NullMarked;
