/** The rules of the code base as values, so that the tests hold them against the code and against offenders. */
@NullMarked
package vn.minhchung.architecture;

import org.jspecify.annotations.NullMarked;
