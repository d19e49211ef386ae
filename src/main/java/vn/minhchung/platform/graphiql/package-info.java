@NullMarked
package vn.minhchung.platform.graphiql;

import org.jspecify.annotations.NullMarked;
