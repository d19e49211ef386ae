package vn.minhchung.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BasisPointsTest {

    @ParameterizedTest
    @CsvSource({
        "1001, 5000, DOWN, 500",
        "1001, 5000, UP, 501",
        "1001, 5000, HALF_UP, 501",
        "1001, 5000, HALF_EVEN, 500",
        "1003, 5000, HALF_EVEN, 502",
        "-1001, 5000, DOWN, -500",
        "-1001, 5000, HALF_UP, -501",
        "9223372036854775807, 10000, DOWN, 9223372036854775807",
    })
    void a_share_is_rounded_as_named(long whole, int share, Rounding rounding, long expected) {
        assertThat(new BasisPoints(share).of(Vnd.of(whole), rounding)).isEqualTo(Vnd.of(expected));
    }

    @ParameterizedTest
    @EnumSource
    void the_share_of_a_reversal_is_the_reversed_share(Rounding rounding) {
        for (int share = 0; share <= 10_000; share += 37) {
            BasisPoints points = new BasisPoints(share);
            Vnd whole = Vnd.of(123_456_789L + share);

            assertThat(points.of(whole.negate(), rounding))
                    .isEqualTo(points.of(whole, rounding).negate());
        }
    }

    @Test
    void reads_as_people_write_it() {
        assertThat(BasisPoints.percent(50).toText()).isEqualTo("50%");
        assertThat(new BasisPoints(1_250).toText()).isEqualTo("12,5%");
        assertThat(new BasisPoints(1).toText()).isEqualTo("0,01%");
        assertThat(new BasisPoints(0).toText()).isEqualTo("0%");
    }

    @Test
    void a_share_is_never_negative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BasisPoints(-1));
    }
}
