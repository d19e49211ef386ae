package vn.minhchung.budgets.write;

import java.util.Map;
import java.util.Set;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Role;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** Somebody who acts as head of the host under a written power. */
final class Delegating {
    private Delegating() {}

    static Decision from(String head, String deputy) {
        Decision own = Decisions.takenFor(Cast.HOST, deputy, Role.HOST_HEAD);
        Actor actor = own.actor();
        return new Decision(
                new Actor(
                        actor.account(),
                        actor.person(),
                        actor.roles(),
                        actor.hosts(),
                        Map.of(
                                Role.HOST_HEAD,
                                new Actor.Delegated(
                                        "delegation:1", Decisions.person(head), Set.of(Decisions.person(head)))),
                        actor.known()),
                own.decidedBy(),
                own.basis(),
                own.reason(),
                own.today(),
                own.effectiveOn(),
                own.documentDate(),
                own.seenAt(),
                own.requestId(),
                own.mutation(),
                own.idempotencyKey(),
                own.channel());
    }
}
