/** What the system measures about itself, for Micrometer: names begin with {@code minhchung.}. */
@NullMarked
package vn.minhchung.platform.metrics;

import org.jspecify.annotations.NullMarked;
