/** Measurements, run by {@code ./mvnw -Pbench}; never a test, never a bound in one. */
@NullMarked
package vn.minhchung.bench;

import org.jspecify.annotations.NullMarked;
