/** Runs the rounds of the modules' processes. */
@NullMarked
package vn.minhchung.platform.process;

import org.jspecify.annotations.NullMarked;
