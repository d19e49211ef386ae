/** Decides what is a new hit, and what becomes of one. Not exposed. */
@NullMarked
package vn.minhchung.oversight.write;

import org.jspecify.annotations.NullMarked;
