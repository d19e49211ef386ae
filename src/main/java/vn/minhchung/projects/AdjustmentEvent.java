package vn.minhchung.projects;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;

/** What happened to an adjustment. What it changes of the task is told by a {@link TermsEvent} in the same append. */
public sealed interface AdjustmentEvent extends DomainEvent {
    AdjustmentId adjustment();

    ProjectId project();

    /** The host when it was asked for: its people are waited for. */
    OrganisationId host();

    /**
     * The authority was asked.
     *
     * @param need which opinions must be on record before it may be granted
     */
    @EventType(name = "projects.AdjustmentRequested")
    record AdjustmentRequested(
            AdjustmentId adjustment,
            ProjectId project,
            OrganisationId host,
            AdjustmentKind kind,
            AdjustmentContent content,
            String reason,
            AdjustmentDecider decider,
            OpinionNeed need,
            PersonId requestedBy,
            LocalDate requestedOn)
            implements AdjustmentEvent {}

    /** Something is missing of the request. */
    @EventType(name = "projects.AdjustmentSupplementAsked")
    record AdjustmentSupplementAsked(
            AdjustmentId adjustment, ProjectId project, OrganisationId host, String reason, LocalDate askedOn)
            implements AdjustmentEvent {}

    /**
     * What was missing is there.
     *
     * @param content what is asked for from here on
     * @param opinionsMissing true while an opinion that is needed is not on record
     */
    @EventType(name = "projects.AdjustmentSupplemented")
    record AdjustmentSupplemented(
            AdjustmentId adjustment,
            ProjectId project,
            OrganisationId host,
            String note,
            AdjustmentContent content,
            OpinionNeed need,
            boolean opinionsMissing,
            LocalDate suppliedOn)
            implements AdjustmentEvent {}

    /** An opinion about the request is on record. */
    @EventType(name = "projects.AdjustmentOpinionRecorded")
    record AdjustmentOpinionRecorded(
            AdjustmentId adjustment,
            ProjectId project,
            OrganisationId host,
            AdjustmentOpinion opinion,
            boolean opinionsMissing)
            implements AdjustmentEvent {}

    /**
     * A decision on paper was recorded; it takes effect with {@link AdjustmentDecided}. Recorded again, the newer record
     * counts.
     *
     * @param granted what is granted; what was asked where nothing else was said, null when refused
     * @param recordedBy the recorder, its principals and the signatory: none of them confirms
     */
    @EventType(name = "projects.AdjustmentDecisionRecorded")
    record AdjustmentDecisionRecorded(
            AdjustmentId adjustment,
            ProjectId project,
            OrganisationId host,
            AdjustmentOutcome outcome,
            @Nullable AdjustmentContent granted,
            String reason,
            @Nullable ContractAnnex annex,
            @Nullable AppropriationId appropriation,
            List<PersonId> recordedBy)
            implements AdjustmentEvent {}

    /** The authority's decision holds. */
    @EventType(name = "projects.AdjustmentDecided")
    record AdjustmentDecided(
            AdjustmentId adjustment,
            ProjectId project,
            OrganisationId host,
            AdjustmentOutcome outcome,
            @Nullable AdjustmentContent granted,
            String reason,
            @Nullable ContractAnnex annex,
            @Nullable AppropriationId appropriation,
            LocalDate decidedOn)
            implements AdjustmentEvent {}

    /** The host took it back. */
    @EventType(name = "projects.AdjustmentWithdrawn")
    record AdjustmentWithdrawn(
            AdjustmentId adjustment, ProjectId project, OrganisationId host, String reason, LocalDate withdrawnOn)
            implements AdjustmentEvent {}

    /** The host decided and told the authority. */
    @EventType(name = "projects.AdjustmentNotified")
    record AdjustmentNotified(
            AdjustmentId adjustment,
            ProjectId project,
            OrganisationId host,
            AdjustmentKind kind,
            AdjustmentContent content,
            String reason,
            PersonId notifiedBy,
            LocalDate notifiedOn)
            implements AdjustmentEvent {}

    /** The authority objected: what the host decided takes no effect. */
    @EventType(name = "projects.AdjustmentObjected")
    record AdjustmentObjected(
            AdjustmentId adjustment, ProjectId project, OrganisationId host, String reason, LocalDate objectedOn)
            implements AdjustmentEvent {}

    /**
     * What the host decided took effect.
     *
     * @param windowEnded true when the window went by, false when the authority said it does not object
     */
    @EventType(name = "projects.AdjustmentTookEffect")
    record AdjustmentTookEffect(
            AdjustmentId adjustment, ProjectId project, OrganisationId host, boolean windowEnded, LocalDate effectiveOn)
            implements AdjustmentEvent {}
}
