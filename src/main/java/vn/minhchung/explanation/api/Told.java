package vn.minhchung.explanation.api;

import java.util.Locale;
import java.util.Map;
import vn.minhchung.kernel.graphql.Texts;

/** Texts of this module, which are all there. */
final class Told {
    private Told() {}

    static String text(Texts texts, String key, Locale language, Map<String, String> values) {
        String text = texts.text(key, language, values);
        if (text == null) throw new IllegalStateException("no text " + key);
        return text;
    }

    static String capital(String sentence, Locale language) {
        return sentence.isEmpty() ? sentence : sentence.substring(0, 1).toUpperCase(language) + sentence.substring(1);
    }
}
