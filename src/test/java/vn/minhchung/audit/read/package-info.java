/** Tests of the inside of audit. */
@NullMarked
package vn.minhchung.audit.read;

import org.jspecify.annotations.NullMarked;
