package vn.minhchung.people;

import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;

/** What was recorded in the guard of one identifier. */
public sealed interface IdentifierEvent extends DomainEvent {
    /**
     * The identifier belongs to this holder from now on.
     *
     * @param guard {@code identifier:<kind>:<value>}; for a person a keyed hash stands for the value
     * @param holder person or organisation
     */
    @EventType(name = "people.IdentifierClaimed")
    record IdentifierClaimed(String guard, String holder) implements IdentifierEvent {}
}
