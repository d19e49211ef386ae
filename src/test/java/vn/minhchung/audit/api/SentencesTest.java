package vn.minhchung.audit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.ToldAs;
import vn.minhchung.kernel.Vnd;

class SentencesTest {
    private static final LocalDate AT_THE_TREASURY = LocalDate.of(2024, 3, 29);

    private record Returned(@Nullable String reason, LocalDate effectiveOn, Source source) {}

    private record Source(String number, String article) {}

    @Test
    void the_day_and_the_reason_of_the_event_go_before_those_of_its_decision() {
        Map<String, @Nullable Object> values = decision();
        Sentences.flatten("", new Returned("Sai mục", AT_THE_TREASURY, new Source("27/2015", "Điều 12")), values);
        assertThat(values)
                .containsEntry("reason", "Sai mục")
                .containsEntry("effectiveOn", AT_THE_TREASURY)
                .containsEntry("source.number", "27/2015");
    }

    @Test
    void a_reason_the_event_leaves_out_is_that_of_its_decision() {
        Map<String, @Nullable Object> values = decision();
        Sentences.flatten("", new Returned(null, AT_THE_TREASURY, new Source("27/2015", "Điều 12")), values);
        assertThat(values).containsEntry("reason", "Đã đối chiếu");
    }

    private record Found(Gap gap) {}

    private record Gap(String source, String unit) implements ToldAs {
        @Override
        public Map<String, Object> toldAs() {
            return Map.of("source", Vnd.parse(source));
        }
    }

    @Test
    void a_part_that_knows_better_tells_its_texts_as_what_they_stand_for() {
        Map<String, @Nullable Object> values = decision();
        Sentences.flatten("", new Found(new Gap("450000001", "VND")), values);
        assertThat(values).containsEntry("gap.source", Vnd.of(450_000_001)).containsEntry("gap.unit", "VND");
    }

    private static Map<String, @Nullable Object> decision() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("reason", "Đã đối chiếu");
        values.put("effectiveOn", LocalDate.of(2024, 4, 1));
        return values;
    }
}
