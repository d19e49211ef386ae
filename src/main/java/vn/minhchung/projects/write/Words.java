package vn.minhchung.projects.write;

import java.util.Locale;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.text.VietnameseText;

/** Texts as they are kept: one Unicode form, single spaces. */
final class Words {
    private static final int LONGEST = 1_000;

    private Words() {}

    static String tidy(String text) {
        return VietnameseText.normalise(text).replace('\n', ' ').replaceAll(" {2,}", " ");
    }

    /** @throws Refusal INVALID_INPUT at the field for a text that says nothing, or is absurdly long */
    static String required(String text, String field) {
        String tidy = tidy(text);
        if (tidy.isEmpty() || tidy.length() > LONGEST) {
            throw Refusal.of(
                            ErrorCode.INVALID_INPUT,
                            "expected",
                            "1–%d characters".formatted(LONGEST),
                            "length",
                            tidy.length())
                    .at(field);
        }
        return tidy;
    }

    /** A code as it is compared: spelling variants of case and spaces are one code. */
    static String key(String code) {
        return tidy(code).replace(" ", "").toUpperCase(Locale.ROOT);
    }
}
