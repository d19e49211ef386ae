@NullMarked
package vn.minhchung.platform.postgres;

import org.jspecify.annotations.NullMarked;
