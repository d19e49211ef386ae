package vn.minhchung.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.minhchung.kernel.DeadLetters;

class DeadLetterMetricsTest {
    private final Kept letters = new Kept();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void what_is_kept_is_counted_when_it_is_asked_for() {
        bind();

        assertThat(value()).isZero();
        letters.kept = 3;
        assertThat(value()).isEqualTo(3);
    }

    @Test
    void while_the_database_is_away_there_is_no_number() {
        bind();
        letters.away = true;

        assertThat(value()).isNaN();
    }

    private void bind() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("letters", letters);
        new MetricsConfiguration()
                .deadLetterMetrics(beans.getBeanProvider(DeadLetters.class))
                .bindTo(registry);
    }

    private double value() {
        return registry.get("minhchung.dead.letters").gauge().value();
    }

    private static final class Kept implements DeadLetters {
        private long kept;
        private boolean away;

        @Override
        public boolean attempt(Work work, Runnable doing) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onRetry(String process, Runnable round) {}

        @Override
        public long kept() {
            if (away) throw new DataAccessResourceFailureException("away");
            return kept;
        }
    }
}
