package vn.minhchung.access.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.access.SecondSignatoryEvent;
import vn.minhchung.access.SecondSignatoryEvent.SecondSignatoryEnded;
import vn.minhchung.access.SecondSignatoryEvent.SecondSignatoryNoted;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;

/** When one person signs second anywhere. A guard: roles such as the director's name no unit, its lists do. */
@AggregateRoot(type = "SecondSignatory")
class SecondSignatory {
    private record Entry(OrganisationId unit, int number) {}

    private record Days(LocalDate from, @Nullable LocalDate to) {
        boolean overlap(LocalDate start, LocalDate end) {
            return !from.isAfter(end) && (to == null || !to.isBefore(start));
        }
    }

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private final Map<Entry, Days> entries = new HashMap<>();

    SecondSignatory() {}

    static String streamOf(PersonId person) {
        return "second-signatory:" + person.value().substring(person.value().indexOf(':') + 1);
    }

    boolean during(LocalDate start, LocalDate end) {
        return entries.values().stream().anyMatch(days -> days.overlap(start, end));
    }

    void note(PersonId person, OrganisationId unit, int number, LocalDate from, @Nullable LocalDate to) {
        apply(new SecondSignatoryNoted(streamOf(person), unit, number, from, to));
    }

    void end(PersonId person, OrganisationId unit, int number, LocalDate to) {
        apply(new SecondSignatoryEnded(streamOf(person), unit, number, to));
    }

    @EventSourcingHandler
    void evolve(SecondSignatoryEvent event) {
        switch (event) {
            case SecondSignatoryNoted e -> {
                id = e.guard();
                entries.put(new Entry(e.unit(), e.number()), new Days(e.from(), e.to()));
            }
            case SecondSignatoryEnded e ->
                entries.computeIfPresent(new Entry(e.unit(), e.number()), (_, days) -> new Days(days.from(), e.to()));
        }
    }
}
