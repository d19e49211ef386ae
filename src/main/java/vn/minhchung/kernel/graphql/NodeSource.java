package vn.minhchung.kernel.graphql;

import vn.minhchung.kernel.view.ViewTable;

/**
 * A kind of object with an id of its own: how {@code node(id)}, mutation payloads and references find it. A Spring bean of
 * the module's {@code read} package.
 *
 * @param kind the prefix of its ids, e.g. {@code project}
 * @param typeName its GraphQL type, e.g. {@code Project}
 */
public record NodeSource<V extends Record & Readable>(String kind, String typeName, ViewTable<V> table) {}
