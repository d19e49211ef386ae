package vn.minhchung.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhchung.testing.Eventually.eventually;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.kernel.StreamConflict;
import vn.minhchung.testing.TestPostgres;

class AppendMetricsTest {
    @Test
    void batches_events_and_conflicts_are_counted_and_timed() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        TestPostgres.Database database = TestPostgres.freshDatabase();
        try (Appender appender = new Appender(
                ConnectionSource.of(database.app()), "here", InstantSource.system(), Appender.Limits.DEFAULT)) {
            new AppendMetrics(appender).bindTo(registry);

            appender.append(List.of(event(0), event(1)));
            assertThatThrownBy(() -> appender.append(List.of(event(0)))).isInstanceOf(StreamConflict.class);

            // told after the callers
            eventually(() -> assertThat(
                            registry.get("minhchung.append.conflicts").counter().count())
                    .isEqualTo(1));
            assertThat(registry.get("minhchung.append.events").counter().count())
                    .isEqualTo(2);
            assertThat(registry.get("minhchung.append.batch.commands").summary().totalAmount())
                    .isEqualTo(2);
            assertThat(registry.get("minhchung.append.batch").timer().count()).isEqualTo(2);
            assertThat(registry.get("minhchung.append.batch").timer().max(TimeUnit.NANOSECONDS))
                    .isPositive();
            assertThat(registry.get("minhchung.append.queue").gauge().value()).isZero();
        }
    }

    private static NewEvent event(long sequence) {
        byte[] envelope = "{\"build\":\"b\",\"extra\":{},\"part\":\"1/1\",\"rules\":[],\"salt\":\"00\",\"warnings\":[]}"
                .getBytes(StandardCharsets.UTF_8);
        return new NewEvent(
                UUID.randomUUID(),
                "measured:1",
                sequence,
                "Measured",
                "metricstest.Measured",
                "1",
                1_000,
                "{}".getBytes(StandardCharsets.UTF_8),
                envelope);
    }
}
