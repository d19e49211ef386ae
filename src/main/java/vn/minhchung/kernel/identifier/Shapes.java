package vn.minhchung.kernel.identifier;

import java.util.Optional;
import vn.minhchung.kernel.text.Remark;
import vn.minhchung.kernel.text.VietnameseText;

/** What the checks share. */
final class Shapes {

    private Shapes() {}

    static String compact(String text, String without) {
        return VietnameseText.normalise(text).replaceAll(without, "");
    }

    static Optional<Remark> problem(String key, String... facts) {
        return Optional.of(Remark.of("identifier." + key, facts));
    }
}
