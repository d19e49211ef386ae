@NullMarked
package vn.minhchung.platform.security;

import org.jspecify.annotations.NullMarked;
