/**
 * What was recorded, read back: every event with who, why and on which basis, one plain sentence each, live; and the
 * attempts that were refused, and who read what, sealed day by day. It reads the raw message (name, bytes, envelope) and knows no event type
 * of another module; it changes nothing but its own seals.
 */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel"})
package vn.minhchung.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
