/**
 * Identifiers people type, with their check digits and shapes (domain: codes in use in Viet Nam and in science). A check
 * says what is wrong and never throws; what to do about it is the caller's rule. Problems never repeat the identifier,
 * for some of them are personal data.
 */
@NullMarked
package vn.minhchung.kernel.identifier;

import org.jspecify.annotations.NullMarked;
