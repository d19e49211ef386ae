/** Explanations in GraphQL. Not exposed. */
@NullMarked
package vn.minhchung.explanation.api;

import org.jspecify.annotations.NullMarked;
