/** The GraphQL fields of the record. */
@NullMarked
package vn.minhchung.audit.api;

import org.jspecify.annotations.NullMarked;
