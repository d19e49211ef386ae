package vn.minhchung.operations.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.operations.OperationsCommand.RebuildViews;
import vn.minhchung.operations.OperationsCommand.ResumeView;
import vn.minhchung.operations.OperationsEvent;
import vn.minhchung.operations.OperationsEvent.ViewRebuildOrdered;
import vn.minhchung.operations.OperationsEvent.ViewResumeOrdered;

/**
 * An operator's order about views. It lives for one event, the order; carrying it out is no decision, and so what came of it
 * is not recorded here but told by the node that does it.
 */
@AggregateRoot(type = "ViewOrder")
class OrderOfViews {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    OrderOfViews() {}

    void decide(ResumeView command) {
        apply(new ViewResumeOrdered(command.order(), command.view()));
    }

    void decide(RebuildViews command) {
        apply(new ViewRebuildOrdered(command.order(), command.views(), command.mayDiffer()));
    }

    @EventSourcingHandler
    void evolve(OperationsEvent event) {
        id = event.orderId();
    }
}
