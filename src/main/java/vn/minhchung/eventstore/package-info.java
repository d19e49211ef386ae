/**
 * The PostgreSQL event store: contiguous positions by group commit, one append per command, readers that skip nothing.
 */
@NullMarked
@ApplicationModule(displayName = "Event store", allowedDependencies = "kernel")
package vn.minhchung.eventstore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
