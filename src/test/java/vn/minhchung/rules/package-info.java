@NullMarked
package vn.minhchung.rules;

import org.jspecify.annotations.NullMarked;
