/** Accounts, delegations and signatory lists decide here. */
@NullMarked
package vn.minhchung.access.write;

import org.jspecify.annotations.NullMarked;
