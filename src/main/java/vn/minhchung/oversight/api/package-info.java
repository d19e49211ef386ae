/** Hits and rounds in GraphQL. Not exposed. */
@NullMarked
package vn.minhchung.oversight.api;

import org.jspecify.annotations.NullMarked;
