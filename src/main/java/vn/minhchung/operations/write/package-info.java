/** Orders of operators, decided. */
@NullMarked
package vn.minhchung.operations.write;

import org.jspecify.annotations.NullMarked;
