package vn.minhchung.access.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.access.AccountCommand.BootstrapAdministrator;
import vn.minhchung.access.AccountCommand.ConfirmRole;
import vn.minhchung.access.AccountCommand.CreateAccount;
import vn.minhchung.access.AccountCommand.GrantRole;
import vn.minhchung.access.AccountCommand.LockAccount;
import vn.minhchung.access.AccountCommand.ResetCredential;
import vn.minhchung.access.AccountCommand.RevokeRole;
import vn.minhchung.access.AccountCommand.UnlockAccount;
import vn.minhchung.access.AccountEvent;
import vn.minhchung.access.AccountEvent.AccountCreated;
import vn.minhchung.access.AccountEvent.AccountLocked;
import vn.minhchung.access.AccountEvent.AccountUnlocked;
import vn.minhchung.access.AccountEvent.CredentialSet;
import vn.minhchung.access.AccountEvent.RoleConfirmed;
import vn.minhchung.access.AccountEvent.RoleGranted;
import vn.minhchung.access.AccountEvent.RoleRevoked;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.RoleControl;

/**
 * A log-in of one person. Created by an administrator, given roles by somebody else than its person; money roles hold only
 * after the director has confirmed them. Passwords come and go as credentials, of which the account knows the id. It is
 * locked and unlocked, never deleted: what was done through it stays done.
 */
@AggregateRoot(type = "Account")
class Account {
    /** Roles are held once per organisation; organisation is null for roles that hold everywhere. */
    private record Key(Role role, @Nullable OrganisationId organisation) {}

    private record Held(LocalDate from, @Nullable LocalDate to, List<PersonId> granters, boolean provisional) {
        boolean meets(LocalDate start, @Nullable LocalDate end) {
            return (to == null || !to.isBefore(start)) && (end == null || !from.isAfter(end));
        }

        boolean during(LocalDate start, LocalDate end) {
            return !provisional && !from.isAfter(start) && (to == null || !to.isBefore(end));
        }
    }

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private PersonId person;
    private String credential = "";
    private boolean locked;
    private final Map<Key, Held> roles = new HashMap<>();

    Account() {}

    PersonId person() {
        return person;
    }

    /** Empty before the first password. */
    String credential() {
        return credential;
    }

    /** Whether the role is held in force on every day from start to end. */
    boolean holds(Role role, @Nullable OrganisationId organisation, LocalDate start, LocalDate end) {
        Held held = roles.get(new Key(role, organisation));
        return held != null && held.during(start, end);
    }

    /** Roles held on one of these days, provisional ones too; the organisation is left out. */
    Set<Role> rolesBetween(LocalDate start, @Nullable LocalDate end) {
        Set<Role> held = EnumSet.noneOf(Role.class);
        roles.forEach((key, each) -> {
            if (each.meets(start, end)) held.add(key.role());
        });
        return held;
    }

    void decide(BootstrapAdministrator command, String loginKey, String credentialId, Decision decision) {
        apply(new AccountCreated(command.account(), command.person(), command.login(), loginKey));
        apply(new CredentialSet(command.account(), credentialId));
        apply(new RoleGranted(
                command.account(), Role.ADMIN, null, decision.today(), null, List.of(command.person()), false));
    }

    void decide(CreateAccount command, String loginKey, @Nullable String credentialId) {
        apply(new AccountCreated(command.account(), command.person(), command.login(), loginKey));
        if (credentialId != null) apply(new CredentialSet(command.account(), credentialId));
    }

    void decide(ResetCredential command, String credentialId, Decision decision) {
        AccountId sender = decision.actor().account();
        if (!sender.equals(command.account()) && !decision.actor().has(Role.ADMIN)) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED, "needed", Role.ADMIN);
        }
        apply(new CredentialSet(command.account(), credentialId));
    }

    void decide(LockAccount command, Decision decision) {
        decision.requireReason();
        if (locked) throw Refusal.of(ErrorCode.ACCOUNT_LOCKED, "account", command.account());
        apply(new AccountLocked(command.account()));
    }

    void decide(UnlockAccount command, Decision decision) {
        decision.requireReason();
        if (!locked) throw Refusal.of(ErrorCode.WRONG_STATE, "state", "ACTIVE");
        apply(new AccountUnlocked(command.account()));
    }

    void decide(GrantRole command, Decision decision, Persons persons, RoleControl together) {
        requireOrganisationFits(command.role(), command.organisation());
        List<PersonId> granters = granters(decision);
        persons.requireApart(Persons.ROLE_GRANT, "grantRole/grantee", granters, List.of(person));
        // the director's own role rests on the committee's appointment: there is nobody above to confirm it
        if (command.role() == Role.DIRECTOR) Requires.basis(decision);
        LocalDate from = Objects.requireNonNullElse(command.from(), decision.today());
        Requires.inOrder(decision.today(), from, "from");
        Requires.inOrder(from, command.to(), "to");
        Held held = roles.get(new Key(command.role(), command.organisation()));
        if (held != null && (held.to() == null || !held.to().isBefore(decision.today()))) {
            throw Refusal.of(ErrorCode.ROLE_ALREADY_GRANTED, "role", command.role());
        }
        together.requireTogether(rolesBetween(from, command.to()), command.role(), decision.today());
        apply(new RoleGranted(
                command.account(),
                command.role(),
                command.organisation(),
                from,
                command.to(),
                granters,
                command.role().money() || decision.recorded()));
    }

    void decide(ConfirmRole command, Decision decision, Persons persons, RoleControl together) {
        Held held = held(command.role(), command.organisation());
        if (!held.provisional()) throw Refusal.of(ErrorCode.ALREADY_CONFIRMED, "role", command.role());
        boolean officerMay = command.role() == Role.DIRECTOR || !command.role().money();
        if (!officerMay && !decision.actor().has(Role.DIRECTOR)) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED, "needed", Role.DIRECTOR);
        }
        List<PersonId> confirmers = Persons.of(decision, Role.DIRECTOR, Role.OFFICER);
        persons.requireApart(Persons.ROLE_GRANT, "grantRole/confirmRole", confirmers, held.granters());
        persons.requireApart(Persons.ROLE_GRANT, "confirmRole/grantee", confirmers, List.of(person));
        Set<Role> others = rolesBetween(held.from(), held.to());
        others.remove(command.role());
        together.requireTogether(others, command.role(), decision.today());
        apply(new RoleConfirmed(command.account(), command.role(), command.organisation(), decision.person()));
    }

    void decide(RevokeRole command, Decision decision) {
        decision.requireReason();
        held(command.role(), command.organisation());
        apply(new RoleRevoked(command.account(), command.role(), command.organisation(), decision.today()));
    }

    @EventSourcingHandler
    void evolve(AccountEvent event) {
        switch (event) {
            case AccountCreated created -> {
                id = created.account().value();
                person = created.person();
            }
            case CredentialSet set -> credential = set.credential();
            case AccountLocked _ -> locked = true;
            case AccountUnlocked _ -> locked = false;
            case RoleGranted e ->
                roles.put(
                        new Key(e.role(), e.organisation()), new Held(e.from(), e.to(), e.granters(), e.provisional()));
            case RoleConfirmed e ->
                roles.computeIfPresent(
                        new Key(e.role(), e.organisation()),
                        (_, held) -> new Held(held.from(), held.to(), held.granters(), false));
            case RoleRevoked e -> roles.remove(new Key(e.role(), e.organisation()));
        }
    }

    /**
     * Nobody who granted confirms: whoever acted, and the signatory of the paper. Only the director's own signature does
     * not stand in the way, as nobody but the director confirms a money role.
     */
    private static List<PersonId> granters(Decision decision) {
        Set<PersonId> granters = new LinkedHashSet<>(Persons.of(decision, Role.ADMIN));
        if (decision.decidedBy().role() != Role.DIRECTOR) decision.signatory().ifPresent(granters::add);
        return List.copyOf(granters);
    }

    private Held held(Role role, @Nullable OrganisationId organisation) {
        Held held = roles.get(new Key(role, organisation));
        if (held == null) throw Refusal.of(ErrorCode.ROLE_NOT_GRANTED, "role", role);
        return held;
    }

    static void requireOrganisationFits(Role role, @Nullable OrganisationId organisation) {
        if (role.ofHost() && organisation == null) {
            throw Refusal.of(ErrorCode.ROLE_NEEDS_ORGANISATION, "role", role).at("organisation");
        }
        if (!role.ofHost() && organisation != null) {
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "no organisation", "role", role)
                    .at("organisation");
        }
    }
}
