package vn.minhchung.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.kernel.Vnd;

/** The 95 published tasks of the demo: every cell that is not blank has an exact reading, and the totals are right. */
class PublishedTasksTest {

    private final List<NamedCsvRecord> rows = rows();

    @Test
    void the_control_totals_are_met() {
        assertThat(rows).hasSize(95);
        assertThat(total("total_budget_vnd")).isEqualTo(Vnd.of(11_213_231_000L));
        assertThat(total("state_budget_vnd")).isEqualTo(Vnd.of(1_496_709_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "end", "council_date"})
    void every_date_reads_as_printed(String column) {
        assertThat(readings(column, DateText::read))
                .isNotEmpty()
                .allSatisfy(r ->
                        assertThat(Objects.requireNonNull(r.value()).value()).isEqualTo(r.raw()))
                .allSatisfy(r -> assertThat(r.certainty()).isEqualTo(Certainty.EXACT));
    }

    @Test
    void every_rating_reads_as_printed() {
        assertThat(readings("result_rating", RatingText::read))
                .isNotEmpty()
                .allSatisfy(r ->
                        assertThat(Objects.requireNonNull(r.value()).label()).isEqualTo(r.raw()));
    }

    @Test
    void every_investigator_is_read_and_two_stay_two() {
        List<Reading<List<NamedPerson>>> readings = readings("principal_investigator", PersonText::read);

        assertThat(readings).isNotEmpty().allSatisfy(r -> {
            List<NamedPerson> persons = Objects.requireNonNull(r.value(), r.toString());
            assertThat(persons.stream().map(NamedPerson::toText).collect(Collectors.joining("; ")))
                    .isEqualTo(r.raw().replace("NCS Đỗ", "NCS. Đỗ"));
            assertThat(persons).hasSize(r.raw().split(";", -1).length);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"title_vi", "host_organisation", "province", "notes", "field"})
    void no_text_is_taken_for_an_old_encoding(String column) {
        assertThat(readings(column, LegacyEncoding::repair))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.certainty()).as(r.raw()).isEqualTo(Certainty.EXACT));
    }

    private Vnd total(String column) {
        return Vnd.sum(readings(column, raw -> MoneyText.read(raw, MoneyUnit.DONG)).stream()
                .map(r -> Objects.requireNonNull(r.value()))
                .toList());
    }

    private <T> List<Reading<T>> readings(String column, Function<String, Reading<T>> read) {
        return rows.stream()
                .map(r -> r.getField(column))
                .filter(raw -> !raw.isEmpty())
                .map(read)
                .toList();
    }

    private static List<NamedCsvRecord> rows() {
        InputStream in = Objects.requireNonNull(PublishedTasksTest.class.getResourceAsStream("/demo/vn_tasks.csv"));
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
