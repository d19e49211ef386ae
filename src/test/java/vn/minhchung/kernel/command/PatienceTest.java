package vn.minhchung.kernel.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void outside_of_a_command_a_wait_has_its_own_bound_alone() {
        assertThat(Patience.left(SECOND)).isEqualTo(SECOND);
    }

    @Test
    void within_a_command_a_wait_gets_what_is_left() {
        Duration left = Patience.within(SECOND, () -> Patience.left(Duration.ofHours(1)));

        assertThat(left).isPositive().isLessThanOrEqualTo(SECOND);
        assertThat(Patience.within(Duration.ofHours(1), () -> Patience.left(SECOND)))
                .isEqualTo(SECOND);
    }

    @Test
    void of_two_bounds_the_shorter_one_holds() {
        Duration left = Patience.within(
                SECOND, () -> Patience.within(Duration.ofHours(1), () -> Patience.left(Duration.ofHours(2))));

        assertThat(left).isLessThanOrEqualTo(SECOND);
    }

    @Test
    void once_the_time_is_over_nothing_is_left() {
        assertThat(Patience.within(Duration.ofNanos(-1), () -> Patience.left(SECOND)))
                .isZero();
    }
}
