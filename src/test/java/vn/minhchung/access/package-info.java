@NullMarked
package vn.minhchung.access;

import org.jspecify.annotations.NullMarked;
