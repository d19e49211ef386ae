/** Axon, spelled out: command bus, event store, aggregates. Nothing here is auto-configured. */
@NullMarked
package vn.minhchung.platform.axon;

import org.jspecify.annotations.NullMarked;
