@NullMarked
package vn.minhchung.rules.process;

import org.jspecify.annotations.NullMarked;
