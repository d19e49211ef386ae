@NullMarked
package vn.minhchung.access.process;

import org.jspecify.annotations.NullMarked;
