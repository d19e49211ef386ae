@NullMarked
package vn.minhchung.kernel.view;

import org.jspecify.annotations.NullMarked;
