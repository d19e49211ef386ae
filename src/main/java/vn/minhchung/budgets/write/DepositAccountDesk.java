package vn.minhchung.budgets.write;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.DepositAccountCommand.CloseDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.ConfirmDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.RegisterDepositAccount;
import vn.minhchung.budgets.DepositAccountEvent.DepositAccountRegistered;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.people.PeopleDirectory;
import vn.minhchung.rules.Rules;

/** Hosts' deposit accounts. */
@Component
class DepositAccountDesk implements Desk {
    private final Aggregates aggregates;
    private final PeopleDirectory people;
    private final Rules rules;

    DepositAccountDesk(Aggregates aggregates, PeopleDirectory people, Rules rules) {
        this.aggregates = aggregates;
        this.people = people;
        this.rules = rules;
    }

    @CommandHandler
    void handle(RegisterDepositAccount command, Decision decision) {
        people.requireOrganisation(command.host());
        aggregates.create(DepositAccount.class, command.subject(), a -> a.decide(command, decision));
    }

    @CommandHandler
    void handle(ConfirmDepositAccount command, Decision decision) {
        aggregates.on(DepositAccount.class, command.subject(), a -> a.decide(command, decision, rules));
        aggregates.confirms(command.subject(), DepositAccountRegistered.class, _ -> true);
    }

    @CommandHandler
    void handle(CloseDepositAccount command, Decision decision) {
        aggregates.on(DepositAccount.class, command.subject(), a -> a.decide(command, decision));
    }
}
