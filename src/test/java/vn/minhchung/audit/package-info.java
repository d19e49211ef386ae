/** Tests of the module audit. */
@NullMarked
package vn.minhchung.audit;

import org.jspecify.annotations.NullMarked;
