@NullMarked
package vn.minhchung.people.write;

import org.jspecify.annotations.NullMarked;
