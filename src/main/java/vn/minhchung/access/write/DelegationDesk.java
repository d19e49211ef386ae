package vn.minhchung.access.write;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.access.DelegationCommand.ConfirmDelegation;
import vn.minhchung.access.DelegationCommand.DelegateRole;
import vn.minhchung.access.DelegationCommand.EndDelegation;
import vn.minhchung.access.DelegationEvent.RoleDelegated;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.command.InternalControl;
import vn.minhchung.kernel.command.RoleControl;

/** Where delegations arrive: the delegator's role, the chain above and the treasury's list are read in one decision. */
@Component
class DelegationDesk implements Desk {
    /** Roles of account holders, who sign first. */
    private static final Set<Role> FIRST_SIGNATURE = EnumSet.of(Role.DIRECTOR, Role.DEPUTY_DIRECTOR, Role.HOST_HEAD);

    private final Aggregates aggregates;
    private final InternalControl control;
    private final RoleControl together;

    DelegationDesk(Aggregates aggregates, InternalControl control, RoleControl together) {
        this.aggregates = aggregates;
        this.control = control;
        this.together = together;
    }

    @CommandHandler
    void handle(DelegateRole command, Decision decision) {
        Account.requireOrganisationFits(command.role(), command.organisation());
        // before anything is read: whether a stranger's account exists is not told
        if (!decision.recorded() && !decision.actor().account().equals(command.delegator()))
            throw notTheDelegator(command);
        PersonId delegator = aggregates.ask(Account.class, command.delegator().value(), Account::person);
        PersonId delegate = aggregates.ask(Account.class, command.delegate().value(), Account::person);
        requireSignedByDelegator(command, delegator, decision);
        List<PersonId> above = above(command);
        if (FIRST_SIGNATURE.contains(command.role())) requireNoSecondSignatory(command, delegate);
        requireTogether(command.delegate(), command.role(), command.start(), command.end(), decision);
        aggregates.create(
                Delegation.class,
                command.delegation().value(),
                delegation -> delegation.decide(command, delegator, delegate, above, decision));
    }

    @CommandHandler
    void handle(ConfirmDelegation command, Decision decision) {
        RoleDelegated made =
                aggregates.ask(Delegation.class, command.delegation().value(), Delegation::made);
        requireTogether(made.delegate(), made.role(), made.start(), made.end(), decision);
        aggregates.on(
                Delegation.class,
                command.delegation().value(),
                delegation -> delegation.decide(command, decision, new Persons(control, decision.today())));
        aggregates.confirms(command.delegation().value(), RoleDelegated.class, _ -> true);
    }

    /** What the delegate holds by grants; what comes by other delegations is looked at when rights are put together. */
    private void requireTogether(AccountId delegate, Role role, LocalDate start, LocalDate end, Decision decision) {
        Set<Role> held = aggregates.ask(Account.class, delegate.value(), account -> account.rolesBetween(start, end));
        together.requireTogether(held, role, decision.today());
    }

    @CommandHandler
    void handle(EndDelegation command, Decision decision) {
        aggregates.on(
                Delegation.class, command.delegation().value(), delegation -> delegation.decide(command, decision));
    }

    /** Taken here: by the delegator's own account. Recorded: signed by the delegator. */
    private static void requireSignedByDelegator(DelegateRole command, PersonId delegator, Decision decision) {
        if (decision.recorded() && !decision.decidedBy().person().equals(delegator)) throw notTheDelegator(command);
    }

    private static Refusal notTheDelegator(DelegateRole command) {
        return Delegation.notValid("problem", "not the delegator", "delegator", command.delegator())
                .at("delegator");
    }

    private List<PersonId> above(DelegateRole command) {
        if (command.under() != null) {
            List<PersonId> above = aggregates.peek(
                    Delegation.class, command.under().value(), delegation -> delegation.passedOn(command));
            // as for one that was given to somebody else
            if (above == null) throw Delegation.notHeld(command.under());
            return above;
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
