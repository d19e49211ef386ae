package vn.minhchung.oversight;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A hit as it stands.
 *
 * @param ruleVersion that found it
 * @param subjectId the object it is about
 * @param eventIds the events it rests on, the one that is wrong first
 * @param foundAt position it stands on record at
 * @param explanation the newest; kept when it is closed or opened again
 * @param remark why it is a false alarm, what the finding is, or why it was opened again
 */
public record AuditHitView(
        RuleRef ruleVersion,
        AuditHitPart part,
        AuditSeverity severity,
        String subjectId,
        String source,
        String target,
        String difference,
        AuditHitUnit unit,
        LocalDate on,
        List<String> eventIds,
        long foundAt,
        AuditHitState state,
        @Nullable String explanation,
        @Nullable PersonId explainedById,
        @Nullable String remark)
        implements Readable {

    public AuditHitView explained(String text, PersonId by) {
        return with(AuditHitState.EXPLAINED, text, by, remark);
    }

    public AuditHitView nowIs(AuditHitState newState, String why) {
        return with(newState, explanation, explainedById, why);
    }

    private AuditHitView with(
            AuditHitState newState, @Nullable String text, @Nullable PersonId by, @Nullable String why) {
        return new AuditHitView(
                ruleVersion,
                part,
                severity,
                subjectId,
                source,
                target,
                difference,
                unit,
                on,
                eventIds,
                foundAt,
                newState,
                text,
                by,
                why);
    }

    /** The department explains its hits; hosts and citizens are not told of what is being looked into. */
    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.staff();
    }
}
