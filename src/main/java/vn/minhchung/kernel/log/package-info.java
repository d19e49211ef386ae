/**
 * The log as outsiders see it: an event as stored, its leaf, the Merkle tree over all leaves (RFC 6962) with its tiles and
 * proofs, and signed checkpoints with witnesses' cosignatures (C2SP). Nothing here needs a store.
 */
@NullMarked
package vn.minhchung.kernel.log;

import org.jspecify.annotations.NullMarked;
