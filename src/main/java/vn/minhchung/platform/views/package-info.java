/**
 * Views versioned by position: tables made from the modules' declarations, one follower that fills them, reading as of any
 * position, rebuild and comparison by hash.
 */
@NullMarked
@NamedInterface("views")
package vn.minhchung.platform.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
