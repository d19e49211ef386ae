@NullMarked
package vn.minhchung.results.process;

import org.jspecify.annotations.NullMarked;
