package vn.minhchung.eventstore.axonserver;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import vn.minhchung.eventstore.EnvelopeSealer;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.command.RequestLog;
import vn.minhchung.kernel.command.StreamSequences;

/** The store on Axon Server. Its settings have the connector's own names, {@code axon.axonserver.*}. */
@Configuration(proxyBeanMethods = false)
@Profile("axonserver")
class AxonServerStoreConfiguration {
    @Bean
    AxonServerConfiguration axonServerConfiguration(Environment environment) {
        return Binder.get(environment).bindOrCreate("axon.axonserver", AxonServerConfiguration.class);
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    AxonServerConnectionManager axonServerConnectionManager(AxonServerConfiguration configuration) {
        return AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
    }

    @Bean(initMethod = "start")
    AxonServerStore axonServerStore(AxonServerConnectionManager connections, DataSource dataSource, EventCodec codec) {
        return new AxonServerStore(
                () -> connections.getConnection().eventChannel(), dataSource, codec, InstantSource.system());
    }

    @Bean
    HealthIndicator axonServerHealthIndicator(AxonServerStore store) {
        return () -> {
            String trouble = store.trouble();
            return trouble == null
                    ? Health.up().build()
                    : Health.down().withDetail("trouble", trouble).build();
        };
    }

    @Bean
    RecordedEvents recordedEvents(AxonServerStore store) {
        return store.recordedEvents();
    }

    @Bean
    RequestLog requestLog(AxonServerStore store) {
        return store.requestLog();
    }

    @Bean
    StreamSequences streamSequences(AxonServerStore store) {
        return store.sequences();
    }

    @Bean
    EventStorageEngine eventStorageEngine(AxonServerStore store, EnvelopeSealer sealer) {
        return store.engine(sealer);
    }
}
