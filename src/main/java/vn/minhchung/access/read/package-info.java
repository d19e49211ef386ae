/** Views of accounts, delegations and signatories, and who stands behind a log-in. */
@NullMarked
package vn.minhchung.access.read;

import org.jspecify.annotations.NullMarked;
