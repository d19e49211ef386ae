package vn.minhchung.people.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.function.Predicate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.identifier.IdentifierKind;
import vn.minhchung.people.IdentifierEvent;
import vn.minhchung.people.IdentifierEvent.IdentifierClaimed;

/**
 * One identifier and whose it is. Two entries for one natural person would defeat every rule that asks for two persons,
 * so an identity number belongs to one of them only; it may be claimed anew once its holder is erased.
 */
@AggregateRoot(type = "Identifier")
class IdentifierGuard {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private @Nullable String holder;

    IdentifierGuard() {}

    static String streamOf(IdentifierKind kind, String value) {
        return "identifier:" + kind + ":" + value;
    }

    /** @param free whether the present holder has given the identifier up */
    void claim(String guard, String claimant, Predicate<String> free) {
        if (claimant.equals(holder)) return;
        if (holder != null && !free.test(holder)) {
            throw Refusal.of(ErrorCode.ALREADY_EXISTS, "id", holder).at("value");
        }
        apply(new IdentifierClaimed(guard, claimant));
    }

    @EventSourcingHandler
    void evolve(IdentifierEvent event) {
        switch (event) {
            case IdentifierClaimed claimed -> {
                id = claimed.guard();
                holder = claimed.holder();
            }
        }
    }
}
