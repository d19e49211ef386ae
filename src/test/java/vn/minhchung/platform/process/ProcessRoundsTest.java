package vn.minhchung.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import vn.minhchung.kernel.DeadLetters;
import vn.minhchung.kernel.RoundsProcess;
import vn.minhchung.kernel.StoryClock;

class ProcessRoundsTest {
    private final List<LocalDate> rounds = new CopyOnWriteArrayList<>();
    private final List<Runnable> retried = new ArrayList<>();

    @Test
    void rounds_come_again_and_again_after_one_failed_too_until_the_stop() {
        ProcessRounds running = running(null);
        running.start();
        try {
            eventually(() -> assertThat(rounds).hasSizeGreaterThanOrEqualTo(2));
        } finally {
            running.stop();
        }
        assertThat(rounds).containsOnly(LocalDate.of(2025, 3, 10));
        assertThat(running.isRunning()).isFalse();
    }

    @Test
    void where_the_clock_is_driven_only_an_order_to_try_again_brings_a_round() {
        ProcessRounds running = running("demo");
        running.start();
        running.stop();
        assertThat(rounds).isEmpty();

        retried.forEach(Runnable::run);

        assertThat(rounds).hasSize(1);
    }

    private ProcessRounds running(@Nullable String label) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("process", new Failing());
        beans.addBean("letters", new Letters());
        return new ProcessRounds(
                beans.getBeanProvider(RoundsProcess.class), beans.getBeanProvider(DeadLetters.class), new Fixed(label));
    }

    private final class Failing implements RoundsProcess {
        @Override
        public String name() {
            return "scene.Process";
        }

        @Override
        public Duration firstAfter() {
            return Duration.ZERO;
        }

        @Override
        public Duration every() {
            return Duration.ofSeconds(1);
        }

        @Override
        public void round(LocalDate today) {
            rounds.add(today);
            throw new IllegalStateException("không làm được");
        }
    }

    private final class Letters implements DeadLetters {
        @Override
        public boolean attempt(Work work, Runnable doing) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onRetry(String process, Runnable round) {
            assertThat(process).isEqualTo("scene.Process");
            retried.add(round);
        }

        @Override
        public long kept() {
            return 0;
        }
    }

    private record Fixed(@Nullable String label) implements StoryClock {
        @Override
        public Instant now() {
            return Instant.parse("2025-03-10T01:00:00Z");
        }

        @Override
        public void moveTo(Instant instant) {
            throw new UnsupportedOperationException();
        }
    }
}
