/**
 * A witness of a transparency log, run elsewhere and by somebody else: knows the log by its address and its key, and nothing of the
 * rest of this program. Bên chứng kiến.
 */
@ApplicationModule(displayName = "witness · bên chứng kiến", allowedDependencies = "kernel")
@NullMarked
package vn.minhchung.witness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
