package vn.minhchung.kernel.graphql;

import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.view.Moment;

/**
 * A GraphQL id taken apart ({@link Moment#idOf} puts it together): the stable id, and the position when it names a past
 * object.
 */
public record GlobalId(String stableId, @Nullable Long position) {
    private static final int MOST_DIGITS = 18;

    public static GlobalId read(String id) {
        int at = id.lastIndexOf('@');
        if (at < 0) return new GlobalId(id, null);
        String digits = id.substring(at + 1);
        if (digits.isEmpty()
                || digits.length() > MOST_DIGITS
                || (digits.startsWith("0") && digits.length() > 1)
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new GlobalId(id, null);
        }
        return new GlobalId(id.substring(0, at), Long.valueOf(digits));
    }

    /** The object is the same, at whichever moment the id was given. */
    public static String stable(String id) {
        return read(id).stableId();
    }
}
