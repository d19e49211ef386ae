package vn.minhchung.access.write;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;
import vn.minhchung.access.AccountCommand.BootstrapAdministrator;
import vn.minhchung.access.AccountCommand.ConfirmRole;
import vn.minhchung.access.AccountCommand.CreateAccount;
import vn.minhchung.access.AccountCommand.GrantRole;
import vn.minhchung.access.AccountCommand.LockAccount;
import vn.minhchung.access.AccountCommand.ResetCredential;
import vn.minhchung.access.AccountCommand.RevokeRole;
import vn.minhchung.access.AccountCommand.UnlockAccount;
import vn.minhchung.access.AccountEvent.RoleGranted;
import vn.minhchung.access.Credentials;
import vn.minhchung.access.LoginName;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.command.InternalControl;
import vn.minhchung.kernel.command.RoleControl;
import vn.minhchung.people.PeopleDirectory;

/**
 * Where commands about accounts arrive. A password's hash is written under a new credential id before the event that makes
 * it the present one: a crash between the two leaves a hash that nothing points to.
 */
@Component
class AccountDesk implements Desk {
    private static final int SHORTEST_PASSWORD = 8;
    /** Longer ones would be cut by the hash function, unseen. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private final Aggregates aggregates;
    private final PersonalData personalData;
    private final PeopleDirectory people;
    private final Credentials credentials;
    private final InternalControl control;
    private final RoleControl together;

    AccountDesk(
            Aggregates aggregates,
            PersonalData personalData,
            PeopleDirectory people,
            Credentials credentials,
            InternalControl control,
            RoleControl together) {
        this.aggregates = aggregates;
        this.personalData = personalData;
        this.people = people;
        this.credentials = credentials;
        this.control = control;
        this.together = together;
    }

    @CommandHandler
    void handle(BootstrapAdministrator command, Decision decision) {
        people.requirePerson(command.person());
        String loginKey = loginKey(command.login());
        String credential = credentialId(command.account(), decision);
        aggregates.create(Account.class, command.account().value(), account -> {
            account.decide(command, loginKey, credential, decision);
        });
        aggregates.create(BootstrapGuard.class, BootstrapGuard.STREAM, guard -> guard.decide(command));
        claim(loginKey, command.account());
        store(credential, command.password());
    }

    @CommandHandler
    void handle(CreateAccount command, Decision decision) {
        people.requirePerson(command.person());
        String loginKey = loginKey(command.login());
        String credential = command.password() == null ? null : credentialId(command.account(), decision);
        aggregates.create(
                Account.class, command.account().value(), account -> account.decide(command, loginKey, credential));
        claim(loginKey, command.account());
        if (credential != null && command.password() != null) store(credential, command.password());
    }

    @CommandHandler
    void handle(ResetCredential command, Decision decision) {
        String credential = credentialId(command.account(), decision);
        String before = aggregates.ask(Account.class, command.account().value(), Account::credential);
        aggregates.on(
                Account.class, command.account().value(), account -> account.decide(command, credential, decision));
        store(credential, command.password());
        if (!before.isEmpty() && !before.equals(credential)) {
            CurrentUnitOfWork.get().root().afterCommit(_ -> credentials.forget(before));
        }
    }

    @CommandHandler
    void handle(LockAccount command, Decision decision) {
        aggregates.on(Account.class, command.account().value(), account -> account.decide(command, decision));
    }

    @CommandHandler
    void handle(UnlockAccount command, Decision decision) {
        aggregates.on(Account.class, command.account().value(), account -> account.decide(command, decision));
    }

    @CommandHandler
    void handle(GrantRole command, Decision decision) {
        if (command.organisation() != null) people.requireOrganisation(command.organisation());
        aggregates.on(
                Account.class,
                command.account().value(),
                account -> account.decide(command, decision, persons(decision), together));
    }

    @CommandHandler
    void handle(ConfirmRole command, Decision decision) {
        aggregates.on(
                Account.class,
                command.account().value(),
                account -> account.decide(command, decision, persons(decision), together));
        aggregates.confirms(
                command.account().value(),
                RoleGranted.class,
                granted -> granted.role() == command.role()
                        && Objects.equals(granted.organisation(), command.organisation()));
    }

    @CommandHandler
    void handle(RevokeRole command, Decision decision) {
        aggregates.on(Account.class, command.account().value(), account -> account.decide(command, decision));
    }

    private Persons persons(Decision decision) {
        return new Persons(control, decision.today());
    }

    private void claim(String loginKey, AccountId account) {
        String stream = LoginGuard.streamOf(loginKey);
        aggregates.guard(LoginGuard.class, stream, login -> login.claim(stream, account));
    }

    private String loginKey(Sealed login) {
        return LoginName.parse(personalData.open(login)).key(personalData);
    }

    /** The same request gives the same id, so a repeated try writes no second hash. */
    private static String credentialId(AccountId account, Decision decision) {
        return Id.derived(
                "credential",
                account.value(),
                decision.actor().account().value(),
                decision.mutation(),
                decision.idempotencyKey());
    }

    private void store(String credential, Secret password) {
        if (password.value().length() < SHORTEST_PASSWORD
                || password.value().getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            throw Refusal.of(
                            ErrorCode.INVALID_INPUT,
                            "problem",
                            "%d–%d".formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD_BYTES),
                            "limit",
                            SHORTEST_PASSWORD)
                    .at("password");
        }
        credentials.put(credential, password);
    }
}
