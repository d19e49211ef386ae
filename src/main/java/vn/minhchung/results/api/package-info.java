@NullMarked
package vn.minhchung.results.api;

import org.jspecify.annotations.NullMarked;
