/**
 * Why an answer is what it is: a figure by its postings, a state by the events that led to it, a kept refusal by its rule,
 * each with the rule versions behind it and as one sentence; and what would be otherwise under another rule version. It
 * reads what the modules before it answer, knows nothing of its own and changes nothing.
 */
@NullMarked
@ApplicationModule(
        displayName = "Explanation",
        allowedDependencies = {"kernel", "rules", "projects", "budgets", "audit", "oversight"})
package vn.minhchung.explanation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
