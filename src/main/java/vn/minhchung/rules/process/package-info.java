/** Reads the files that ship with the program; they only propose. */
@NullMarked
package vn.minhchung.rules.process;

import org.jspecify.annotations.NullMarked;
