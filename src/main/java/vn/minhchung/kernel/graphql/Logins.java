package vn.minhchung.kernel.graphql;

import java.util.Objects;
import java.util.Optional;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Actor;

/** What the door asks about a log-in. Answers are of now: roles in force today, locked accounts gone. */
public interface Logins {
    /** How somebody came in, in {@link Actor#known}. */
    String METHOD = "method";

    String PASSWORD = "PASSWORD";

    /** Id of the account's password at that time, in {@link Actor#known}. */
    String CREDENTIAL = "credential";

    /**
     * Who stands behind the log-in.
     *
     * @param login as typed; case and surrounding spaces do not matter
     * @return empty when it is unknown, locked, or its person is erased
     */
    Optional<Actor> actor(String login);

    /** Who stands behind the account, by the same rules: asked again while somebody stays connected. */
    Optional<Actor> actor(AccountId account);

    /**
     * Somebody who stays connected, with the rights of now.
     *
     * @return empty when the account may not log in any more, or came in by a password that was replaced since
     */
    default Optional<Actor> present(Actor connected) {
        return actor(connected.account())
                .filter(now -> !PASSWORD.equals(connected.known().get(METHOD))
                        || Objects.equals(
                                now.known().get(CREDENTIAL), connected.known().get(CREDENTIAL)))
                .map(now -> now.knownBy(connected.known()));
    }

    /** Whether this is the account's present password; takes about as long for an unknown log-in. */
    boolean matches(String login, String password);
}
