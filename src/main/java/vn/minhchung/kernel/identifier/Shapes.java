package vn.minhchung.kernel.identifier;

import java.util.Optional;
import vn.minhchung.kernel.text.Remark;
import vn.minhchung.kernel.text.VietnameseText;

/** What the checks share. */
final class Shapes {

    private static final int LONGEST = 300;

    private Shapes() {}

    /** The text without what people add; nothing of a text longer than any identifier, which then has no shape. */
    static String compact(String text, String without) {
        if (text.length() > LONGEST) {
            return "";
        }
        return VietnameseText.normalise(text).replaceAll(without, "");
    }

    static Optional<Remark> problem(String key, String... facts) {
        return Optional.of(Remark.of("identifier." + key, facts));
    }
}
