package vn.minhchung.rules.process;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhchung.rules.Deadlines;
import vn.minhchung.rules.RuleVersion;

/**
 * Every row of the deadline table (domain.md 1.13) across Tết: due days counted by hand on a paper
 * calendar ({@code deadlines/tet.csv}) beside those the shipped rules and calendars count. 27/01–31/01/2025 and
 * 16/02–20/02/2026 are days off, with the weekends before and after.
 */
class DeadlinesOverTetTest {
    private static final String TABLE = "deadline.";
    private static final List<LocalDate> FIRST_DAYS_OF_THE_YEAR =
            List.of(LocalDate.of(2025, 1, 29), LocalDate.of(2026, 2, 17));

    private final AsShipped rules = new AsShipped();

    static List<NamedCsvRecord> rows() {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Path.of("src/test/resources/deadlines/tet.csv"))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_deadline_falls_on_the_day_counted_by_hand(NamedCsvRecord row) {
        LocalDate from = LocalDate.parse(row.getField("from"));
        LocalDate expected = LocalDate.parse(row.getField("due"));
        assertThat(FIRST_DAYS_OF_THE_YEAR)
                .as("the row runs over Tết")
                .anyMatch(tet -> tet.isAfter(from) != tet.isAfter(expected));

        Deadlines.Due due = rules.due(row.getField("family"), from).orElseThrow();

        assertThat(due.rule().version()).isEqualTo(row.getField("version"));
        assertThat(due.on()).isEqualTo(expected);
        assertThat(due.provisional()).as("both years have a calendar").isFalse();
    }

    @Test
    void every_deadline_has_a_row() {
        Set<String> written = rows().stream()
                .map(row -> TABLE + row.getField("family"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> shipped = rules.proposals().versions().stream()
                .map(RuleVersion::family)
                .filter(family -> family.startsWith(TABLE))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shipped).hasSizeGreaterThan(30);
        assertThat(written).isEqualTo(shipped);
    }
}
