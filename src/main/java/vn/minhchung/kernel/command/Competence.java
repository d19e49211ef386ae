package vn.minhchung.kernel.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.Capacity;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.DecisionMode;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.text.PlainText;

/** Who may send a command and who may decide it: write permission is checked on the actor, competence on the decider. */
public final class Competence {
    private static final String DECISION = "decision";
    private static final String DECIDED_BY = "decidedBy";
    /** Nothing that is recorded here was signed before. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

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

    /**
     * The paper of a RECORDED decision is named whole, its day is possible, and who records it is not who signed it: a
     * decider who acts here takes the decision here.
     *
     * @param decider read from {@code decision.decidedBy}
     * @throws Refusal DECISION_INCOMPLETE naming the field, DATES_OUT_OF_ORDER, FOUR_EYES
     */
    public static void requireWhole(Decider decider, Actor recorder, LocalDate today) {
        requireText(decider.office(), "office");
        requireText(decider.document(), "document");
        LocalDate signed = decider.signedOn();
        if (signed == null) throw missing("signedOn");
        if (signed.isBefore(FIRST_DAY) || signed.isAfter(today)) {
            throw Refusal.of(ErrorCode.DATES_OUT_OF_ORDER, "earliest", FIRST_DAY, "latest", today, "signedOn", signed)
                    .at(DECISION, DECIDED_BY, "signedOn");
        }
        if (recorder.person().equals(decider.person())) {
            throw Refusal.of(ErrorCode.FOUR_EYES, "pair", "decider/recorder").at(DECISION, DECIDED_BY, "person");
        }
    }

    private static void requireText(@Nullable String text, String field) {
        if (text == null || PlainText.saysNothing(text)) throw missing(field);
    }

    /** A field that a decision on paper must have. */
    public static Refusal missing(String field) {
        return Refusal.of(ErrorCode.DECISION_INCOMPLETE, "missing", field).at(DECISION, DECIDED_BY, field);
    }

    /** The actor as decider, in the first competent role; through a delegation the capacity is TUQ unless another is named. */
    public static Decider taken(Actor actor, MayBeSentBy declared, Capacity capacity, LocalDate today) {
        Role role = deciders(declared).stream()
                .filter(actor::has)
                .findFirst()
                .orElseThrow(() -> Refusal.of(ErrorCode.DECIDER_NOT_COMPETENT, "needed", deciders(declared)));
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
