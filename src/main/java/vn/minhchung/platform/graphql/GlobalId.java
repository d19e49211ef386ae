package vn.minhchung.platform.graphql;

import org.jspecify.annotations.Nullable;

/** A GraphQL id taken apart: the stable id, and the position when it names a past object. */
record GlobalId(String stableId, @Nullable Long position) {
    static GlobalId read(String id) {
        int at = id.lastIndexOf('@');
        if (at < 0) return new GlobalId(id, null);
        String digits = id.substring(at + 1);
        if (digits.isEmpty()
                || digits.length() > 18
                || (digits.startsWith("0") && digits.length() > 1)
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new GlobalId(id, null);
        }
        return new GlobalId(id.substring(0, at), Long.valueOf(digits));
    }
}
