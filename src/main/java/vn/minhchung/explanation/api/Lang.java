package vn.minhchung.explanation.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.graphql.Texts;

/** The language of a sentence: the one asked for, else the caller's; Vietnamese where it is neither. */
final class Lang {
    private Lang() {}

    static Locale of(@Nullable String asked, Locale caller) {
        String language = asked == null ? caller.getLanguage() : asked.toLowerCase(Locale.ROOT);
        return language.equals("en") ? Locale.ENGLISH : Texts.VI;
    }
}
