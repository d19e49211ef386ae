@NullMarked
package vn.minhchung.platform.persistence;

import org.jspecify.annotations.NullMarked;
