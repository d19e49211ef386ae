@NullMarked
package vn.minhchung.rules.write;

import org.jspecify.annotations.NullMarked;
