package vn.minhchung.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;

/** Where one person signs second: no head may delegate the first signature to that person. */
public sealed interface SecondSignatoryEvent extends DomainEvent {
    /** @param guard {@code second-signatory:<uuid of the person>} */
    @EventType(name = "access.SecondSignatoryNoted")
    record SecondSignatoryNoted(
            String guard,
            OrganisationId unit,
            int number,
            LocalDate from,
            @Nullable LocalDate to) implements SecondSignatoryEvent {}

    /** @param to last day */
    @EventType(name = "access.SecondSignatoryEnded")
    record SecondSignatoryEnded(String guard, OrganisationId unit, int number, LocalDate to)
            implements SecondSignatoryEvent {}
}
