package vn.minhchung.kernel.graphql;

import java.util.Optional;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Actor;

/** What the door asks about a log-in. Answers are of now: roles in force today, locked accounts gone. */
public interface Logins {
    /**
     * Who stands behind the log-in.
     *
     * @param login as typed; case and surrounding spaces do not matter
     * @return empty when it is unknown, locked, or its person is erased
     */
    Optional<Actor> actor(String login);

    /** Who stands behind the account, by the same rules: asked again while somebody stays connected. */
    Optional<Actor> actor(AccountId account);

    /** Whether this is the account's present password; takes about as long for an unknown log-in. */
    boolean matches(String login, String password);
}
