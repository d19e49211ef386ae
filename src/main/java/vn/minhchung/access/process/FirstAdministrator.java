package vn.minhchung.access.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import vn.minhchung.access.AccountCommand.BootstrapAdministrator;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.Capacity;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DecisionMode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.command.InsistingCommands;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.people.PersonCommand.RegisterPerson;

/**
 * Registers the first administrator and opens the account, once: its ids and keys are fixed, so a repetition meets its own
 * earlier success. At the start it does so when {@code minhchung.admin.login} and {@code minhchung.admin.password} are set.
 */
@Component
class FirstAdministrator implements Bootstrap, ApplicationRunner {
    private static final PersonId PERSON = new PersonId(Id.derived("person", "bootstrap", "administrator"));
    private static final AccountId ACCOUNT = new AccountId(Id.derived("account", "bootstrap", "administrator"));

    private final Commands commands;
    private final PersonalData personalData;
    private final StoryClock clock;
    private final Views views;
    private final String name;
    private final String login;
    private final String password;

    FirstAdministrator(
            Commands commands,
            PersonalData personalData,
            StoryClock clock,
            Views views,
            @Value("${minhchung.admin.name:Quản trị hệ thống}") String name,
            @Value("${minhchung.admin.login:}") String login,
            @Value("${minhchung.admin.password:}") String password) {
        this.commands = new InsistingCommands(commands);
        this.personalData = personalData;
        this.clock = clock;
        this.views = views;
        this.name = name;
        this.login = login;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!login.isBlank() && !password.isBlank()) administrator(name, login, new Secret(password));
    }

    @Override
    public AccountId administrator(String personName, String loginName, Secret secret) {
        send(
                "registerPerson",
                new RegisterPerson(PERSON, personalData.seal(PERSON, personName), null, null, null, null));
        send(
                "bootstrapAdministrator",
                new BootstrapAdministrator(ACCOUNT, PERSON, personalData.seal(PERSON, loginName), secret));
        return ACCOUNT;
    }

    private void send(String mutation, Command command) {
        var today = clock.today();
        Actor actor = new Actor(ACCOUNT, PERSON, Set.of(Role.ADMIN), Map.of(), Map.of(), Map.of("method", "BOOTSTRAP"));
        Decider decider =
                new Decider(PERSON, Role.ADMIN, null, Capacity.SELF, null, null, today, null, DecisionMode.TAKEN, null);
        Commands.Outcome outcome = commands.send(
                command,
                new Decision(
                        actor,
                        decider,
                        List.of(),
                        "khởi tạo hệ thống",
                        today,
                        today,
                        null,
                        null,
                        "bootstrap",
                        mutation,
                        "bootstrap",
                        "bootstrap"));
        // whoever is told that the system runs may sign in at once
        if (!views.await(outcome.position())) throw new IllegalStateException("the views do not follow");
    }
}
