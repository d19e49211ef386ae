package vn.minhchung.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    @ParameterizedTest
    @CsvSource({"1, 24000000, 24000000", "0.8, 24000000, 19200000", "12.5, 3, 37", "0.3333, 10000, 3333", "0, 5, 0"})
    void a_factor_of_an_amount_is_rounded_down_to_whole_dong(String factor, long amount, long expected) {
        assertThat(Decimal.parse(factor).of(Vnd.of(amount))).isEqualTo(Vnd.of(expected));
    }

    @Test
    void a_part_is_rounded_once_at_the_end() {
        // 22,000,001 × 0.3 × 11/22 = 3,300,000.15
        assertThat(Decimal.parse("0.3").of(Vnd.of(22_000_001), 11, 22)).isEqualTo(Vnd.of(3_300_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1,5", "1.", ".5", "1e3", "01", "0.00001", "NaN", "1234567890"})
    void what_is_no_plain_decimal_is_refused(String text) {
        assertThatThrownBy(() -> Decimal.parse(text))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_INPUT));
    }

    @Test
    void it_is_compared_with_a_share_exactly() {
        assertThat(Decimal.parse("0.8").isMoreThan(new BasisPoints(8_000))).isFalse();
        assertThat(Decimal.parse("0.8001").isMoreThan(new BasisPoints(8_000))).isTrue();
        assertThat(Decimal.parse("0.0").isZero()).isTrue();
    }

    @Test
    void an_amount_out_of_range_is_an_error_and_no_other_amount() {
        assertThatThrownBy(() -> Decimal.parse("999999999").of(Vnd.of(Long.MAX_VALUE)))
                .isInstanceOf(AmountOutOfRange.class);
    }
}
