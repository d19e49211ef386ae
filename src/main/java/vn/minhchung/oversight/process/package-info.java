/** Judges the record by the audit rules as it grows. Not exposed. */
@NullMarked
package vn.minhchung.oversight.process;

import org.jspecify.annotations.NullMarked;
