/**
 * Two years in the life of a department, told through the same commands as everybody uses. Exists in the profile
 * {@code demo} only; owns no rule and no view.
 */
@NullMarked
@ApplicationModule(displayName = "Demo")
package vn.minhchung.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
