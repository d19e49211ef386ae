package vn.minhchung.budgets.write;

import java.util.regex.Pattern;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/** Documents named by what they contain. */
final class Documents {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private Documents() {}

    /** @throws Refusal INVALID_INPUT unless it is a SHA-256 in lower-case hex */
    static String sha256(String document, String field) {
        if (!SHA_256.matcher(document).matches())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", document, "expected", "SHA-256")
                    .at(field);
        return document;
    }
}
