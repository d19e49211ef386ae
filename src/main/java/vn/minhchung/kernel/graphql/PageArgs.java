package vn.minhchung.kernel.graphql;

/**
 * Arguments of a connection, checked: {@code first} 1–100 (default 20), {@code after} the identity order of the cursor (0:
 * from the start). A parameter of any controller method; the {@code Moment} parameter beside it is then the cursor's.
 */
public record PageArgs(int first, long after) {}
