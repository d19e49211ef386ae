package vn.minhchung.access;

import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.PersonId;

/** How access began. */
public sealed interface BootstrapEvent extends DomainEvent {
    /** The first administrator, whom nobody granted the role. It happens once. */
    @EventType(name = "access.AdministratorBootstrapped")
    record AdministratorBootstrapped(String bootstrap, AccountId account, PersonId person) implements BootstrapEvent {}
}
