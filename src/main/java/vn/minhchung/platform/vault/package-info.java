/**
 * Persons' keys: who holds a key can read the person, whoever destroys it erases the person everywhere at once. The keys
 * live in tables of their own that only this package's database role enters.
 */
@NullMarked
package vn.minhchung.platform.vault;

import org.jspecify.annotations.NullMarked;
