package vn.minhchung.kernel.identifier;

import java.util.Locale;
import java.util.Optional;
import vn.minhchung.kernel.text.Remark;

/** DOI: {@code 10.prefix/suffix}, compared without regard to case. Source: ISO 26324; the shape is CrossRef's. */
final class Doi {

    private Doi() {}

    static String normalise(String text) {
        return Shapes.compact(text, "\\s")
                .replaceFirst("(?i)^(https?://)?(dx\\.)?doi\\.org/|^doi:", "")
                .toLowerCase(Locale.ROOT);
    }

    static Optional<Remark> check(String doi) {
        return doi.matches("10\\.\\d{4,9}(\\.\\d+)*/[\\x21-\\x7E]{1,200}")
                ? Optional.empty()
                : Shapes.problem("doi.shape");
    }
}
