/** What tests of several modules share. */
@NullMarked
package vn.minhchung.testing;

import org.jspecify.annotations.NullMarked;
