@NullMarked
package vn.minhchung.platform.moments;

import org.jspecify.annotations.NullMarked;
