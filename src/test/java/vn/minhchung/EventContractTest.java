package vn.minhchung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.EventType;
import vn.minhchung.platform.axon.EventTypes;
import vn.minhchung.platform.axon.JacksonEventCodec;
import vn.minhchung.testing.Examples;
import vn.minhchung.testing.Golden;

/** The contract with our own past: what was stored once is read for ever, and nobody changes it by accident. */
class EventContractTest {
    private static final Path SAMPLES = Path.of("axon/events");
    private static final Pattern SAMPLE = Pattern.compile("([a-z]+\\.[A-Za-z0-9]+)\\.([0-9]+)(?:\\.[a-z-]+)?\\.json");
    private static final Map<String, DomainEvent> EXAMPLES = Examples.byName();

    private final JsonMapper json = JsonMapper.builder().build();

    /** Made once: finding all events takes a while. */
    private static final EventCodec CODEC = JacksonEventCodec.scanned();

    static Stream<String> eventNames() {
        return EventTypes.scan().all().stream()
                .filter(named -> inMainCode(named.type()))
                .map(EventTypes.Named::name)
                .sorted();
    }

    /** Tests keep events of their own. */
    private static boolean inMainCode(Class<?> type) {
        var source = type.getProtectionDomain().getCodeSource();
        return source != null && source.getLocation().getPath().endsWith("/classes/");
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("eventNames")
    void today_s_json_is_the_newest_sample(String name) {
        DomainEvent example = EXAMPLES.get(name);
        assertThat(example).as("no sample in any *Examples.all(): " + name).isNotNull();

        String written = new String(CODEC.encode(Objects.requireNonNull(example)), StandardCharsets.UTF_8);

        EventType type = Objects.requireNonNull(example.getClass().getAnnotation(EventType.class));
        Golden.check(SAMPLES.resolve(name + "." + type.revision() + ".json"), pretty(written));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_sample_still_reads(Path sample) throws IOException {
        var named = SAMPLE.matcher(String.valueOf(sample.getFileName()));
        assertThat(named.matches())
                .as(sample + " is named <module>.<Event>.<revision>.json")
                .isTrue();

        DomainEvent read = CODEC.decode(1, named.group(1), named.group(2), Files.readAllBytes(sample));

        assertThat(read.getClass().isRecord()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("eventNames")
    void what_is_written_reads_back_the_same(String name) {
        DomainEvent example = Objects.requireNonNull(EXAMPLES.get(name), name);
        EventType type = Objects.requireNonNull(example.getClass().getAnnotation(EventType.class));

        byte[] written = CODEC.encode(example);

        DomainEvent read = CODEC.decode(1, name, Integer.toString(type.revision()), written);
        assertThat(read).isEqualTo(example);
        assertThat(CODEC.encode(read)).isEqualTo(written);
    }

    /** Decoded events are kept and decided on again and again: no aggregate may change what the next one reads. */
    @ParameterizedTest
    @MethodSource("samples")
    void nobody_can_change_what_was_read(Path sample) throws Exception {
        var named = SAMPLE.matcher(String.valueOf(sample.getFileName()));
        assertThat(named.matches()).isTrue();

        requireFixed(CODEC.decode(1, named.group(1), named.group(2), Files.readAllBytes(sample)));
    }

    private static void requireFixed(@Nullable Object value) throws ReflectiveOperationException {
        switch (value) {
            case Collection<?> items -> {
                assertThatThrownBy(items::clear).isInstanceOf(UnsupportedOperationException.class);
                for (Object item : items) requireFixed(item);
            }
            case Map<?, ?> map -> {
                assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
                for (Object item : map.values()) requireFixed(item);
            }
            case Record content -> {
                for (RecordComponent component : content.getClass().getRecordComponents()) {
                    assertThat(component.getType().isArray())
                            .as(component + " could be changed")
                            .isFalse();
                    component.getAccessor().setAccessible(true);
                    requireFixed(component.getAccessor().invoke(content));
                }
            }
            case null, default -> {}
        }
    }

    @Test
    void each_event_has_a_sentence_in_both_languages() throws IOException {
        for (String language : List.of("vi", "en")) {
            Properties texts = new Properties();
            try (var reader =
                    Files.newBufferedReader(Path.of("src/main/resources/messages_" + language + ".properties"))) {
                texts.load(reader);
            }
            Set<String> without = eventNames()
                    .filter(name -> texts.getProperty("sentence." + name, "").isBlank())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(without).as("events without a sentence, " + language).isEmpty();
        }
    }

    private String pretty(String written) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(written)) + "\n";
    }
}
