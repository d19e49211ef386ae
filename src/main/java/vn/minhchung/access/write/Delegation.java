package vn.minhchung.access.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.access.DelegationCommand.ConfirmDelegation;
import vn.minhchung.access.DelegationCommand.DelegateRole;
import vn.minhchung.access.DelegationCommand.EndDelegation;
import vn.minhchung.access.DelegationEvent;
import vn.minhchung.access.DelegationEvent.DelegationConfirmed;
import vn.minhchung.access.DelegationEvent.DelegationEnded;
import vn.minhchung.access.DelegationEvent.RoleDelegated;
import vn.minhchung.access.DelegationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;

/**
 * One delegation of one role, from a first to a last day, on a document. It may be passed on when it says so, never wider
 * than it was given, and every person up the chain is remembered: for the rules that ask for two persons they count as
 * one. Recorded from paper, it holds after a second person has compared it; so does one of a money role, which the director
 * confirms (the director's own: an officer). It ends on its last day, or earlier.
 */
@AggregateRoot(type = "Delegation")
class Delegation {
    @AggregateIdentifier
    private String id;

    private RoleDelegated made;
    private boolean provisional;
    private boolean ended;

    Delegation() {}

    /**
     * @param delegatePerson the person behind the delegate's account
     * @param above the principals of the delegation it rests on, empty when the role is the delegator's own
     */
    void decide(
            DelegateRole command,
            PersonId delegatorPerson,
            PersonId delegatePerson,
            List<PersonId> above,
            Decision decision) {
        Requires.basis(decision);
        Requires.inOrder(command.start(), command.end(), "end");
        if (command.end().isBefore(decision.today())) {
            throw notValid("problem", "over", "end", command.end()).at("end");
        }
        List<PersonId> principals = new ArrayList<>(List.of(delegatorPerson));
        principals.addAll(above);
        if (principals.contains(delegatePerson)) {
            throw notValid("problem", "to oneself", "delegate", command.delegate())
                    .at("delegate");
        }
        apply(new RoleDelegated(
                command.delegation(),
                command.delegator(),
                command.delegate(),
                delegatePerson,
                command.role(),
                command.organisation(),
                command.start(),
                command.end(),
                command.mayPassOn(),
                command.under(),
                principals,
                decision.recorded() ? decision.person() : null,
                decision.recorded() || command.role().money(),
                decision.recorded() ? Persons.actedFor(decision) : List.of()));
    }

    RoleDelegated made() {
        return made;
    }

    /** What a delegation made under this one inherits; refused when this one does not give it. */
    List<PersonId> passedOn(DelegateRole command) {
        boolean same = made.delegate().equals(command.delegator())
                && made.role() == command.role()
                && Objects.equals(made.organisation(), command.organisation());
        if (!same || provisional || ended) throw notHeld(new DelegationId(id));
        if (!made.mayPassOn())
            throw notValid("under", id, "problem", "may not be passed on").at("under");
        if (command.start().isBefore(made.start()) || command.end().isAfter(made.end())) {
            throw notValid("under", id, "from", made.start(), "to", made.end()).at("end");
        }
        return made.principals();
    }

    void decide(ConfirmDelegation command, Decision decision, Persons persons) {
        requireNotEnded();
        if (!provisional) throw Refusal.of(ErrorCode.ALREADY_CONFIRMED, "delegation", id);
        boolean anybodyMay = made.role() == Role.DIRECTOR || !made.role().money();
        if (!anybodyMay && !decision.actor().has(Role.DIRECTOR)) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED, "needed", Role.DIRECTOR);
        }
        List<PersonId> confirmers =
                Persons.of(decision, Role.OFFICER, Role.REGISTRAR, Role.DIRECTOR, Role.DEPUTY_DIRECTOR);
        PersonId recorder = made.recordedBy();
        if (recorder != null) {
            List<PersonId> recorders = new ArrayList<>(List.of(recorder));
            recorders.addAll(made.recordedFor());
            persons.requireApart(Persons.RECORD_CONFIRM, "delegateRole/confirmDelegation", confirmers, recorders);
        }
        persons.requireApart(Persons.RECORD_CONFIRM, "confirmDelegation/delegator", confirmers, made.principals());
        persons.requireApart(
                Persons.RECORD_CONFIRM, "confirmDelegation/delegate", confirmers, List.of(made.delegatePerson()));
        apply(new DelegationConfirmed(command.delegation(), decision.person()));
    }

    void decide(EndDelegation command, Decision decision) {
        requireNotEnded();
        var sender = decision.actor();
        boolean party = sender.account().equals(made.delegator())
                || sender.account().equals(made.delegate())
                || sender.has(Role.ADMIN)
                || sender.has(Role.DIRECTOR);
        if (!party) throw Refusal.of(ErrorCode.NOT_ALLOWED, "needed", made.delegator());
        apply(new DelegationEnded(command.delegation(), decision.today()));
    }

    @EventSourcingHandler
    void evolve(DelegationEvent event) {
        switch (event) {
            case RoleDelegated delegated -> {
                id = delegated.delegation().value();
                made = delegated;
                provisional = delegated.provisional();
            }
            case DelegationConfirmed _ -> provisional = false;
            case DelegationEnded _ -> ended = true;
        }
    }

    private void requireNotEnded() {
        if (ended) throw notValid("delegation", id, "problem", "ended");
    }

    static Refusal notHeld(DelegationId under) {
        return notValid("under", under, "problem", "not held").at("under");
    }

    static Refusal notValid(Object... facts) {
        return Refusal.of(ErrorCode.DELEGATION_NOT_VALID, facts);
    }
}
