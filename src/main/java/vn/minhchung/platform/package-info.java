/** The only place that configures frameworks: Axon, GraphQL, security, persistence, the clock. */
@NullMarked
@ApplicationModule(displayName = "Platform")
package vn.minhchung.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
