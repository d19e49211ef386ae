package vn.minhchung.platform.graphql;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.Capacity;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DecisionMode;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.command.Competence;
import vn.minhchung.kernel.command.Deciders;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.kernel.view.Views;

/** Reads who decided, in which capacity, on which basis; write permission is checked on the actor, competence on the decider. */
@Component
final class DecisionReader {
    private final StoryClock clock;
    private final Deciders deciders;
    private final Views views;
    private final RecordedEvents record;

    DecisionReader(StoryClock clock, Deciders deciders, Views views, RecordedEvents record) {
        this.clock = clock;
        this.deciders = deciders;
        this.views = views;
        this.record = record;
    }

    Decision read(Actor actor, MayBeSentBy declared, Map<String, Object> input, String requestId, String channel) {
        Map<String, Object> given = map(input.get("decision"));
        LocalDate today = clock.today();
        List<LegalBasis> basis =
                list(given.get("basis")).stream().map(DecisionReader::basis).toList();
        Decider decider = decider(actor, declared, given, today);
        if (decider.mode() == DecisionMode.RECORDED) {
            if (basis.isEmpty())
                throw Refusal.of(ErrorCode.BASIS_REQUIRED, "mode", decider.mode())
                        .at("decision", "basis");
            Competence.requireWhole(decider, actor, today);
            deciders.require(decider, today);
        }
        LocalDate effectiveOn = (LocalDate) given.get("effectiveOn");
        return new Decision(
                actor,
                decider,
                basis,
                reason(input, given),
                today,
                effectiveOn == null ? today : effectiveOn,
                (LocalDate) given.get("documentDate"),
                seenAt((Long) input.get("seenAt")),
                requestId,
                declared.mutation(),
                text(input, "idempotencyKey"),
                channel);
    }

    /** A position that nobody has seen yet must not stand in a decision; another node may have seen more than this one's views. */
    private @Nullable Long seenAt(@Nullable Long position) {
        if (position == null || position <= views.position()) return position;
        long head = record.head();
        if (position <= head) return position;
        throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "notSeen", "value", position, "limit", head)
                .at("seenAt");
    }

    /** A text that says nothing is none. */
    private static @Nullable String said(@Nullable Object text) {
        return text instanceof String said && !PlainText.saysNothing(said) ? said : null;
    }

    private static Decider decider(Actor actor, MayBeSentBy declared, Map<String, Object> given, LocalDate today) {
        DecisionMode mode = given.get("mode") instanceof String text ? DecisionMode.valueOf(text) : DecisionMode.TAKEN;
        if (mode == DecisionMode.RECORDED)
            return recorded(Set.copyOf(Competence.deciders(declared)), map(given.get("decidedBy")));
        return Competence.taken(
                actor,
                declared,
                given.get("capacity") instanceof String text ? Capacity.valueOf(text) : Capacity.SELF,
                today);
    }

    private static Decider recorded(Set<Role> competent, Map<String, Object> by) {
        if (by.isEmpty()) {
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "missing").at("decision", "decidedBy");
        }
        Role role = Role.valueOf(text(by, "role"));
        if (!competent.contains(role)) {
            throw Refusal.of(ErrorCode.DECIDER_NOT_COMPETENT, "role", role, "needed", competent)
                    .at("decision", "decidedBy", "role");
        }
        return new Decider(
                new PersonId(GlobalId.stable(text(by, "person"))),
                role,
                (String) by.get("office"),
                capacity(by),
                null,
                null,
                (LocalDate) by.get("signedOn"),
                (String) by.get("document"),
                DecisionMode.RECORDED,
                null);
    }

    /** A mutation's own reason is the reason of its events; the decision's fills in where the mutation has none. */
    private static @Nullable String reason(Map<String, Object> input, Map<String, Object> decision) {
        String own = said(input.get("reason"));
        return own != null ? own : said(decision.get("reason"));
    }

    private static Capacity capacity(Map<String, Object> by) {
        if (by.get("capacity") instanceof String text) return Capacity.valueOf(text);
        throw Competence.missing("capacity");
    }

    private static LegalBasis basis(Map<String, Object> given) {
        return new LegalBasis(
                LegalBasis.Kind.valueOf(text(given, "kind")),
                text(given, "number"),
                (String) given.get("issuer"),
                (LocalDate) given.get("date"),
                (String) given.get("article"),
                (String) given.get("document"),
                LegalBasis.Seen.valueOf(text(given, "seen")));
    }

    /** A text the schema requires. */
    private static String text(Map<String, Object> given, String name) {
        if (given.get(name) instanceof String text) return text;
        throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "missing").at(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }
}
