/** Documents generated from the code, checked in and compared at every build. */
@NullMarked
package vn.minhchung.docs;

import org.jspecify.annotations.NullMarked;
