/** How an application under test is killed at a point of its code. */
@NullMarked
package vn.minhchung.testing.crash;

import org.jspecify.annotations.NullMarked;
