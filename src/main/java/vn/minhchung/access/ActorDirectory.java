package vn.minhchung.access;

import java.util.Optional;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Actor;

/** Who stands behind an account, with the roles in force today, own and delegated. Read off the views. */
public interface ActorDirectory {
    /** Empty when the log-in is unknown, the account locked, or the person erased. */
    Optional<Actor> byLogin(String login);

    /** As {@link #byLogin}. */
    Optional<Actor> byAccount(AccountId account);
}
