package vn.minhchung.operations.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.view.ViewKeeper.Order;
import vn.minhchung.kernel.view.ViewKeeper.Progress;
import vn.minhchung.operations.api.OperationsGraphql.ViewOrderProgress;

class ViewOrderProgressTest {
    private static final Instant START = Instant.parse("2026-06-30T01:00:00Z");

    @Test
    void while_it_runs_an_order_says_when_it_ends_at_the_rate_so_far() {
        assertThat(endsAround(Progress.RUNNING, START, 1_000L, 100L)).isEqualTo(START.plusSeconds(10));
        assertThat(endsAround(Progress.RUNNING, START, 1_001L, 100L))
                .as("a second begun is a second")
                .isEqualTo(START.plusSeconds(11));
        assertThat(endsAround(Progress.RUNNING, START, 50L, 0L))
                .as("less than one event a second")
                .isEqualTo(START.plusSeconds(50));
    }

    @Test
    void before_it_runs_and_when_it_is_over_there_is_no_such_time() {
        assertThat(endsAround(Progress.WAITING, null, null, null)).isNull();
        assertThat(endsAround(Progress.RUNNING, START, 1_000L, null)).isNull();
        assertThat(endsAround(Progress.DONE, START, 1_000L, 100L)).isNull();
        assertThat(endsAround(Progress.FAILED, START, 1_000L, 100L)).isNull();
        assertThat(endsAround(Progress.DIFFERENT, START, 1_000L, 100L)).isNull();
    }

    private static @Nullable Instant endsAround(
            Progress progress, @Nullable Instant start, @Nullable Long goal, @Nullable Long rate) {
        return ViewOrderProgress.of(new Order(progress, 1L, goal, rate, start, null, null, List.of()))
                .endsAround();
    }
}
