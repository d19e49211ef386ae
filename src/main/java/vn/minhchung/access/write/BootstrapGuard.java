package vn.minhchung.access.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.access.AccountCommand.BootstrapAdministrator;
import vn.minhchung.access.BootstrapEvent;
import vn.minhchung.access.BootstrapEvent.AdministratorBootstrapped;

/** The one beginning of access: its stream can be begun only once. */
@AggregateRoot(type = "Bootstrap")
class BootstrapGuard {
    static final String STREAM = "bootstrap:administrator";

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    BootstrapGuard() {}

    void decide(BootstrapAdministrator command) {
        apply(new AdministratorBootstrapped(STREAM, command.account(), command.person()));
    }

    @EventSourcingHandler
    void evolve(BootstrapEvent event) {
        id = switch (event) {
            case AdministratorBootstrapped bootstrapped -> bootstrapped.bootstrap();
        };
    }
}
