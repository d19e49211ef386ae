@NullMarked
package vn.minhchung.people.process;

import org.jspecify.annotations.NullMarked;
