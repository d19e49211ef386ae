@NullMarked
package vn.minhchung.platform.views;

import org.jspecify.annotations.NullMarked;
