package vn.minhchung.platform.axon;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Commands routed by Axon Server: those about one object go to one node, where its callers wait in one line instead of
 * losing to each other. There are no query messages: every node answers from the views in PostgreSQL.
 */
@Configuration(proxyBeanMethods = false)
@Profile("axonserver")
class AxonServerCommandConfiguration {
    private static final RoutingStrategy BY_SUBJECT =
            command -> String.valueOf(command.getMetaData().get("subject"));

    @Bean(initMethod = "start", destroyMethod = "disconnect")
    AxonServerCommandBus axonServerCommandBus(
            AxonServerConnectionManager connections, AxonServerConfiguration configuration) {
        return AxonServerCommandBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(configuration)
                .localSegment(new AnsweringCommandBus(CommandWiring.commandBus()))
                .serializer(new CommandWire())
                .routingStrategy(BY_SUBJECT)
                .build();
    }

    @Bean
    CommandBus commandBus(AxonServerCommandBus server) {
        return new RoutedCommandBus(server);
    }
}
