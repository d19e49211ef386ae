/**
 * S&amp;T tasks (nhiệm vụ khoa học và công nghệ): their approval, contract, codes and publication, and past tasks as a
 * source publishes them. It owns who a task is for, what was approved and which rule versions it pinned; it never holds
 * money: that is the module {@code budgets}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Projects",
        allowedDependencies = {"kernel", "people", "rules"})
package vn.minhchung.projects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
