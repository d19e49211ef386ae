@NullMarked
package vn.minhchung.eventstore;

import org.jspecify.annotations.NullMarked;
