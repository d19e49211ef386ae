package vn.minhchung.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every string of {@code messy/raw_strings_expected.csv} reads as expected, or is flagged where nothing is expected. */
class MessyStringsTest {

    record Line(String kind, String raw, String expected) {}

    static Stream<Line> lines() throws IOException {
        return readLines().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void reads_as_expected(Line line) {
        check(line, line.raw());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void reads_the_same_when_decomposed(Line line) {
        check(line, Normalizer.normalize(line.raw(), Normalizer.Form.NFD).replace(' ', '\u00A0'));
    }

    @Test
    void covers_the_whole_file() throws IOException {
        assertThat(readLines()).hasSize(28);
    }

    private static void check(Line line, String raw) {
        Reading<String> reading = switch (line.kind()) {
            case "money" -> MoneyText.read(raw).map(v -> v.digits());
            case "period" -> PeriodText.read(raw).map(Period::toString);
            case "date" -> DateText.readStated(raw).map(StatedDate::toString);
            case "score" -> ScoreText.read(raw).map(Score::points);
            case "vote" -> VoteText.read(raw).map(v -> v.inFavour() + " of " + v.total());
            case "rating" -> RatingText.read(raw).map(Rating::label);
            case "person" -> PersonText.read(raw).map(persons(line.expected()));
            default -> throw new IllegalArgumentException(line.kind());
        };
        assertThat(reading.raw()).isEqualTo(raw);
        if (line.expected().isEmpty()) {
            assertThat(reading.certainty()).isIn(Certainty.UNCLEAR, Certainty.BLANK);
        } else {
            assertThat(reading.value()).as("%s", reading.remark()).isEqualTo(line.expected());
        }
    }

    private static Function<List<NamedPerson>, String> persons(String expected) {
        return expected.equals("2 persons")
                ? list -> list.size() + " persons"
                : list -> list.getFirst().toText();
    }

    private static List<Line> readLines() throws IOException {
        @Nullable InputStream in = MessyStringsTest.class.getResourceAsStream("/messy/raw_strings_expected.csv");
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(Objects.requireNonNull(in))) {
            return csv.stream()
                    .map(r -> new Line(r.getField("kind"), r.getField("raw"), r.getField("expected")))
                    .toList();
        }
    }
}
