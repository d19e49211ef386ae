/** Tests of the inside of audit. */
@NullMarked
package vn.minhchung.audit.api;

import org.jspecify.annotations.NullMarked;
