/**
 * The log taken out of its database, to be verified elsewhere: the whole of it as one bundle, and the tamper drill, which damages a copy
 * and shows what is found. A program that ends; it puts together what the platform and the module {@code audit} have.
 */
@NullMarked
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {
            "kernel",
            "eventstore",
            "eventstore :: archive",
            "platform :: codec",
            "platform :: postgres",
            "platform :: views",
            "audit",
            "budgets"
        })
package vn.minhchung.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
