@NullMarked
package vn.minhchung.people;

import org.jspecify.annotations.NullMarked;
