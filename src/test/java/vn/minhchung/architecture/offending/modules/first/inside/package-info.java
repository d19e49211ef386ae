/** Breaks the rules on purpose: shows that they can fail. */
@NullMarked
package vn.minhchung.architecture.offending.modules.first.inside;

import org.jspecify.annotations.NullMarked;
