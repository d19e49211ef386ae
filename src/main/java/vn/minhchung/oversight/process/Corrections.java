package vn.minhchung.oversight.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationEvent.AppropriationEntryReversed;
import vn.minhchung.budgets.AppropriationEvent.ClosedYearCorrected;
import vn.minhchung.budgets.SpendingEvent.SpendingReplaced;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperEntryReversed;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.SystemActor;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.AuditHitUnit;
import vn.minhchung.oversight.Difference;
import vn.minhchung.people.PersonEvent.PersonCorrected;
import vn.minhchung.projects.ProjectEvent.TaskCorrected;

/**
 * Question 25, what a reading of the events can see of it: a correction without a reason, a position or a number within a
 * stream left out, a time that does not grow. That no stored byte was altered is shown by the sealed log, not here; who looked
 * at what is asked elsewhere. What the system corrects by itself needs no reason.
 */
final class Corrections implements Check {
    private long position;
    private Instant time = Instant.MIN;
    private final Map<String, Long> sequences = new HashMap<>();

    @Override
    public String family() {
        return "audit.corrections";
    }

    @Override
    public boolean platform() {
        return true;
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        out.rule(family(), day).ifPresent(rule -> {
            List<Ref> event = List.of(Ref.of(recorded));
            if (recorded.position() != position + 1)
                out.hit(
                        rule,
                        AuditHitPart.POSITION_GAP,
                        recorded.stream(),
                        Difference.of(recorded.position(), position + 1, AuditHitUnit.COUNT),
                        event);
            long next = sequences.getOrDefault(recorded.stream(), -1L) + 1;
            if (ofStream(recorded) && recorded.sequence() != next)
                out.hit(
                        rule,
                        AuditHitPart.SEQUENCE_GAP,
                        recorded.stream(),
                        Difference.of(recorded.sequence(), next, AuditHitUnit.COUNT),
                        event);
            if (!recorded.recordedAt().isAfter(time))
                out.hit(
                        rule,
                        AuditHitPart.TIME_ORDER,
                        recorded.stream(),
                        Difference.words(recorded.recordedAt().toString(), "> " + time),
                        event);
            if (correction(recorded, out)
                    && !byTheSystem(recorded)
                    && reason(recorded).isBlank())
                out.hit(
                        rule,
                        AuditHitPart.CORRECTION_WITHOUT_REASON,
                        recorded.stream(),
                        Difference.words("", "…"),
                        event);
        });
        position = recorded.position();
        time = recorded.recordedAt();
        if (ofStream(recorded)) sequences.put(recorded.stream(), recorded.sequence());
    }

    /** The platform's notes are alone in their streams: nothing can be missing before them. */
    private static boolean ofStream(Recorded recorded) {
        return !AuditRun.platform(recorded);
    }

    private static boolean correction(Recorded recorded, Findings out) {
        return switch (recorded.event()) {
            case TaskCorrected _,
                    PersonCorrected _,
                    AppropriationEntryReversed _,
                    TreasuryPaperEntryReversed _,
                    SpendingReplaced _,
                    ClosedYearCorrected _ -> true;
            default -> recorded.envelope().corrects() != null && out.first();
        };
    }

    private static boolean byTheSystem(Recorded recorded) {
        Decision decision = recorded.envelope().decision();
        return decision != null && decision.person().equals(SystemActor.NOBODY);
    }

    private static String reason(Recorded recorded) {
        String own = switch (recorded.event()) {
            case AppropriationEntryReversed e -> e.reason();
            case TreasuryPaperEntryReversed e -> e.reason();
            case SpendingReplaced e -> e.reason();
            default -> "";
        };
        return own
                + Optional.ofNullable(recorded.envelope().decision())
                        .map(Corrections::given)
                        .orElse("");
    }

    private static @Nullable String given(Decision decision) {
        return decision.reason();
    }
}
