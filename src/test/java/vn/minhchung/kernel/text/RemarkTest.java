package vn.minhchung.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemarkTest {

    private static final Pattern KEY =
            Pattern.compile("\"((?:text|identifier|table|import)\\.[a-z_]+(?:\\.[a-z_]+)?)\"");
    private static final Pattern IDENTIFIER_KEY = Pattern.compile("Shapes\\.problem\\(\"([a-z_.]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_remark_has_a_text_and_every_text_a_remark(String language) throws IOException {
        Properties messages = new Properties();
        Path file = Path.of("src/main/resources/messages_" + language + ".properties");
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        Set<String> texts = new TreeSet<>(messages.stringPropertyNames());
        texts.removeIf(k -> !k.matches("(text|identifier|table|import)\\..*"));

        assertThat(texts).isEqualTo(keysInSource());
    }

    @Test
    void a_stored_remark_reads_back_whatever_its_facts_hold() {
        for (Remark remark : List.of(
                Remark.of("text.money.around"),
                Remark.of("text.money.range", "1|2", "\\", "", "a\\|b"),
                Remark.of("text.date.bound", "trước", "2020"))) {
            assertThat(Remark.parse(remark.stored())).isEqualTo(remark);
        }
        assertThat(Remark.of("text.money.range", "500", "600").stored()).isEqualTo("text.money.range|500|600");
    }

    private static Set<String> keysInSource() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/vn/minhchung"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher key = KEY.matcher(source);
                while (key.find()) {
                    keys.add(key.group(1));
                }
                Matcher identifier = IDENTIFIER_KEY.matcher(source);
                while (identifier.find()) {
                    keys.add("identifier." + identifier.group(1));
                }
            }
        }
        return keys;
    }
}
