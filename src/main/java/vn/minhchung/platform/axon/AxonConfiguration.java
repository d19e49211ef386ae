package vn.minhchung.platform.axon;

import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import vn.minhchung.eventstore.EnvelopeSealer;
import vn.minhchung.eventstore.StreamsAhead;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.CommandGate;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.command.RequestLog;
import vn.minhchung.kernel.command.StreamSequences;
import vn.minhchung.platform.clock.OneClock;

/**
 * Axon in code, by hand: nothing is auto-configured, so nothing falls back in silence, and its modules that call home are
 * never loaded.
 */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    /** Every envelope names the build and, when it was driven, the clock. */
    @Bean
    EnvelopeSealer envelopeSealer(OneClock clock) {
        String version = AxonConfiguration.class.getPackage().getImplementationVersion();
        return new EnvelopeSealer(version == null ? "development" : version, clock::label);
    }

    @Bean
    @Profile("!axonserver")
    CommandBus commandBus() {
        return CommandWiring.commandBus();
    }

    @Bean
    EventStore eventStore(EventStorageEngine engine, OneClock clock) {
        GenericEventMessage.clock = clock;
        return CommandWiring.eventStore(engine);
    }

    @Bean
    Aggregates aggregates(EventStore eventStore, StreamSequences sequences, StreamsAhead ahead) {
        return new AxonAggregates(eventStore, sequences, ahead);
    }

    @Bean
    Commands commands(
            @Qualifier("commandBus") CommandBus bus,
            EventStore eventStore,
            RequestLog requests,
            StreamSequences sequences,
            CommandGate gate,
            List<Desk> desks) {
        CommandWiring.register(bus, desks);
        return new SendingCommands(bus, eventStore, requests, sequences, gate);
    }
}
