/** Axon, spelled out: command bus, event store, aggregates. Nothing here is auto-configured. */
@NullMarked
@NamedInterface("codec")
package vn.minhchung.platform.axon;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
