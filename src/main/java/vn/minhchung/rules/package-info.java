/**
 * The law as dated data: rule versions put in force by recorded commands, the director's switches for rules of internal
 * control, the working-day calendar and the table of deadlines. It answers which version holds on a day and what it
 * says; it never decides about tasks or money.
 */
@NullMarked
@ApplicationModule(
        displayName = "Rules",
        allowedDependencies = {"kernel"})
package vn.minhchung.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
