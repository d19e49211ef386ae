/**
 * Persons and organisations: who they are, under which names and numbers, and when who worked where. Personal texts stand
 * here, and everywhere, only as ciphertext under the person's key; erasing a person destroys the key and nothing else.
 */
@NullMarked
@ApplicationModule(displayName = "People", allowedDependencies = "kernel")
package vn.minhchung.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
