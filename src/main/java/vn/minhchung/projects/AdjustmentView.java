package vn.minhchung.projects;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * An adjustment as queries show it. Components are named as the GraphQL fields; references end in {@code Id}.
 *
 * @param hostId the host when it was asked for
 * @param content what is asked for in the end
 * @param requestReason why it is asked for
 * @param askedById who requested or notified it
 * @param need which opinions must be on record
 * @param supplements what was missing, and what came
 * @param granted what was granted; null when nothing was, or not yet
 * @param decisionReason of the authority's decision or objection, or of the withdrawal
 * @param endedOn the day it was decided, withdrawn, objected to or took effect
 * @param windowEnded of a notified one in effect: true when the window went by
 */
public record AdjustmentView(
        ProjectId projectId,
        OrganisationId hostId,
        AdjustmentKind kind,
        AdjustmentState state,
        AdjustmentDecider decider,
        OpinionNeed need,
        AdjustmentContent content,
        String requestReason,
        PersonId askedById,
        LocalDate askedOn,
        List<Supplement> supplements,
        List<AdjustmentOpinion> opinions,
        @Nullable AdjustmentOutcome outcome,
        @Nullable AdjustmentContent granted,
        @Nullable String decisionReason,
        @Nullable ContractAnnex annex,
        @Nullable AppropriationId appropriationId,
        @Nullable LocalDate endedOn,
        @Nullable Boolean windowEnded)
        implements Readable {

    /**
     * Something that was missing.
     *
     * @param suppliedOn null while it is still missing
     */
    public record Supplement(
            String reason,
            LocalDate askedOn,
            @Nullable String note,
            @Nullable LocalDate suppliedOn) {}

    /** As the authority or the host ended it. */
    public record End(
            AdjustmentState state,
            @Nullable AdjustmentOutcome outcome,
            @Nullable AdjustmentContent granted,
            @Nullable String reason,
            @Nullable ContractAnnex annex,
            @Nullable AppropriationId appropriation,
            @Nullable LocalDate on,
            @Nullable Boolean windowEnded) {
        public static End because(AdjustmentState state, String reason, LocalDate on) {
            return new End(state, null, null, reason, null, null, on, null);
        }
    }

    public AdjustmentView askedFor(String reason, LocalDate on) {
        return with(
                AdjustmentState.SUPPLEMENT_ASKED,
                need,
                content,
                Stream.concat(supplements.stream(), Stream.of(new Supplement(reason, on, null, null)))
                        .toList(),
                opinions);
    }

    public AdjustmentView supplemented(String note, AdjustmentContent now, OpinionNeed needed, LocalDate on) {
        Supplement asked = supplements.getLast();
        List<Supplement> all = Stream.concat(
                        supplements.subList(0, supplements.size() - 1).stream(),
                        Stream.of(new Supplement(asked.reason(), asked.askedOn(), note, on)))
                .toList();
        return with(AdjustmentState.REQUESTED, needed, now, all, opinions);
    }

    public AdjustmentView heard(AdjustmentOpinion opinion) {
        return with(
                state,
                need,
                content,
                supplements,
                Stream.concat(opinions.stream(), Stream.of(opinion)).toList());
    }

    public AdjustmentView ended(End end) {
        return new AdjustmentView(
                projectId,
                hostId,
                kind,
                end.state(),
                decider,
                need,
                content,
                requestReason,
                askedById,
                askedOn,
                supplements,
                opinions,
                end.outcome(),
                end.granted(),
                end.reason(),
                end.annex(),
                end.appropriation(),
                end.on(),
                end.windowEnded());
    }

    private AdjustmentView with(
            AdjustmentState newState,
            OpinionNeed newNeed,
            AdjustmentContent newContent,
            List<Supplement> newSupplements,
            List<AdjustmentOpinion> newOpinions) {
        return new AdjustmentView(
                projectId,
                hostId,
                kind,
                newState,
                decider,
                newNeed,
                newContent,
                requestReason,
                askedById,
                askedOn,
                newSupplements,
                newOpinions,
                outcome,
                granted,
                decisionReason,
                annex,
                appropriationId,
                endedOn,
                windowEnded);
    }

    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.staff() || viewer.ofHost(hostId, projectId);
    }

    @Override
    public boolean party(Viewer viewer) {
        return visibleTo(viewer);
    }
}
