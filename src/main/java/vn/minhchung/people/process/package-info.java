/** What must happen after an event: a destroyed key after an erasure. */
@NullMarked
package vn.minhchung.people.process;

import org.jspecify.annotations.NullMarked;
