@NullMarked
package vn.minhchung.rules.read;

import org.jspecify.annotations.NullMarked;
