/**
 * Public money of tasks: the unit's year appropriations, what of them is allocated to a task, withdrawals at the treasury,
 * and the double-entry ledger every figure is a sum over. The four amounts of domain.md 2.1 are separate accounts and are
 * never mixed. It never decides what a task is or what was approved: that is the module {@code projects}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Budgets",
        allowedDependencies = {"kernel", "people", "access", "rules", "projects"})
package vn.minhchung.budgets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
