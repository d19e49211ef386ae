/** Persons, organisations and the guard of their identifiers decide here. */
@NullMarked
package vn.minhchung.people.write;

import org.jspecify.annotations.NullMarked;
