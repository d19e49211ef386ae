/**
 * Commands of the program that serve nobody: the log into a file and out of it, the keys that stand outside the log, the log
 * to Axon Server. They start the database and nothing else.
 */
@NullMarked
@NamedInterface("commands")
package vn.minhchung.platform.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
