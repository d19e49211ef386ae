/** The views of hits and rounds. Not exposed. */
@NullMarked
package vn.minhchung.oversight.read;

import org.jspecify.annotations.NullMarked;
