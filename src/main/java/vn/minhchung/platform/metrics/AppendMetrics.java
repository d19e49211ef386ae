package vn.minhchung.platform.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import vn.minhchung.eventstore.Appender;

/** How the log is written: size and time of batches, what waits, conflicts. */
final class AppendMetrics implements MeterBinder {
    private final Appender appender;

    AppendMetrics(Appender appender) {
        this.appender = appender;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        DistributionSummary requests = DistributionSummary.builder("minhchung.append.batch.commands")
                .description("Commands written together")
                .publishPercentileHistogram()
                .register(registry);
        Counter events = Counter.builder("minhchung.append.events")
                .description("Events written")
                .register(registry);
        Counter conflicts = Counter.builder("minhchung.append.conflicts")
                .description("Commands not written, as what they rest on had changed")
                .register(registry);
        Timer latency = Timer.builder("minhchung.append.batch")
                .description("From sending a batch to the answer that it is durable")
                .publishPercentileHistogram()
                .register(registry);
        Gauge.builder("minhchung.append.queue", appender::waiting)
                .description("Commands that wait to be written")
                .register(registry);
        appender.observe((inBatch, written, conflicting, took) -> {
            requests.record(inBatch);
            events.increment(written);
            conflicts.increment(conflicting);
            latency.record(took);
        });
    }
}
