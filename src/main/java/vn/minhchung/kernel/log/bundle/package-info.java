/**
 * The audit bundle: one file that shows what stood behind an object and is verified without the system
 * ({@code docs/bundle.md}). It only writes; who reads are the two verifiers under {@code src/main/resources/verify}.
 */
@NullMarked
package vn.minhchung.kernel.log.bundle;

import org.jspecify.annotations.NullMarked;
