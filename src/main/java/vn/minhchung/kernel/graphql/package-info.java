@NullMarked
package vn.minhchung.kernel.graphql;

import org.jspecify.annotations.NullMarked;
