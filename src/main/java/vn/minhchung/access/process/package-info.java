/** Password hashes, and the first administrator of an empty system. */
@NullMarked
package vn.minhchung.access.process;

import org.jspecify.annotations.NullMarked;
