package vn.minhchung.kernel;

import java.util.Map;
import java.util.Set;

/** The system acting by itself, when time has passed: no person, and no right of its own. */
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
