package vn.minhchung.audit;

import java.util.Map;
import java.util.Set;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;

/** The system acting by itself: no person, and no right but to seal. */
public final class SystemActor {
    public static final PersonId NOBODY = new PersonId("person:system");

    public static final Actor ACTOR = new Actor(
            new AccountId("account:system"),
            NOBODY,
            Set.of(Role.ADMIN),
            Map.of(),
            Map.of(),
            Map.of("method", "SYSTEM"));

    private SystemActor() {}
}
