/** GraphQL fields about tasks that are not record components. */
@NullMarked
package vn.minhchung.projects.api;

import org.jspecify.annotations.NullMarked;
