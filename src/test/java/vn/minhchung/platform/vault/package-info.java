@NullMarked
package vn.minhchung.platform.vault;

import org.jspecify.annotations.NullMarked;
