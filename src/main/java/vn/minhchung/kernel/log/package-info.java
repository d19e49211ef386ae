/** The log as outsiders see it: one event as stored, its leaf, and the Merkle tree (RFC 6962) over all leaves. */
@NullMarked
package vn.minhchung.kernel.log;

import org.jspecify.annotations.NullMarked;
