/** The views of rules, calendars and gaps. */
@NullMarked
package vn.minhchung.rules.read;

import org.jspecify.annotations.NullMarked;
