package vn.minhchung.kernel.graphql;

import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/**
 * Arguments of a connection, checked: {@code first} 1–100 (default 20), {@code after} the identity order of the cursor (0:
 * from the start). A parameter of any controller method; the {@code Moment} parameter beside it is then the cursor's.
 */
public record PageArgs(int first, long after) {
    private static final int LARGEST = 100;
    private static final int DEFAULT = 20;

    /**
     * How many a page may have.
     *
     * @param first as asked
     * @throws Refusal LIMIT_EXCEEDED
     */
    public static int size(@Nullable Integer first) {
        int wanted = first == null ? DEFAULT : first;
        if (wanted < 1 || wanted > LARGEST)
            throw Refusal.of(ErrorCode.LIMIT_EXCEEDED, "of", "page", "limit", LARGEST, "actual", wanted)
                    .at("first");
        return wanted;
    }
}
