package vn.minhchung.access;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Sealed;

/** What was recorded about an account. */
public sealed interface AccountEvent extends DomainEvent {
    AccountId account();

    /** @param loginKey keyed hash of the log-in, by which it is found */
    @EventType(name = "access.AccountCreated")
    record AccountCreated(AccountId account, PersonId person, Sealed login, String loginKey) implements AccountEvent {}

    /** @param credential id of the password hash that counts from now on; the hash stands outside the log */
    @EventType(name = "access.CredentialSet")
    record CredentialSet(AccountId account, String credential) implements AccountEvent {}

    /** Nobody logs in from now on. */
    @EventType(name = "access.AccountLocked")
    record AccountLocked(AccountId account) implements AccountEvent {}

    /** The lock is lifted. */
    @EventType(name = "access.AccountUnlocked")
    record AccountUnlocked(AccountId account) implements AccountEvent {}

    /**
     * A role was granted.
     *
     * @param granters who acted, first, and the principals of the delegation acted under
     * @param provisional true until somebody else confirms
     */
    @EventType(name = "access.RoleGranted")
    record RoleGranted(
            AccountId account,
            Role role,
            @Nullable OrganisationId organisation,
            LocalDate from,
            @Nullable LocalDate to,
            List<PersonId> granters,
            boolean provisional)
            implements AccountEvent {}

    /** A provisional role is in force from now on. */
    @EventType(name = "access.RoleConfirmed")
    record RoleConfirmed(
            AccountId account, Role role, @Nullable OrganisationId organisation, PersonId confirmedBy)
            implements AccountEvent {}

    /** The role ended before its time. */
    @EventType(name = "access.RoleRevoked")
    record RoleRevoked(
            AccountId account, Role role, @Nullable OrganisationId organisation, LocalDate on)
            implements AccountEvent {}
}
