/**
 * The log on Axon Server (profile {@code axonserver}): the same events, the same bytes and the same guarantees as on
 * PostgreSQL, over the raw connector.
 */
@NullMarked
package vn.minhchung.eventstore.axonserver;

import org.jspecify.annotations.NullMarked;
