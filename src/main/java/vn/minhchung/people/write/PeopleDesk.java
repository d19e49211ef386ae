package vn.minhchung.people.write;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.identifier.IdentifierKind;
import vn.minhchung.kernel.text.VietnameseText;
import vn.minhchung.people.OrganisationCommand.AddOrganisationAlias;
import vn.minhchung.people.OrganisationCommand.AddOrganisationIdentifier;
import vn.minhchung.people.OrganisationCommand.RegisterOrganisation;
import vn.minhchung.people.OrganisationCommand.RenameOrganisation;
import vn.minhchung.people.PersonCommand.AddEmployment;
import vn.minhchung.people.PersonCommand.AddPersonIdentifier;
import vn.minhchung.people.PersonCommand.CorrectPerson;
import vn.minhchung.people.PersonCommand.EndEmployment;
import vn.minhchung.people.PersonCommand.ErasePerson;
import vn.minhchung.people.PersonCommand.RegisterPerson;
import vn.minhchung.people.PersonCommand.RequestErasure;

/** Where commands about persons and organisations arrive. Sealed texts are opened only to be checked. */
@Component
class PeopleDesk implements Desk {
    private final Aggregates aggregates;
    private final PersonalData personalData;

    PeopleDesk(Aggregates aggregates, PersonalData personalData) {
        this.aggregates = aggregates;
        this.personalData = personalData;
    }

    @CommandHandler
    void handle(RegisterPerson command, Decision decision) {
        requireName(command.name());
        requireDate(command.birthDate());
        aggregates.create(Person.class, command.person().value(), person -> person.decide(command));
    }

    @CommandHandler
    void handle(CorrectPerson command, Decision decision) {
        if (command.name() != null) requireName(command.name());
        requireDate(command.birthDate());
        aggregates.on(Person.class, command.person().value(), person -> person.decide(command, decision));
    }

    @CommandHandler
    void handle(AddPersonIdentifier command, Decision decision) {
        Person.requireKindOfPerson(command.kind());
        String typed = personalData.open(command.value());
        String value = command.kind().normalise(typed);
        requireValid(command.kind(), value);
        Sealed sealed = value.equals(typed) ? command.value() : personalData.seal(command.person(), value);
        String guard = IdentifierGuard.streamOf(
                command.kind(),
                personalData.fingerprint((command.kind() + ":" + value).getBytes(StandardCharsets.UTF_8)));
        aggregates.guard(
                IdentifierGuard.class,
                guard,
                identifier -> identifier.claim(guard, command.person().value(), this::erased));
        aggregates.on(Person.class, command.person().value(), person -> person.decide(command, sealed));
    }

    @CommandHandler
    void handle(AddEmployment command, Decision decision) {
        aggregates.ask(Organisation.class, command.organisation().value(), _ -> true);
        aggregates.on(Person.class, command.person().value(), person -> person.decide(command));
    }

    @CommandHandler
    void handle(EndEmployment command, Decision decision) {
        aggregates.on(Person.class, command.person().value(), person -> person.decide(command));
    }

    @CommandHandler
    void handle(RequestErasure command, Decision decision) {
        aggregates.on(Person.class, command.person().value(), person -> person.decide(command, decision));
    }

    /** The key goes only after the event is durable; what a crash leaves in between is found at the next start. */
    @CommandHandler
    void handle(ErasePerson command, Decision decision) {
        aggregates.on(Person.class, command.person().value(), person -> person.decide(command, decision));
        CurrentUnitOfWork.get().root().afterCommit(_ -> destroyKey(command.person()));
    }

    private void destroyKey(PersonId person) {
        try {
            personalData.destroyKey(person);
        } catch (RuntimeException _) {
            // the erasure is recorded and stays so: the sweep of erased persons tries again
        }
    }

    @CommandHandler
    void handle(RegisterOrganisation command, Decision decision) {
        aggregates.create(
                Organisation.class, command.organisation().value(), organisation -> organisation.decide(command));
    }

    @CommandHandler
    void handle(RenameOrganisation command, Decision decision) {
        aggregates.on(Organisation.class, command.organisation().value(), organisation -> organisation.decide(command));
    }

    @CommandHandler
    void handle(AddOrganisationAlias command, Decision decision) {
        aggregates.on(Organisation.class, command.organisation().value(), organisation -> organisation.decide(command));
    }

    @CommandHandler
    void handle(AddOrganisationIdentifier command, Decision decision) {
        Organisation.requireKindOfOrganisation(command.kind());
        String value = command.kind().normalise(command.value());
        requireValid(command.kind(), value);
        String guard = IdentifierGuard.streamOf(command.kind(), value);
        aggregates.guard(
                IdentifierGuard.class,
                guard,
                identifier -> identifier.claim(guard, command.organisation().value(), _ -> false));
        aggregates.on(
                Organisation.class,
                command.organisation().value(),
                organisation -> organisation.decide(command, value));
    }

    private boolean erased(String holder) {
        return Id.kindOf(holder).equals("person")
                && Boolean.TRUE.equals(aggregates.peek(Person.class, holder, Person::erased));
    }

    private void requireName(Sealed name) {
        String text = VietnameseText.normalise(personalData.open(name));
        if (text.isEmpty() || text.length() > 200) {
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "1–200", "limit", 200)
                    .at("name");
        }
    }

    private void requireDate(@Nullable Sealed date) {
        if (date == null) return;
        try {
            LocalDate.parse(personalData.open(date));
        } catch (DateTimeException _) {
            // the text itself is personal and stays out of the answer
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "yyyy-mm-dd").at("birthDate");
        }
    }

    private static void requireValid(IdentifierKind kind, String value) {
        kind.check(value).ifPresent(problem -> {
            throw Refusal.of(ErrorCode.INVALID_IDENTIFIER, "kind", kind, "problem", problem.key())
                    .at("value");
        });
    }
}
