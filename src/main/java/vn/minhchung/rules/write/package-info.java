/** Where rules and calendars are decided, and where decisions of other modules ask for them. */
@NullMarked
package vn.minhchung.rules.write;

import org.jspecify.annotations.NullMarked;
