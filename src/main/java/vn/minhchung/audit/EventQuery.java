package vn.minhchung.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.RuleRef;

/**
 * Which recorded events; what is null or empty does not narrow.
 *
 * @param subject an id that occurs in the event
 * @param modules modules whose events are wanted, e.g. {@code budgets}
 * @param account the log-in that acted
 * @param actor the person who acted
 * @param recordedFrom inclusive
 * @param recordedBefore exclusive
 * @param effectiveFrom inclusive
 * @param effectiveThrough inclusive
 */
public record EventQuery(
        @Nullable String subject,
        List<String> names,
        List<String> modules,
        @Nullable String account,
        @Nullable String actor,
        @Nullable Instant recordedFrom,
        @Nullable Instant recordedBefore,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveThrough) {

    public static final EventQuery ALL = new EventQuery(null, List.of(), List.of(), null, null, null, null, null, null);

    /** Of one version of a rule there are no events but those of the rule. */
    public static EventQuery about(String subject) {
        return new EventQuery(RuleRef.streamOfNode(subject), List.of(), List.of(), null, null, null, null, null, null);
    }
}
