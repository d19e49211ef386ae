/**
 * The words every module speaks: money, ids, decisions, refusals, dates, events and views. It knows no framework and
 * depends on no other module.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, displayName = "Kernel")
package vn.minhchung.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
