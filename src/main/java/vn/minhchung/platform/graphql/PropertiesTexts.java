package vn.minhchung.platform.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.graphql.Texts;

/** Texts in UTF-8 property files, one per language; Vietnamese when the caller asks for neither. */
@Component
final class PropertiesTexts implements Texts {
    private final Properties vietnamese = read("messages_vi.properties");
    private final Properties english = read("messages_en.properties");

    @Override
    public @Nullable String text(String key, Locale language, Map<String, String> values) {
        Properties texts = language.getLanguage().equals("en") ? english : vietnamese;
        String text = texts.getProperty(key);
        return text == null ? null : filled(text, values);
    }

    private static String filled(String text, Map<String, String> values) {
        StringBuilder filled = new StringBuilder(text);
        values.forEach((name, value) -> {
            String placeholder = "{" + name + "}";
            for (int at = filled.indexOf(placeholder); at >= 0; at = filled.indexOf(placeholder, at + value.length())) {
                filled.replace(at, at + placeholder.length(), value);
            }
        });
        return filled.toString();
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in = PropertiesTexts.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("missing " + name);
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
