package vn.minhchung.access;

import static vn.minhchung.kernel.Role.ADMIN;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.OFFICER;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about an account. */
public sealed interface AccountCommand extends Command {
    AccountId account();

    @Override
    default String subject() {
        return account().value();
    }

    /** The first account of an empty system, with the role ADMIN. Sent inside the system only, once. */
    @MayBeSentBy(
            mutation = "",
            roles = {})
    record BootstrapAdministrator(AccountId account, PersonId person, Sealed login, Secret password)
            implements AccountCommand {}

    /** @param password null for an account that logs in through the OpenID Connect issuer only */
    @MayBeSentBy(
            mutation = "createAccount",
            creates = true,
            roles = {ADMIN})
    record CreateAccount(
            AccountId account,
            PersonId person,
            Sealed login,
            @Nullable Secret password) implements AccountCommand {}

    /** One's own password, or as an administrator anybody's. The password itself is in no event. */
    @MayBeSentBy(
            mutation = "resetCredential",
            roles = {
                ADMIN,
                OFFICER,
                Role.ACCOUNTANT,
                Role.CHIEF_ACCOUNTANT,
                DIRECTOR,
                Role.DEPUTY_DIRECTOR,
                Role.COMMITTEE,
                Role.FINANCE,
                Role.REGISTRAR,
                Role.HOST_HEAD,
                Role.HOST_ACCOUNTANT,
                Role.INVESTIGATOR,
                Role.INSPECTOR,
                Role.CITIZEN
            })
    record ResetCredential(AccountId account, Secret password) implements AccountCommand {}

    /** Nobody logs in, and what the account delegated rests. Needs a reason. */
    @MayBeSentBy(
            mutation = "lockAccount",
            roles = {ADMIN})
    record LockAccount(AccountId account) implements AccountCommand {}

    /** Needs a reason. */
    @MayBeSentBy(
            mutation = "unlockAccount",
            roles = {ADMIN})
    record UnlockAccount(AccountId account) implements AccountCommand {}

    /**
     * Never to oneself. A money role, and any grant recorded from paper, is provisional until {@link ConfirmRole}.
     *
     * @param organisation for host roles, and only for them
     * @param from first day, today when null
     * @param to last day, null without end
     */
    @MayBeSentBy(
            mutation = "grantRole",
            roles = {ADMIN},
            deciders = {ADMIN, DIRECTOR, Role.COMMITTEE})
    record GrantRole(
            AccountId account,
            Role role,
            @Nullable OrganisationId organisation,
            @Nullable LocalDate from,
            @Nullable LocalDate to)
            implements AccountCommand {}

    /**
     * By the director; the director's own role rests on the committee's decision, which an officer compares with the
     * grant. Neither granter nor grantee may confirm.
     */
    @MayBeSentBy(
            mutation = "confirmRole",
            roles = {DIRECTOR, OFFICER},
            seen = true)
    record ConfirmRole(
            AccountId account, Role role, @Nullable OrganisationId organisation) implements AccountCommand {}

    /** Ends the role at once; delegations that rest on it rest too. Needs a reason. */
    @MayBeSentBy(
            mutation = "revokeRole",
            roles = {ADMIN, DIRECTOR})
    record RevokeRole(
            AccountId account, Role role, @Nullable OrganisationId organisation) implements AccountCommand {}
}
