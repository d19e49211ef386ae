package vn.minhchung.access.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.access.LoginEvent;
import vn.minhchung.access.LoginEvent.LoginClaimed;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/** One log-in name, under its keyed hash. It belongs to one account for ever, so that old acts keep one author. */
@AggregateRoot(type = "Login")
class LoginGuard {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private @Nullable AccountId account;

    LoginGuard() {}

    static String streamOf(String loginKey) {
        return "login:" + loginKey;
    }

    void claim(String login, AccountId claimant) {
        if (account != null) {
            throw Refusal.of(ErrorCode.ALREADY_EXISTS, "id", account).at("login");
        }
        apply(new LoginClaimed(login, claimant));
    }

    @EventSourcingHandler
    void evolve(LoginEvent event) {
        switch (event) {
            case LoginClaimed claimed -> {
                id = claimed.login();
                account = claimed.account();
            }
        }
    }
}
