package vn.minhchung.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class VndTest {

    private static final long SEED = 20_260_615L;

    @Test
    void parts_of_an_allocation_always_sum_to_the_whole() {
        Random random = seeded();
        for (int i = 0; i < 5_000; i++) {
            Vnd whole = Vnd.of(random.nextLong() >> random.nextInt(63));
            long[] weights = LongStream.generate(() -> random.nextLong() >>> (1 + random.nextInt(62)))
                    .limit(1L + random.nextInt(12))
                    .toArray();
            weights[random.nextInt(weights.length)] |= 1;

            List<Vnd> parts = whole.allocate(weights);

            assertThat(Vnd.sum(parts)).isEqualTo(whole);
            assertThat(parts).hasSize(weights.length);
        }
    }

    @Test
    void a_part_is_never_more_than_one_dong_from_its_exact_share_and_a_weight_of_zero_gets_nothing() {
        Random random = seeded();
        for (int i = 0; i < 2_000; i++) {
            long whole = random.nextLong(1_000_000_000_000L);
            long[] weights = {random.nextInt(1_000), 0, 1 + random.nextInt(1_000), random.nextInt(1_000)};
            long sum = LongStream.of(weights).sum();

            List<Vnd> parts = Vnd.of(whole).allocate(weights);

            assertThat(parts.get(1)).isEqualTo(Vnd.ZERO);
            for (int p = 0; p < weights.length; p++) {
                long floor = whole * weights[p] / sum;
                assertThat(parts.get(p).amount()).isBetween(floor, floor + 1);
            }
        }
    }

    @Test
    void the_parts_of_a_reversal_are_the_reversed_parts() {
        Random random = seeded();
        for (int i = 0; i < 1_000; i++) {
            Vnd whole = Vnd.of(random.nextLong(1_000_000_000_000L));
            long[] weights = {1 + random.nextInt(9), random.nextInt(9), random.nextInt(9)};

            assertThat(whole.negate().allocate(weights))
                    .isEqualTo(whole.allocate(weights).stream().map(Vnd::negate).toList());
        }
    }

    @Test
    void the_largest_remainder_gets_the_odd_dong_and_a_tie_the_earlier_part() {
        assertThat(Vnd.of(100).allocate(1, 1, 1)).containsExactly(Vnd.of(34), Vnd.of(33), Vnd.of(33));
        assertThat(Vnd.of(10).allocate(5_000, 3_000, 2_001)).containsExactly(Vnd.of(5), Vnd.of(3), Vnd.of(2));
        assertThat(Vnd.of(1).allocate(List.of(1L, 3L))).containsExactly(Vnd.ZERO, Vnd.of(1));
    }

    @Test
    void weights_must_mean_something() {
        assertThatIllegalArgumentException().isThrownBy(() -> Vnd.of(1).allocate(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Vnd.of(1).allocate(2, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Vnd.of(1).allocate());
    }

    @Test
    void arithmetic_is_exact_or_refuses() {
        Random random = seeded();
        for (int i = 0; i < 1_000; i++) {
            Vnd a = Vnd.of(random.nextLong() >> 2);
            Vnd b = Vnd.of(random.nextLong() >> 2);

            assertThat(a.plus(b).minus(b)).isEqualTo(a);
            assertThat(a.minus(b)).isEqualTo(b.minus(a).negate());
            assertThat(a.negate().negate()).isEqualTo(a);
        }
        Vnd most = Vnd.of(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(Vnd.of(1))).isInstanceOf(AmountOutOfRange.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(AmountOutOfRange.class);
        assertThatThrownBy(() -> Vnd.of(Long.MIN_VALUE)).isInstanceOf(AmountOutOfRange.class);
        assertThat(most.minus(most)).isEqualTo(Vnd.ZERO);
        assertThat(most.negate().plus(most)).isEqualTo(Vnd.ZERO);
        assertThatThrownBy(() -> most.negate().minus(Vnd.of(1))).isInstanceOf(AmountOutOfRange.class);
    }

    @Test
    void borders_of_commands_refuse_what_is_not_above_zero() {
        assertThat(Vnd.of(1).requirePositive()).isEqualTo(Vnd.of(1));
        assertThatIllegalArgumentException().isThrownBy(Vnd.ZERO::requirePositive);
        assertThatIllegalArgumentException().isThrownBy(Vnd.of(-1)::requireNotNegative);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1250000000", "-5", "9223372036854775807"})
    void the_graphql_form_reads_back(String digits) {
        assertThat(Vnd.parse(digits).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "01", "+1", "1.000", "1e3", " 1", "1,0", "९", "9223372036854775808", "-9223372036854775808"})
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Vnd.parse(text));
    }

    @Test
    void json_is_a_plain_integer() {
        JsonMapper json = JsonMapper.builder().build();

        assertThat(json.writeValueAsString(Vnd.of(9_007_199_254_740_993L))).isEqualTo("9007199254740993");
        assertThat(json.readValue("9007199254740993", Vnd.class)).isEqualTo(Vnd.of(9_007_199_254_740_993L));
    }

    @Test
    void text_has_dots_between_thousands() {
        assertThat(Vnd.of(1_250_000_000).toText()).isEqualTo("1.250.000.000 đồng");
        assertThat(Vnd.of(-1_000).toText()).isEqualTo("-1.000 đồng");
        assertThat(Vnd.ZERO.toText()).isEqualTo("0 đồng");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | Không đồng
            1 | Một đồng
            10 | Mười đồng
            11 | Mười một đồng
            14 | Mười bốn đồng
            15 | Mười lăm đồng
            21 | Hai mươi mốt đồng
            24 | Hai mươi tư đồng
            25 | Hai mươi lăm đồng
            100 | Một trăm đồng
            101 | Một trăm linh một đồng
            105 | Một trăm linh năm đồng
            110 | Một trăm mười đồng
            1000 | Một nghìn đồng
            1005 | Một nghìn không trăm linh năm đồng
            1050 | Một nghìn không trăm năm mươi đồng
            1005000 | Một triệu không trăm linh năm nghìn đồng
            574380000 | Năm trăm bảy mươi tư triệu ba trăm tám mươi nghìn đồng
            1250000000 | Một tỷ hai trăm năm mươi triệu đồng
            1000000001 | Một tỷ không trăm linh một đồng
            1002000000000 | Một nghìn không trăm linh hai tỷ đồng
            -30000000 | Âm ba mươi triệu đồng
            9223372036854775807 | Chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ \
            tám trăm năm mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh bảy đồng
            """)
    void amounts_in_words(long amount, String words) {
        assertThat(Vnd.of(amount).toWords()).isEqualTo(words);
    }

    private static Random seeded() {
        System.out.println("VndTest seed " + SEED);
        return new Random(SEED);
    }
}
