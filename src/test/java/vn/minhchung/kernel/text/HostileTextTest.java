package vn.minhchung.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.kernel.identifier.IdentifierKind;
import vn.minhchung.kernel.table.HeadedTable;
import vn.minhchung.kernel.table.TableFile;
import vn.minhchung.kernel.table.TableRow;

/** A cell may hold 32,767 characters of anything; every reader answers at once and never with an error. */
class HostileTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1", "1.", "1 ", "(", "a", "A-", "/A", "1/", "từ ", "TS", "TS.", "An ", "An, ", " ", "-", ".", "ế",
                "\u0301"
            })
    void every_reader_answers_at_once(String piece) {
        for (int length : new int[] {300, 600, 32_767}) {
            String hostile = piece.repeat(length / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> readAll(hostile));
        }
    }

    private static void readAll(String raw) {
        assertThat(MoneyText.read(raw).raw()).isEqualTo(raw);
        assertThat(DateText.read(raw).raw()).isEqualTo(raw);
        assertThat(PeriodText.read(raw).raw()).isEqualTo(raw);
        assertThat(RatingText.read(raw).raw()).isEqualTo(raw);
        assertThat(ScoreText.read(raw).raw()).isEqualTo(raw);
        assertThat(VoteText.read(raw).raw()).isEqualTo(raw);
        assertThat(PersonText.pieces(PersonText.read(raw))).isNotNull();
        assertThat(LegacyEncoding.repair(raw).raw()).isEqualTo(raw);
        assertThat(VietnameseText.collationKey(raw)).isNotNull();
        assertThat(MoneyUnit.inHeader(raw)).isNotNull();
        for (IdentifierKind kind : IdentifierKind.values()) {
            assertThat(kind.check(raw)).isNotNull();
        }
        TableFile file = new TableFile("x", List.of(new TableRow(null, 1, false, List.of(raw, raw))), List.of());
        assertThat(HeadedTable.find(file, Map.of("a", Set.of("b")))).isNotNull();
    }
}
