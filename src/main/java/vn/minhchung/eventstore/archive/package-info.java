/**
 * The whole log in a file and out of it, for another PostgreSQL, for verifiers, for twenty years from now. What it reads and
 * writes are stored bytes; it decodes no event.
 */
@NullMarked
@NamedInterface("archive")
package vn.minhchung.eventstore.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
