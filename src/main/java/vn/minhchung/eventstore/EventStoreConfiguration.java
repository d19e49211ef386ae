package vn.minhchung.eventstore;

import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.command.StreamSequences;
import vn.minhchung.kernel.log.StoredLog;

/** The PostgreSQL store, unless the profile {@code axonserver} puts the log elsewhere. */
@Configuration(proxyBeanMethods = false)
@Profile("!axonserver")
class EventStoreConfiguration {
    /** Names this process in notifications. */
    private final String node = UUID.randomUUID().toString();

    /** @throws IllegalStateException when the log went on on Axon Server: this node was started without the profile */
    @Bean
    Appender appender(DataSource dataSource) {
        ConnectionSource connections = ConnectionSource.of(dataSource);
        ClosedLog.requireOpen(connections);
        return new Appender(connections, node, InstantSource.system(), Appender.Limits.DEFAULT);
    }

    @Bean
    HealthIndicator appenderHealthIndicator(Appender appender) {
        return StoreHealth.downBy(appender::trouble);
    }

    /** Part of readiness. */
    @Bean
    HealthIndicator mayAppendHealthIndicator(Appender appender) {
        return StoreHealth.outOfServiceBy(appender::barred);
    }

    @Bean
    PostgresRecordedEvents recordedEvents(DataSource dataSource, EventCodec codec, Appender appender) {
        return new PostgresRecordedEvents(ConnectionSource.of(dataSource), codec, appender, node);
    }

    @Bean
    StoredLog storedLog(DataSource dataSource) {
        return new PostgresStoredLog(new LogReader(dataSource));
    }

    @Bean
    PostgresRequestLog requestLog(DataSource dataSource, EventCodec codec) {
        return new PostgresRequestLog(dataSource, codec);
    }

    @Bean
    StreamSequences streamSequences(DataSource dataSource) {
        return new LogReader(dataSource);
    }

    /** @param sealer made by {@code platform}, which knows the build and the clock */
    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            DataSource dataSource, Appender appender, EventCodec codec, EnvelopeSealer sealer) {
        return new PostgresEventStorageEngine(dataSource, appender, codec, sealer);
    }
}
