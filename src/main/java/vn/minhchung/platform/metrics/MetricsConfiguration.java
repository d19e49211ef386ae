package vn.minhchung.platform.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.kernel.DeadLetters;

/** What is bound to Micrometer beside what the views bind themselves. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {
    /** Asked when it is fetched; no number while the database is away. */
    @Bean
    MeterBinder deadLetterMetrics(ObjectProvider<DeadLetters> letters) {
        return registry -> Gauge.builder("minhchung.dead.letters", () -> kept(letters))
                .description("What processes could not do and wait to be told to try again")
                .register(registry);
    }

    private static @Nullable Long kept(ObjectProvider<DeadLetters> letters) {
        try {
            return letters.getObject().kept();
        } catch (DataAccessException e) {
            return null;
        }
    }

    /** On Axon Server the server has its own. */
    @Bean
    @Profile("!axonserver")
    AppendMetrics appendMetrics(Appender appender) {
        return new AppendMetrics(appender);
    }
}
