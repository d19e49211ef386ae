/** What happens by itself: keeping refused attempts, sealing each day. */
@NullMarked
package vn.minhchung.audit.process;

import org.jspecify.annotations.NullMarked;
