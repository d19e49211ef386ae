/** Spring GraphQL, wired once: moments, viewers, access, mutations, limits. Business modules only see kernel types. */
@NullMarked
package vn.minhchung.platform.graphql;

import org.jspecify.annotations.NullMarked;
