/**
 * Results and the archive of past tasks. So far: the import of tables as departments keep them. It reads, reports line by
 * line, and sends the same command as everybody; it never writes by itself.
 */
@NullMarked
@ApplicationModule(
        displayName = "Results",
        allowedDependencies = {"kernel", "projects"})
package vn.minhchung.results;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
