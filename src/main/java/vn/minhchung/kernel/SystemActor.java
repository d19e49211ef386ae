package vn.minhchung.kernel;

import java.time.LocalDate;
import java.util.List;
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

    /**
     * What a process decides when its time has come: taken, by nobody.
     *
     * @param requestId names the process and what it acts on
     * @param key derives from what it acts on, so that two nodes, or a second try, make one event
     */
    public static Decision decision(LocalDate today, String requestId, String mutation, String key) {
        return new Decision(
                ACTOR,
                new Decider(NOBODY, Role.ADMIN, null, Capacity.SELF, null, null, today, null, DecisionMode.TAKEN, null),
                List.of(),
                null,
                today,
                today,
                null,
                null,
                requestId,
                mutation,
                key,
                "process");
    }
}
