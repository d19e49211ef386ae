/** Rows of recorded events and of seals, and who may see which. */
@NullMarked
package vn.minhchung.audit.read;

import org.jspecify.annotations.NullMarked;
