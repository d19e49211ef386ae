package vn.minhchung.kernel.graphql;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translated texts from {@code messages_*.properties}; placeholders {@code {name}} are filled by name. */
public interface Texts {
    Locale VI = Locale.of("vi");

    /** The text, or null when the language has none under this key. */
    @Nullable
    String text(String key, Locale language, Map<String, String> values);
}
