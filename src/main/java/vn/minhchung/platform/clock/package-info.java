@NullMarked
package vn.minhchung.platform.clock;

import org.jspecify.annotations.NullMarked;
