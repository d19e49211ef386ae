/** Tests of the whole system, over HTTP and the real store. */
@NullMarked
package vn.minhchung.system;

import org.jspecify.annotations.NullMarked;
