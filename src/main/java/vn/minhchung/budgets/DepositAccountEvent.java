package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;

/** What happened to a host's deposit account. */
public sealed interface DepositAccountEvent extends DomainEvent {
    DepositAccountId depositAccount();

    @EventType(name = "budgets.DepositAccountRegistered")
    record DepositAccountRegistered(
            DepositAccountId depositAccount,
            OrganisationId host,
            String number,
            String treasury,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<PersonId> registeredBy)
            implements DepositAccountEvent {}

    @EventType(name = "budgets.DepositAccountConfirmed")
    record DepositAccountConfirmed(DepositAccountId depositAccount, OrganisationId host, String number)
            implements DepositAccountEvent {}

    @EventType(name = "budgets.DepositAccountClosed")
    record DepositAccountClosed(DepositAccountId depositAccount, OrganisationId host, String number, LocalDate validTo)
            implements DepositAccountEvent {}
}
