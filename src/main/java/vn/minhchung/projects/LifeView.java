package vn.minhchung.projects;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.view.Shown;

/**
 * The life of a task under contract, part by part; each part names the event that recorded it. Components are named as the
 * GraphQL fields.
 *
 * @param stage where the task stands when it is not suspended
 * @param pending the recorded decision that waits for its second person
 * @param resumption from when the task is to go on, while the recorded resumption waits
 */
public record LifeView(
        TaskState stage,
        boolean suspended,
        @Nullable TaskDecision pending,
        List<Suspension> suspensions,
        @Nullable LocalDate resumption,
        @Nullable Termination termination,
        List<Report> reports,
        List<Inspection> inspections,
        @Nullable SelfEvaluation selfEvaluation,
        List<Dossier> dossiers,
        @Nullable Graded grade,
        @Nullable Corrections corrections,
        @Nullable Certificate certificate,
        @Nullable Recognition recognition,
        @Nullable Assets assets,
        @Nullable Liquidation liquidation,
        List<Posted> publicity) {

    /** Asks for the life of a task at a position. */
    public record Key(long position, String project) {
        public static Key of(Shown<?> project) {
            return new Key(project.moment().position(), project.id());
        }
    }

    /** Where the task stands. */
    public TaskState state() {
        return suspended ? TaskState.SUSPENDED : stage;
    }

    /**
     * A proposal to suspend and what came of it.
     *
     * @param declined why the proposal was not followed; null otherwise
     * @param from null until the task is suspended
     * @param to the day it was resumed or terminated; null before
     * @param confirmed false while a recorded suspension waits for its second person
     */
    public record Suspension(
            LocalDate proposedOn,
            boolean byHost,
            String proposal,
            @Nullable String declined,
            @Nullable LocalDate from,
            @Nullable String reason,
            @Nullable LocalDate to,
            boolean confirmed,
            EventId event) {}

    /** @param confirmed false while a recorded termination waits for its second person */
    public record Termination(
            LocalDate from,
            String reason,
            Vnd refund,
            @Nullable String noRefundReason,
            String productPlan,
            String assetPlan,
            boolean confirmed,
            EventId event) {}

    /** How the host assesses its own results. */
    public record SelfEvaluation(Grade grade, String document, LocalDate filedOn, EventId event) {}

    /**
     * An acceptance dossier as filed, and the answer to it.
     *
     * @param valid null until it was checked
     */
    public record Dossier(
            int number,
            List<String> papers,
            LocalDate filedOn,
            @Nullable Boolean valid,
            @Nullable String missing,
            EventId event) {}

    /** @param confirmed false while the recorded grade waits for its second person */
    public record Graded(
            Grade grade,
            LocalDate gradedOn,
            PersonId chairId,
            @Nullable String conclusions,
            @Nullable String workDone,
            boolean confirmed,
            EventId event) {}

    /**
     * The report of a period, as filed last.
     *
     * @param accepted null until it was reviewed
     */
    public record Report(
            int number,
            LocalDate from,
            LocalDate until,
            LocalDate filedOn,
            String document,
            String work,
            List<TaskProduct> products,
            @Nullable Boolean accepted,
            @Nullable String missing,
            EventId event) {}

    /**
     * An inspection as announced, and what was found.
     *
     * @param heldOn null until it was held; an earlier notice without it gave way to a later one
     */
    public record Inspection(
            int number,
            boolean planned,
            LocalDate announcedFor,
            String purpose,
            @Nullable LocalDate heldOn,
            List<Attendance> present,
            @Nullable String findings,
            EventId event) {}

    /** @param certifiedOn null until the chair certified them */
    public record Corrections(
            String document,
            String explanation,
            LocalDate filedOn,
            @Nullable LocalDate certifiedOn,
            @Nullable String certificate,
            EventId event) {}

    /** That the results are registered. */
    public record Certificate(String number, LocalDate issuedOn, EventId event) {}

    /** @param confirmed false while the recorded decision waits for its second person */
    public record Recognition(LocalDate from, boolean confirmed, EventId event) {}

    /** @param confirmed false while the recorded decision waits for its second person */
    public record Assets(LocalDate on, List<HandedOver> items, String rights, boolean confirmed, EventId event) {}

    /** @param confirmed false while the recorded minutes wait for their second person */
    public record Liquidation(
            String number, LocalDate signedOn, PersonId hostSignatoryId, boolean confirmed, EventId event) {}

    /** Something that was posted for everybody to read. */
    public record Posted(
            PublicityKind kind,
            LocalDate postedOn,
            @Nullable LocalDate until,
            String place,
            EventId event) {}
}
