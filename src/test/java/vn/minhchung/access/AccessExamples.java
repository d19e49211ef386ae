package vn.minhchung.access;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import vn.minhchung.access.AccountEvent.AccountCreated;
import vn.minhchung.access.AccountEvent.AccountLocked;
import vn.minhchung.access.AccountEvent.AccountUnlocked;
import vn.minhchung.access.AccountEvent.CredentialSet;
import vn.minhchung.access.AccountEvent.RoleConfirmed;
import vn.minhchung.access.AccountEvent.RoleGranted;
import vn.minhchung.access.AccountEvent.RoleRevoked;
import vn.minhchung.access.BootstrapEvent.AdministratorBootstrapped;
import vn.minhchung.access.DelegationEvent.DelegationConfirmed;
import vn.minhchung.access.DelegationEvent.DelegationEnded;
import vn.minhchung.access.DelegationEvent.RoleDelegated;
import vn.minhchung.access.LoginEvent.LoginClaimed;
import vn.minhchung.access.SecondSignatoryEvent.SecondSignatoryEnded;
import vn.minhchung.access.SecondSignatoryEvent.SecondSignatoryNoted;
import vn.minhchung.access.SignatoryEvent.SignatoryConfirmed;
import vn.minhchung.access.SignatoryEvent.SignatoryRegistered;
import vn.minhchung.access.SignatoryEvent.SignatoryRemoved;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** Accounts of invented persons; a person of the same name acts in {@link Decisions}. */
public final class AccessExamples {
    public static final LocalDate TODAY = Decisions.TODAY;
    public static final LocalDate YEAR_END = LocalDate.of(2025, 12, 31);
    public static final OrganisationId DEPARTMENT =
            new OrganisationId("organisation:01890a5d-ac96-7741-b9f0-7f2a4b8c0201");

    private AccessExamples() {}

    public static AccountId account(String who) {
        return Decisions.actor(who, null).account();
    }

    public static PersonId person(String who) {
        return Decisions.person(who);
    }

    public static AccountCreated created(String who) {
        return new AccountCreated(account(who), person(who), sealed(person(who), who), "key of " + who);
    }

    public static RoleGranted granted(String who, Role role) {
        return new RoleGranted(
                account(who), role, null, LocalDate.of(2024, 1, 1), null, List.of(person("admin")), false);
    }

    public static RoleDelegated delegated(DelegationId id, String from, String to, Role role) {
        return new RoleDelegated(
                id,
                account(from),
                account(to),
                person(to),
                role,
                null,
                TODAY,
                YEAR_END,
                true,
                null,
                List.of(person(from)),
                null,
                false,
                List.of());
    }

    /** One event of each kind. */
    public static List<DomainEvent> all() {
        AccountId account = account("accountant");
        DelegationId delegation = new DelegationId("delegation:01890a5d-ac96-7741-b9f0-7f2a4b8c0301");
        String guard = "second-signatory:01890a5d-ac96-7741-b9f0-7f2a4b8c0002";
        return List.of(
                new AdministratorBootstrapped("bootstrap:administrator", account("admin"), person("admin")),
                created("accountant"),
                new LoginClaimed("login:5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8", account),
                new CredentialSet(account, "credential:0d2d2b1c-6d0a-3f5e-8a3b-0e6a5f4b7c11"),
                new AccountLocked(account),
                new AccountUnlocked(account),
                new RoleGranted(account, Role.ACCOUNTANT, null, TODAY, YEAR_END, List.of(person("admin")), true),
                new RoleConfirmed(account, Role.ACCOUNTANT, null, person("director")),
                new RoleRevoked(account, Role.ACCOUNTANT, null, TODAY),
                delegated(delegation, "director", "deputy", Role.DIRECTOR),
                new DelegationConfirmed(delegation, person("officer")),
                new DelegationEnded(delegation, TODAY),
                new SignatoryRegistered(
                        DEPARTMENT,
                        1,
                        person("chief"),
                        SignaturePosition.SECOND,
                        SignatoryRank.HEAD,
                        TODAY,
                        null,
                        person("officer"),
                        true,
                        List.of(person("registrar"))),
                new SignatoryConfirmed(DEPARTMENT, 1, person("registrar")),
                new SignatoryRemoved(DEPARTMENT, 1, YEAR_END),
                new SecondSignatoryNoted(guard, DEPARTMENT, 1, TODAY, null),
                new SecondSignatoryEnded(guard, DEPARTMENT, 1, YEAR_END));
    }

    /** Looks like a ciphertext; samples need no key. */
    private static Sealed sealed(PersonId person, String text) {
        return new Sealed(person, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }
}
