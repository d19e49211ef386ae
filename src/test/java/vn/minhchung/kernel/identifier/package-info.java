@NullMarked
package vn.minhchung.kernel.identifier;

import org.jspecify.annotations.NullMarked;
