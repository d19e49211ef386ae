package vn.minhchung.eventstore.axonserver;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import vn.minhchung.eventstore.EnvelopeSealer;
import vn.minhchung.eventstore.StoreHealth;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.command.RequestLog;
import vn.minhchung.kernel.command.StreamSequences;
import vn.minhchung.kernel.log.StoredLog;

/** The store on Axon Server. */
@Configuration(proxyBeanMethods = false)
@Profile("axonserver")
class AxonServerStoreConfiguration {
    /** @throws vn.minhchung.eventstore.SettingsRefused when the line to the server would not be encrypted */
    @Bean
    AxonServerConfiguration axonServerConfiguration(Environment environment) {
        return AxonServerSettings.of(environment);
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    AxonServerConnectionManager axonServerConnectionManager(AxonServerConfiguration configuration) {
        return AxonServerSettings.connections(configuration);
    }

    @Bean(initMethod = "start")
    AxonServerStore axonServerStore(AxonServerConnectionManager connections, DataSource dataSource, EventCodec codec) {
        return new AxonServerStore(
                () -> connections.getConnection().eventChannel(), dataSource, codec, InstantSource.system());
    }

    @Bean
    HealthIndicator axonServerHealthIndicator(AxonServerStore store) {
        return StoreHealth.downBy(store::trouble);
    }

    /** Part of readiness. */
    @Bean
    HealthIndicator mayAppendHealthIndicator(AxonServerStore store) {
        return StoreHealth.outOfServiceBy(store::barred);
    }

    @Bean
    RecordedEvents recordedEvents(AxonServerStore store) {
        return store.recordedEvents();
    }

    @Bean
    StoredLog storedLog(AxonServerStore store) {
        return store.storedLog();
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
