/** Sealing a day of refused attempts. */
@NullMarked
package vn.minhchung.audit.write;

import org.jspecify.annotations.NullMarked;
