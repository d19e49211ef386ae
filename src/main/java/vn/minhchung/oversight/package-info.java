/**
 * Continuous audit: dated audit rules (families {@code audit.<name>}) judged over what was recorded, and what became of each
 * hit. It reads the events of the modules before it and changes nothing of theirs: a hit accuses nobody, refuses nothing
 * and is never deleted. Kept apart from {@code audit}, which reads the raw message and knows no event type.
 */
@NullMarked
@ApplicationModule(
        displayName = "Oversight",
        allowedDependencies = {"kernel", "people", "access", "rules", "projects", "budgets"})
package vn.minhchung.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
