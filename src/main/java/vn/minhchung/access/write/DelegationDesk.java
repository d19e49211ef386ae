package vn.minhchung.access.write;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.access.DelegationCommand.ConfirmDelegation;
import vn.minhchung.access.DelegationCommand.DelegateRole;
import vn.minhchung.access.DelegationCommand.EndDelegation;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.command.InternalControl;

/** Where delegations arrive: the delegator's role, the chain above and the treasury's list are read in one decision. */
@Component
class DelegationDesk implements Desk {
    /** Roles of account holders, who sign first. */
    private static final Set<Role> FIRST_SIGNATURE = EnumSet.of(Role.DIRECTOR, Role.DEPUTY_DIRECTOR, Role.HOST_HEAD);

    private final Aggregates aggregates;
    private final InternalControl control;

    DelegationDesk(Aggregates aggregates, InternalControl control) {
        this.aggregates = aggregates;
        this.control = control;
    }

    @CommandHandler
    void handle(DelegateRole command, Decision decision) {
        Account.requireOrganisationFits(command.role(), command.organisation());
        PersonId delegator = aggregates.ask(Account.class, command.delegator().value(), Account::person);
        PersonId delegate = aggregates.ask(Account.class, command.delegate().value(), Account::person);
        requireDelegatorDecides(command, delegator, decision);
        List<PersonId> above = above(command);
        if (FIRST_SIGNATURE.contains(command.role())) requireNoSecondSignatory(command, delegate);
        aggregates.create(
                Delegation.class,
                command.delegation().value(),
                delegation -> delegation.decide(command, delegator, delegate, above, decision));
    }

    @CommandHandler
    void handle(ConfirmDelegation command, Decision decision) {
        aggregates.on(
                Delegation.class,
                command.delegation().value(),
                delegation -> delegation.decide(command, decision, new Persons(control, decision.today())));
    }

    @CommandHandler
    void handle(EndDelegation command, Decision decision) {
        aggregates.on(
                Delegation.class, command.delegation().value(), delegation -> delegation.decide(command, decision));
    }

    /** Taken here: by the delegator's own account. Recorded: signed by the delegator. */
    private static void requireDelegatorDecides(DelegateRole command, PersonId delegator, Decision decision) {
        boolean decides = decision.recorded()
                ? decision.decidedBy().person().equals(delegator)
                : decision.actor().account().equals(command.delegator());
        if (!decides) {
            throw Delegation.notValid("problem", "not the delegator", "delegator", command.delegator())
                    .at("delegator");
        }
    }

    private List<PersonId> above(DelegateRole command) {
        if (command.under() != null) {
            return aggregates.ask(
                    Delegation.class, command.under().value(), delegation -> delegation.passedOn(command));
        }
        boolean holds = aggregates.ask(
                Account.class,
                command.delegator().value(),
                account -> account.holds(command.role(), command.organisation(), command.start(), command.end()));
        if (!holds) {
            throw Delegation.notValid("role", command.role(), "problem", "not held from start to end")
                    .at("role");
        }
        return List.of();
    }

    /** The head may not make a second signatory his deputy (TT 157/2025/TT-BTC Art. 7). */
    private void requireNoSecondSignatory(DelegateRole command, PersonId delegate) {
        Boolean signsSecond = aggregates.peek(
                SecondSignatory.class,
                SecondSignatory.streamOf(delegate),
                person -> person.during(command.start(), command.end()));
        if (Boolean.TRUE.equals(signsSecond)) {
            throw Delegation.notValid("problem", "second signatory", "delegate", command.delegate())
                    .at("delegate");
        }
    }
}
