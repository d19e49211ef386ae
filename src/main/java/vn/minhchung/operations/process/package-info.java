/** What processes could not do, kept and tried again. */
@NullMarked
package vn.minhchung.operations.process;

import org.jspecify.annotations.NullMarked;
