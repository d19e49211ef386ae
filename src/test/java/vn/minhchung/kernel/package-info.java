@NullMarked
package vn.minhchung.kernel;

import org.jspecify.annotations.NullMarked;
