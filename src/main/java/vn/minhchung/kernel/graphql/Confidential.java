package vn.minhchung.kernel.graphql;

/**
 * Where it is noted that an operation opens a confidential record; a parameter of any controller method. Fields declared
 * {@code @confidential} note themselves. The answer is given once what was noted is kept.
 */
@FunctionalInterface
public interface Confidential {
    /**
     * @param object the id of the person or object that what was read tells about
     * @param field of the schema, {@code Type.field}
     */
    void opened(String object, String field);
}
