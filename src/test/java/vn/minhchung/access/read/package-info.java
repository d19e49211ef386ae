@NullMarked
package vn.minhchung.access.read;

import org.jspecify.annotations.NullMarked;
