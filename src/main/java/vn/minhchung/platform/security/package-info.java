/**
 * The door: who is let in and as whom. HTTP Basic for local accounts, bearer tokens of one OpenID Connect issuer where it
 * is configured; no session, no cookie. What the one let in may do is declared on commands and fields, not here.
 */
@NullMarked
package vn.minhchung.platform.security;

import org.jspecify.annotations.NullMarked;
