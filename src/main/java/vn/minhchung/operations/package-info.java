/**
 * Running the system, on record: an operator lets a stopped view go on or has views made again, and says why; how the views
 * stand and what they hold is told here. It decides nothing about tasks or money and changes no view itself: whichever node
 * follows carries the orders out.
 */
@NullMarked
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {"kernel"})
package vn.minhchung.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
