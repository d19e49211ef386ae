/** The one shape of JSON in which events, envelopes and views are stored. */
@NullMarked
package vn.minhchung.platform.json;

import org.jspecify.annotations.NullMarked;
