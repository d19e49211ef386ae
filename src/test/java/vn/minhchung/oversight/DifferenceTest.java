package vn.minhchung.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.BasisPoints;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.Grade;

/** How a hit's difference is told: amounts and days as such, nobody by his id. */
class DifferenceTest {
    private static final String PERSON = "person:01890a5d-ac96-7741-b9f0-7f2a4b8c0001";
    private static final LocalDate DAY = LocalDate.of(2025, 3, 10);

    private static Object source(Difference difference) {
        return told(difference, "source");
    }

    private static Object told(Difference difference, String component) {
        return difference.toldAs().getOrDefault(component, "");
    }

    @Test
    void amounts_days_and_shares_are_told_as_such() {
        Difference money = Difference.of(Vnd.of(450_000_001), Vnd.of(450_000_000));
        assertThat(source(money)).isEqualTo(Vnd.of(450_000_001));
        assertThat(told(money, "target")).isEqualTo(Vnd.of(450_000_000));
        assertThat(source(Difference.of(DAY, DAY.minusDays(1)))).isEqualTo(DAY);
        assertThat(source(Difference.of(4_750, 5_000, AuditHitUnit.BASIS_POINTS)))
                .isEqualTo(new BasisPoints(4_750));
        assertThat(source(Difference.of(3, 24, AuditHitUnit.HOURS))).isEqualTo("3");
    }

    @Test
    void among_words_a_day_a_grade_and_an_id_are_told_as_such() {
        assertThat(told(Difference.words("…", DAY.toString()), "target")).isEqualTo(DAY);
        assertThat(source(Difference.words("…", DAY.toString()))).isEqualTo("…");
        assertThat(source(Difference.words(Grade.FAILED.name(), Grade.PASSED.name())))
                .isEqualTo(Grade.FAILED);
        assertThat(source(Difference.words(PERSON, "…")))
                .isInstanceOfSatisfying(Id.class, id -> assertThat(id.value()).isEqualTo(PERSON));
        assertThat(source(Difference.words("12a/QĐ-SKHCN", "…"))).isEqualTo("12a/QĐ-SKHCN");
    }

    @Test
    void what_is_not_of_its_unit_stays_as_it_stands() {
        assertThat(source(new Difference("không rõ", "0", "0", AuditHitUnit.VND)))
                .isEqualTo("không rõ");
        assertThat(source(new Difference("hôm qua", "0", "0", AuditHitUnit.DAYS)))
                .isEqualTo("hôm qua");
        assertThat(source(new Difference("-1", "0", "-1", AuditHitUnit.BASIS_POINTS)))
                .isEqualTo("-1");
    }
}
