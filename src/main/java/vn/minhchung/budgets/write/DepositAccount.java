package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.DepositAccountCommand.CloseDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.ConfirmDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.RegisterDepositAccount;
import vn.minhchung.budgets.DepositAccountEvent;
import vn.minhchung.budgets.DepositAccountEvent.DepositAccountClosed;
import vn.minhchung.budgets.DepositAccountEvent.DepositAccountConfirmed;
import vn.minhchung.budgets.DepositAccountEvent.DepositAccountRegistered;
import vn.minhchung.budgets.Payee;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.identifier.IdentifierKind;
import vn.minhchung.rules.Rules;

/**
 * A host's deposit account at the treasury ("tiền gửi khác"): registered by the host's head, confirmed by the department,
 * valid for a time. Money is paid to nothing else, never to a person.
 */
@AggregateRoot(type = "DepositAccount")
class DepositAccount {
    /** Deposits at the treasury; the others are accounts of the budget itself (domain.md 2.6). */
    private static final String DEPOSITS = "37";

    @AggregateIdentifier
    private String id;

    private OrganisationId host;
    private String number;
    private String treasury;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private boolean confirmed;
    private List<PersonId> registeredBy;

    DepositAccount() {}

    /** @throws Refusal DEPOSIT_ACCOUNT_NOT_CONFIRMED (also where it is not valid on the day), DEPOSIT_ACCOUNT_OF_ANOTHER_HOST */
    Payee payee(OrganisationId of, LocalDate on) {
        if (!host.equals(of))
            throw Refusal.of(ErrorCode.DEPOSIT_ACCOUNT_OF_ANOTHER_HOST, "host", of.value())
                    .at("depositAccount");
        boolean valid = !on.isBefore(validFrom) && (validTo == null || !on.isAfter(validTo));
        if (!confirmed || !valid)
            throw Refusal.of(
                            ErrorCode.DEPOSIT_ACCOUNT_NOT_CONFIRMED,
                            "confirmed",
                            confirmed,
                            "validFrom",
                            validFrom,
                            "validTo",
                            validTo == null ? "…" : validTo)
                    .at("depositAccount");
        return new Payee(new DepositAccountId(id), host, number, treasury);
    }

    void decide(RegisterDepositAccount command, Decision decision) {
        requireHead(command.host(), decision);
        String asked = IdentifierKind.TREASURY_ACCOUNT.normalise(command.number());
        if (!IdentifierKind.TREASURY_ACCOUNT.isValid(asked) || !asked.startsWith(DEPOSITS))
            throw Refusal.of(ErrorCode.INVALID_IDENTIFIER, "value", asked, "expected", "3713.0.1099901")
                    .at("number");
        if (command.validTo() != null) Acting.notAfter(command.validFrom(), command.validTo(), "validTo");
        apply(new DepositAccountRegistered(
                command.depositAccount(),
                command.host(),
                asked,
                command.treasury().strip(),
                command.validFrom(),
                command.validTo(),
                Acting.persons(decision, Role.HOST_HEAD)));
    }

    void decide(ConfirmDepositAccount command, Decision decision, Rules rules) {
        decision.requireTaken();
        if (confirmed) throw Refusal.of(ErrorCode.ALREADY_CONFIRMED, "id", id);
        rules.twoPersons(
                "four-eyes.record-confirm",
                decision.today(),
                registeredBy,
                Acting.persons(decision, Role.OFFICER, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT));
        apply(new DepositAccountConfirmed(command.depositAccount(), host, number));
    }

    void decide(CloseDepositAccount command, Decision decision) {
        if (!decision.actor().has(Role.OFFICER)) requireHead(host, decision);
        Acting.notAfter(validFrom, command.validTo(), "validTo");
        apply(new DepositAccountClosed(command.depositAccount(), host, number, command.validTo()));
    }

    private static void requireHead(OrganisationId host, Decision decision) {
        if (!decision.actor().has(Role.HOST_HEAD, host))
            throw Refusal.of(ErrorCode.NOT_YOUR_HOST, "host", host.value());
    }

    @EventSourcingHandler
    void evolve(DepositAccountEvent event) {
        id = event.depositAccount().value();
        switch (event) {
            case DepositAccountRegistered e -> {
                host = e.host();
                number = e.number();
                treasury = e.treasury();
                validFrom = e.validFrom();
                validTo = e.validTo();
                registeredBy = e.registeredBy();
            }
            case DepositAccountConfirmed _ -> confirmed = true;
            case DepositAccountClosed e -> validTo = e.validTo();
        }
    }
}
