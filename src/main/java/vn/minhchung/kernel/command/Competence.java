package vn.minhchung.kernel.command;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.Capacity;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.DecisionMode;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;

/** Who may send a command and who may decide it: write permission is checked on the actor, competence on the decider. */
public final class Competence {
    private Competence() {}

    public static void requireSender(Actor actor, MayBeSentBy declared) {
        if (!actor.hasAny(Set.of(declared.roles()))) {
            throw Refusal.of(
                    ErrorCode.NOT_ALLOWED, "mutation", declared.mutation(), "needed", List.of(declared.roles()));
        }
    }

    /** The roles that may have decided; the sender's own where none is named. */
    public static List<Role> deciders(MayBeSentBy declared) {
        return List.of(declared.deciders().length == 0 ? declared.roles() : declared.deciders());
    }

    /** The actor as decider, in the first competent role; through a delegation the capacity is TUQ unless another is named. */
    public static Decider taken(Actor actor, MayBeSentBy declared, Capacity capacity, LocalDate today) {
        Role role = deciders(declared).stream()
                .filter(actor::has)
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        ErrorCode.DECIDER_NOT_COMPETENT,
                        "needed",
                        Arrays.toString(deciders(declared).toArray())));
        Actor.Delegated delegated = actor.delegations().get(role);
        return new Decider(
                actor.person(),
                role,
                null,
                delegated != null && capacity == Capacity.SELF ? Capacity.TUQ : capacity,
                delegated == null ? null : delegated.delegator(),
                delegated == null ? null : delegated.delegation(),
                today,
                null,
                DecisionMode.TAKEN,
                null);
    }
}
