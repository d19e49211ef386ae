package vn.minhchung.access;

import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;

/** What was recorded in the guard of one log-in name. */
public sealed interface LoginEvent extends DomainEvent {
    /** @param login {@code login:<keyed hash>} */
    @EventType(name = "access.LoginClaimed")
    record LoginClaimed(String login, AccountId account) implements LoginEvent {}
}
