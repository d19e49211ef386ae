package vn.minhchung.kernel;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.text.PlainText;

/**
 * Everything about a command that is not what it changes: who acted, who decided, on which basis, for which reason, what
 * the actor had seen. It travels in the command's metadata and is stored with every event of the command.
 *
 * @param today the day of the act in Asia/Ho_Chi_Minh, from the one clock
 * @param effectiveOn the legal or value date; never the recorded time
 * @param seenAt position of the answer the actor acted on
 */
public record Decision(
        Actor actor,
        Decider decidedBy,
        List<LegalBasis> basis,
        @Nullable String reason,
        LocalDate today,
        LocalDate effectiveOn,
        @Nullable LocalDate documentDate,
        @Nullable Long seenAt,
        String requestId,
        String mutation,
        String idempotencyKey,
        String channel) {

    public boolean recorded() {
        return decidedBy.mode() == DecisionMode.RECORDED;
    }

    public PersonId person() {
        return actor.person();
    }

    /** The persons to compare for four eyes: the natural person acting and the principals of the delegation chain. */
    public Set<PersonId> persons(Role exercised) {
        Set<PersonId> persons = new HashSet<>();
        persons.add(actor.person());
        Actor.Delegated delegated = actor.delegations().get(exercised);
        if (delegated != null) persons.addAll(delegated.principals());
        return Set.copyOf(persons);
    }

    /** The signatory of a decision taken on paper, who does not confirm its record either; nobody for one taken here. */
    public Optional<PersonId> signatory() {
        return recorded() ? Optional.of(decidedBy.person()) : Optional.empty();
    }

    /** The persons acting in one of these roles and the signatory: in a fixed order, to be compared at a later step. */
    public List<PersonId> recorders(Role... roles) {
        return Stream.concat(persons(exercised(roles)).stream(), signatory().stream())
                .distinct()
                .sorted(Comparator.comparing(PersonId::value))
                .toList();
    }

    /**
     * Who signs or confirms acts here: it cannot be recorded for somebody else.
     *
     * @throws Refusal INVALID_INPUT
     */
    public void requireTaken() {
        if (recorded())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", DecisionMode.RECORDED, "expected", DecisionMode.TAKEN)
                    .at("decision", "mode");
    }

    /** @throws Refusal REASON_REQUIRED where none is given */
    public void requireReason() {
        if (reason == null || PlainText.saysNothing(reason))
            throw Refusal.of(ErrorCode.REASON_REQUIRED, "mutation", mutation).at("decision", "reason");
    }

    /** @throws Refusal BASIS_REQUIRED where no paper is named */
    public void requireBasis() {
        if (basis.isEmpty()) throw Refusal.of(ErrorCode.BASIS_REQUIRED).at("decision", "basis");
    }

    /** The first of these roles that the actor holds; refused when none is held. */
    public Role exercised(Role... roles) {
        for (Role role : roles) if (actor.has(role)) return role;
        throw new Refusal(
                ErrorCode.NOT_ALLOWED, Facts.of("needed", List.of(roles).toString()));
    }
}
