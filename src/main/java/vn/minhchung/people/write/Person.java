package vn.minhchung.people.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.identifier.IdentifierKind;
import vn.minhchung.people.PersonCommand.AddEmployment;
import vn.minhchung.people.PersonCommand.AddPersonIdentifier;
import vn.minhchung.people.PersonCommand.CorrectPerson;
import vn.minhchung.people.PersonCommand.EndEmployment;
import vn.minhchung.people.PersonCommand.ErasePerson;
import vn.minhchung.people.PersonCommand.RegisterPerson;
import vn.minhchung.people.PersonCommand.RequestErasure;
import vn.minhchung.people.PersonEvent;
import vn.minhchung.people.PersonEvent.EmploymentEnded;
import vn.minhchung.people.PersonEvent.ErasureRequested;
import vn.minhchung.people.PersonEvent.PersonCorrected;
import vn.minhchung.people.PersonEvent.PersonEmployed;
import vn.minhchung.people.PersonEvent.PersonErased;
import vn.minhchung.people.PersonEvent.PersonIdentifierAdded;
import vn.minhchung.people.PersonEvent.PersonRegistered;

/**
 * A natural person. Registered once under an opaque id; names, numbers and accounts are added or corrected, always as
 * ciphertext; employments begin and end. Erasure is asked for by one person on a document and agreed to by another; after
 * it nothing more is recorded about the person, and what was recorded can no longer be read.
 */
@AggregateRoot(type = "Person")
class Person {
    private static final Set<IdentifierKind> KINDS =
            EnumSet.of(IdentifierKind.CITIZEN_ID, IdentifierKind.ORCID, IdentifierKind.TAX_CODE);

    private record Employment(
            OrganisationId organisation,
            LocalDate from,
            @Nullable LocalDate to) {
        boolean overlaps(OrganisationId other, LocalDate otherFrom, @Nullable LocalDate otherTo) {
            return organisation.equals(other)
                    && (to == null || !otherFrom.isAfter(to))
                    && (otherTo == null || !from.isAfter(otherTo));
        }
    }

    @AggregateIdentifier
    private String id;

    private final List<Employment> employments = new ArrayList<>();
    private @Nullable PersonId erasureRequestedBy;
    private boolean erased;

    Person() {}

    boolean erased() {
        return erased;
    }

    void decide(RegisterPerson command) {
        apply(new PersonRegistered(
                command.person(),
                command.name(),
                command.titles(),
                command.birthDate(),
                command.contact(),
                command.bankAccount()));
    }

    void decide(CorrectPerson command, Decision decision) {
        requireNotErased();
        decision.requireReason();
        if (command.name() == null
                && command.titles() == null
                && command.birthDate() == null
                && command.contact() == null
                && command.bankAccount() == null) {
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "nothing to correct");
        }
        apply(new PersonCorrected(
                command.person(),
                command.name(),
                command.titles(),
                command.birthDate(),
                command.contact(),
                command.bankAccount()));
    }

    void decide(AddPersonIdentifier command, Sealed normalised) {
        requireNotErased();
        apply(new PersonIdentifierAdded(command.person(), command.kind(), normalised));
    }

    void decide(AddEmployment command) {
        requireNotErased();
        Dates.requireInOrder(command.from(), command.to());
        if (employments.stream().anyMatch(e -> e.overlaps(command.organisation(), command.from(), command.to()))) {
            throw Refusal.of(ErrorCode.ALREADY_EXISTS, "id", command.organisation(), "from", command.from())
                    .at("from");
        }
        apply(new PersonEmployed(
                command.person(),
                employments.size() + 1,
                command.organisation(),
                command.position(),
                command.from(),
                command.to()));
    }

    void decide(EndEmployment command) {
        requireNotErased();
        if (command.number() < 1 || command.number() > employments.size()) {
            throw Refusal.of(ErrorCode.NOT_FOUND, "id", command.number()).at("number");
        }
        Employment employment = employments.get(command.number() - 1);
        if (employment.to() != null) {
            throw Refusal.of(ErrorCode.WRONG_STATE, "state", "ended " + employment.to())
                    .at("number");
        }
        Dates.requireInOrder(employment.from(), command.to());
        apply(new EmploymentEnded(command.person(), command.number(), command.to()));
    }

    void decide(RequestErasure command, Decision decision) {
        requireNotErased();
        decision.requireReason();
        if (decision.basis().isEmpty()) {
            throw Refusal.of(ErrorCode.BASIS_REQUIRED, "mutation", "requestErasure")
                    .at("decision", "basis");
        }
        if (erasureRequestedBy != null) {
            throw Refusal.of(ErrorCode.WRONG_STATE, "state", "erasure requested");
        }
        apply(new ErasureRequested(command.person(), decision.person()));
    }

    void decide(ErasePerson command, Decision decision) {
        requireNotErased();
        if (erasureRequestedBy == null) {
            throw Refusal.of(ErrorCode.ERASURE_NOT_REQUESTED, "person", id);
        }
        if (decision.persons(decision.exercised(Role.DIRECTOR, Role.DEPUTY_DIRECTOR))
                .contains(erasureRequestedBy)) {
            throw Refusal.of(ErrorCode.FOUR_EYES, "pair", "requestErasure/erasePerson");
        }
        apply(new PersonErased(command.person()));
    }

    @EventSourcingHandler
    void evolve(PersonEvent event) {
        switch (event) {
            case PersonRegistered registered -> id = registered.person().value();
            case PersonEmployed employed ->
                employments.add(new Employment(employed.organisation(), employed.from(), employed.to()));
            case EmploymentEnded ended -> {
                Employment begun = employments.get(ended.number() - 1);
                employments.set(ended.number() - 1, new Employment(begun.organisation(), begun.from(), ended.to()));
            }
            case ErasureRequested requested -> erasureRequestedBy = requested.requestedBy();
            case PersonErased _ -> erased = true;
            // texts and numbers: no decision rests on them
            case PersonCorrected _, PersonIdentifierAdded _ -> {}
        }
    }

    /** Only some kinds of identifier name a person. */
    static void requireKindOfPerson(IdentifierKind kind) {
        if (!KINDS.contains(kind)) {
            throw Refusal.of(ErrorCode.INVALID_IDENTIFIER, "kind", kind, "expected", KINDS)
                    .at("kind");
        }
    }

    private void requireNotErased() {
        if (erased) throw Refusal.of(ErrorCode.PERSON_ERASED, "person", id);
    }
}
