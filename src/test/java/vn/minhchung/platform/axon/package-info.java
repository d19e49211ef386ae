@NullMarked
package vn.minhchung.platform.axon;

import org.jspecify.annotations.NullMarked;
