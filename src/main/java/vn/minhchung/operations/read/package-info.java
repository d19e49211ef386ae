/** Orders of operators, shown. */
@NullMarked
package vn.minhchung.operations.read;

import org.jspecify.annotations.NullMarked;
