@NullMarked
package vn.minhchung.access.write;

import org.jspecify.annotations.NullMarked;
