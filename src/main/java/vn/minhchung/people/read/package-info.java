/** Views of persons and organisations. */
@NullMarked
package vn.minhchung.people.read;

import org.jspecify.annotations.NullMarked;
