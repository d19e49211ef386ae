/**
 * PostgreSQL as this system needs it: the embedded server (zonky's binaries only), roles and migrations, and the checks
 * that refuse to write to a server which could lose an acknowledged event or let one be altered.
 */
@NullMarked
@NamedInterface("postgres")
package vn.minhchung.platform.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
