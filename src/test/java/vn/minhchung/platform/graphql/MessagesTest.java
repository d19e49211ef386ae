package vn.minhchung.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.ErrorCode;

/** What people read when something is refused: in both languages, with the way out, amounts as people write them. */
class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private final Properties vietnamese = read("messages_vi.properties");
    private final Properties english = read("messages_en.properties");

    @Test
    void each_text_stands_in_both_languages_with_the_same_placeholders() {
        assertThat(english.stringPropertyNames()).isEqualTo(vietnamese.stringPropertyNames());
        for (String key : vietnamese.stringPropertyNames()) {
            assertThat(placeholders(english.getProperty(key)))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(placeholders(vietnamese.getProperty(key)));
        }
    }

    @Test
    void each_refusal_says_what_is_wrong_and_what_would_be_lawful() {
        for (ErrorCode code : ErrorCode.values()) {
            for (String kind : List.of("refusal.", "wayOut.")) {
                assertThat(vietnamese.getProperty(kind + code)).as(kind + code).isNotBlank();
            }
        }
    }

    @Test
    void an_amount_in_a_refusal_is_grouped_as_people_write_it() {
        Map<String, String> facts = Map.of("remaining", "1250000000", "difference", "-5000", "code", "12345");

        assertThat(Errors.asRead(facts, Locale.of("vi")))
                .isEqualTo(Map.of("remaining", "1.250.000.000", "difference", "-5.000", "code", "12345"));
        assertThat(Errors.asRead(facts, Locale.ENGLISH)).containsEntry("remaining", "1,250,000,000");
        assertThat(Errors.asRead(Map.of("limit", "2025-01-31"), Locale.of("vi")))
                .containsEntry("limit", "2025-01-31");
    }

    private static List<String> placeholders(String text) {
        try (Stream<MatchResult> found = PLACEHOLDER.matcher(text).results()) {
            return found.map(MatchResult::group).distinct().toList();
        }
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in =
                Objects.requireNonNull(MessagesTest.class.getClassLoader().getResourceAsStream(name))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
