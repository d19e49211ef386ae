@NullMarked
package vn.minhchung.kernel.text;

import org.jspecify.annotations.NullMarked;
