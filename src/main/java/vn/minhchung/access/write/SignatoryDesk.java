package vn.minhchung.access.write;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.access.Signatories;
import vn.minhchung.access.SignatoryCommand;
import vn.minhchung.access.SignatoryCommand.ConfirmSignatory;
import vn.minhchung.access.SignatoryCommand.RegisterSignatory;
import vn.minhchung.access.SignatoryCommand.RemoveSignatory;
import vn.minhchung.access.SignatoryEvent.SignatoryRegistered;
import vn.minhchung.access.SignaturePosition;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.command.InternalControl;
import vn.minhchung.people.PeopleDirectory;

/** Where signatories are registered, and asked for by other modules. */
@Component
class SignatoryDesk implements Desk, Signatories {
    private final Aggregates aggregates;
    private final PeopleDirectory people;
    private final InternalControl control;

    SignatoryDesk(Aggregates aggregates, PeopleDirectory people, InternalControl control) {
        this.aggregates = aggregates;
        this.people = people;
        this.control = control;
    }

    @CommandHandler
    void handle(RegisterSignatory command, Decision decision) {
        people.requireOrganisation(command.unit());
        people.requirePerson(command.person());
        Integer seen = aggregates.peek(SignatoryList.class, command.subject(), SignatoryList::nextNumber);
        int number = seen == null ? 1 : seen;
        if (command.position() == SignaturePosition.SECOND) {
            aggregates.guard(
                    SecondSignatory.class,
                    SecondSignatory.streamOf(command.person()),
                    second -> second.note(command.person(), command.unit(), number, command.from(), command.to()));
        }
        aggregates.guard(SignatoryList.class, command.subject(), list -> list.decide(command, number, decision));
    }

    @CommandHandler
    void handle(ConfirmSignatory command, Decision decision) {
        aggregates.on(
                SignatoryList.class,
                command.subject(),
                list -> list.decide(command, decision, new Persons(control, decision.today())));
        aggregates.confirms(
                command.subject(), SignatoryRegistered.class, registered -> registered.number() == command.number());
    }

    @CommandHandler
    void handle(RemoveSignatory command, Decision decision) {
        List<PersonId> second =
                aggregates.ask(SignatoryList.class, command.subject(), list -> list.secondSignatory(command.number()));
        second.forEach(person -> aggregates.on(
                SecondSignatory.class,
                SecondSignatory.streamOf(person),
                guard -> guard.end(person, command.unit(), command.number(), command.to())));
        aggregates.on(SignatoryList.class, command.subject(), list -> list.decide(command, decision));
    }

    @Override
    public boolean isFirst(OrganisationId unit, PersonId person, LocalDate on) {
        return registered(SignaturePosition.FIRST, unit, person, on);
    }

    @Override
    public boolean isSecond(OrganisationId unit, PersonId person, LocalDate on) {
        return registered(SignaturePosition.SECOND, unit, person, on);
    }

    @Override
    public void requireFirst(OrganisationId unit, PersonId person, LocalDate on) {
        require(SignaturePosition.FIRST, unit, person, on);
    }

    @Override
    public void requireSecond(OrganisationId unit, PersonId person, LocalDate on) {
        require(SignaturePosition.SECOND, unit, person, on);
    }

    private void require(SignaturePosition position, OrganisationId unit, PersonId person, LocalDate on) {
        if (!registered(position, unit, person, on)) {
            throw Refusal.of(
                    ErrorCode.SIGNATORY_NOT_REGISTERED, "unit", unit, "person", person, "position", position, "on", on);
        }
    }

    private boolean registered(SignaturePosition position, OrganisationId unit, PersonId person, LocalDate on) {
        return Boolean.TRUE.equals(aggregates.peek(
                SignatoryList.class, SignatoryCommand.streamOf(unit), list -> list.registered(position, person, on)));
    }
}
