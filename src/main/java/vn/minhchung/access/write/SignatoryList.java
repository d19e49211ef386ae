package vn.minhchung.access.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.access.SignatoryCommand;
import vn.minhchung.access.SignatoryCommand.ConfirmSignatory;
import vn.minhchung.access.SignatoryCommand.RegisterSignatory;
import vn.minhchung.access.SignatoryCommand.RemoveSignatory;
import vn.minhchung.access.SignatoryEvent;
import vn.minhchung.access.SignatoryEvent.SignatoryConfirmed;
import vn.minhchung.access.SignatoryEvent.SignatoryRegistered;
import vn.minhchung.access.SignatoryEvent.SignatoryRemoved;
import vn.minhchung.access.SignatoryRank;
import vn.minhchung.access.SignaturePosition;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.StreamConflict;

/**
 * The signatures a unit has registered at the treasury, with their days (TT 157/2025/TT-BTC Art. 7). On no day more than
 * one head and three deputies sign first, more than one head and two deputies second, or one person both. An entry
 * recorded from paper holds after a second person has compared it; it ends on its last day or is removed.
 */
@AggregateRoot(type = "SignatoryList")
class SignatoryList {
    private static final int FIRST_DEPUTIES = 3;
    private static final int SECOND_DEPUTIES = 2;

    /** One entry; both days count. */
    private record Entry(
            int number,
            PersonId person,
            SignaturePosition position,
            SignatoryRank rank,
            LocalDate from,
            @Nullable LocalDate to,
            List<PersonId> registeredBy,
            boolean provisional) {
        boolean on(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }

        boolean overlaps(LocalDate start, @Nullable LocalDate end) {
            return (end == null || !from.isAfter(end)) && (to == null || !to.isBefore(start));
        }
    }

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private final List<Entry> entries = new ArrayList<>();

    SignatoryList() {}

    boolean registered(SignaturePosition position, PersonId person, LocalDate day) {
        return entries.stream()
                .anyMatch(e -> e.position() == position && e.person().equals(person) && !e.provisional() && e.on(day));
    }

    int nextNumber() {
        return entries.size() + 1;
    }

    /** Whose entry this is, when it is a second signature; nobody's for a first one. */
    List<PersonId> secondSignatory(int number) {
        Entry entry = entry(number);
        return entry.position() == SignaturePosition.SECOND ? List.of(entry.person()) : List.of();
    }

    /** @param number what the guards of this command were told; another entry may have come first */
    void decide(RegisterSignatory command, int number, Decision decision) {
        if (number != nextNumber()) throw new StreamConflict(command.subject());
        Requires.basis(decision);
        requireOwnUnit(command.unit(), decision);
        Requires.inOrder(command.from(), command.to(), "to");
        List<Entry> meanwhile = entries.stream()
                .filter(e -> e.overlaps(command.from(), command.to()))
                .toList();
        if (meanwhile.stream().anyMatch(e -> e.person().equals(command.person()))) {
            throw Refusal.of(ErrorCode.ALREADY_EXISTS, "id", command.person()).at("person");
        }
        int limit = limit(command.position(), command.rank());
        // counted on the days something begins: between them the number does not grow
        for (LocalDate day : begins(command, meanwhile)) {
            long sameDay = meanwhile.stream()
                    .filter(e -> e.position() == command.position() && e.rank() == command.rank() && e.on(day))
                    .count();
            if (sameDay >= limit) {
                throw Refusal.of(
                                ErrorCode.LIMIT_EXCEEDED,
                                "position",
                                command.position(),
                                "rank",
                                command.rank(),
                                "limit",
                                limit,
                                "on",
                                day)
                        .at("rank");
            }
        }
        apply(new SignatoryRegistered(
                command.unit(),
                number,
                command.person(),
                command.position(),
                command.rank(),
                command.from(),
                command.to(),
                decision.person(),
                decision.recorded(),
                Persons.actedFor(decision)));
    }

    void decide(ConfirmSignatory command, Decision decision, Persons persons) {
        Entry entry = entry(command.number());
        if (!entry.provisional()) throw Refusal.of(ErrorCode.ALREADY_CONFIRMED, "number", command.number());
        persons.requireApart(
                Persons.RECORD_CONFIRM,
                "registerSignatory/confirmSignatory",
                Persons.of(
                        decision,
                        Role.OFFICER,
                        Role.ACCOUNTANT,
                        Role.CHIEF_ACCOUNTANT,
                        Role.REGISTRAR,
                        Role.DIRECTOR,
                        Role.DEPUTY_DIRECTOR),
                entry.registeredBy());
        apply(new SignatoryConfirmed(command.unit(), command.number(), decision.person()));
    }

    void decide(RemoveSignatory command, Decision decision) {
        decision.requireReason();
        requireOwnUnit(command.unit(), decision);
        Entry entry = entry(command.number());
        LocalDate ends = entry.to();
        if (ends != null && !command.to().isBefore(ends)) {
            throw Refusal.of(ErrorCode.WRONG_STATE, "state", "ends " + ends).at("to");
        }
        apply(new SignatoryRemoved(command.unit(), command.number(), command.to()));
    }

    @EventSourcingHandler
    void evolve(SignatoryEvent event) {
        switch (event) {
            case SignatoryRegistered e -> {
                id = SignatoryCommand.streamOf(e.unit());
                entries.add(new Entry(
                        e.number(),
                        e.person(),
                        e.position(),
                        e.rank(),
                        e.from(),
                        e.to(),
                        registrars(e),
                        e.provisional()));
            }
            case SignatoryConfirmed e -> replace(e.number(), entry(e.number()).to(), false);
            case SignatoryRemoved e ->
                replace(e.number(), e.to(), entry(e.number()).provisional());
        }
    }

    private void replace(int number, @Nullable LocalDate to, boolean provisional) {
        Entry e = entry(number);
        entries.set(
                number - 1,
                new Entry(number, e.person(), e.position(), e.rank(), e.from(), to, e.registeredBy(), provisional));
    }

    private Entry entry(int number) {
        if (number < 1 || number > entries.size()) {
            throw Refusal.of(ErrorCode.NOT_FOUND, "id", number).at("number");
        }
        return entries.get(number - 1);
    }

    private static List<LocalDate> begins(RegisterSignatory command, List<Entry> meanwhile) {
        List<LocalDate> days = new ArrayList<>(List.of(command.from()));
        meanwhile.stream()
                .map(Entry::from)
                .filter(day -> day.isAfter(command.from()))
                .forEach(days::add);
        return days;
    }

    private static int limit(SignaturePosition position, SignatoryRank rank) {
        if (rank == SignatoryRank.HEAD) return 1;
        return position == SignaturePosition.FIRST ? FIRST_DEPUTIES : SECOND_DEPUTIES;
    }

    /** Whoever registered it, and everybody behind that. */
    private static List<PersonId> registrars(SignatoryRegistered registered) {
        List<PersonId> persons = new ArrayList<>(List.of(registered.registeredBy()));
        persons.addAll(registered.registeredFor());
        return List.copyOf(persons);
    }

    /** Staff of the department keep every list; a head of a host only the own one. */
    private static void requireOwnUnit(OrganisationId unit, Decision decision) {
        var actor = decision.actor();
        boolean department = actor.has(Role.OFFICER)
                || actor.has(Role.ACCOUNTANT)
                || actor.has(Role.CHIEF_ACCOUNTANT)
                || actor.has(Role.DIRECTOR);
        if (!department && !actor.has(Role.HOST_HEAD, unit)) {
            throw Refusal.of(ErrorCode.NOT_YOUR_HOST, "unit", unit).at("unit");
        }
    }
}
