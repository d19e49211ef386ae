/**
 * Accounts, roles, delegations and the signatories registered at the treasury: who may act, for whom, from when to when
 * and on which document. It never decides about tasks or money; other modules ask it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"kernel", "people"})
package vn.minhchung.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
