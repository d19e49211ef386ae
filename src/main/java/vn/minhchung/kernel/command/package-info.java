@NullMarked
package vn.minhchung.kernel.command;

import org.jspecify.annotations.NullMarked;
