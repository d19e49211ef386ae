package vn.minhchung.operations.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.operations.DeadLetter;
import vn.minhchung.operations.DeadLetterEvent;
import vn.minhchung.operations.DeadLetterEvent.DeadLetterRetryOrdered;

/**
 * Orders to try a dead letter again, one event each: what failed once more may be ordered once more. That it failed, and how
 * it went, is kept outside the record; that somebody had it tried again, and why, is here.
 */
@AggregateRoot(type = "DeadLetter")
class LetterRetries {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    LetterRetries() {}

    void decide(DeadLetter letter) {
        apply(new DeadLetterRetryOrdered(letter.id(), letter.process(), letter.item()));
    }

    @EventSourcingHandler
    @SuppressWarnings("RefactorSwitch") // more events may come
    void evolve(DeadLetterEvent event) {
        switch (event) {
            case DeadLetterRetryOrdered ordered -> id = ordered.letter().value();
        }
    }
}
