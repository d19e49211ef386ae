/** Tests of the inside of audit. */
@NullMarked
package vn.minhchung.audit.write;

import org.jspecify.annotations.NullMarked;
