@NullMarked
package vn.minhchung.platform.table;

import org.jspecify.annotations.NullMarked;
