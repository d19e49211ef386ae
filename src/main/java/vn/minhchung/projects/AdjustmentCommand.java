package vn.minhchung.projects;

import static vn.minhchung.kernel.Role.COMMITTEE;
import static vn.minhchung.kernel.Role.DEPUTY_DIRECTOR;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.HOST_HEAD;
import static vn.minhchung.kernel.Role.INVESTIGATOR;
import static vn.minhchung.kernel.Role.OFFICER;
import static vn.minhchung.kernel.Role.REGISTRAR;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about an adjustment of a running task (domain notes 1.7). */
public sealed interface AdjustmentCommand extends Command {
    AdjustmentId adjustment();

    @Override
    default String subject() {
        return adjustment().value();
    }

    /**
     * The host, or the principal investigator, asks the authority for an adjustment it decides.
     *
     * @param reason why it is needed
     */
    @MayBeSentBy(
            mutation = "requestAdjustment",
            creates = true,
            roles = {HOST_HEAD, INVESTIGATOR})
    record RequestAdjustment(
            AdjustmentId adjustment, ProjectId project, AdjustmentKind kind, AdjustmentContent content, String reason)
            implements AdjustmentCommand {}

    /** The request cannot be judged as it is. The authority's time begins anew when it is supplemented. */
    @MayBeSentBy(
            mutation = "askAdjustmentSupplement",
            roles = {OFFICER},
            seen = true)
    record AskAdjustmentSupplement(AdjustmentId adjustment, String reason) implements AdjustmentCommand {}

    /** The host adds what was missing; {@code content} takes the place of what was asked before, where it is given. */
    @MayBeSentBy(
            mutation = "supplementAdjustment",
            roles = {HOST_HEAD, INVESTIGATOR},
            seen = true)
    record SupplementAdjustment(
            AdjustmentId adjustment, String note, @Nullable AdjustmentContent content) implements AdjustmentCommand {}

    /** What the council, experts or the ordering unit said about the request. */
    @MayBeSentBy(
            mutation = "recordAdjustmentOpinion",
            roles = {OFFICER},
            seen = true)
    record RecordAdjustmentOpinion(
            AdjustmentId adjustment, AdjustmentOpinion.By by, boolean favourable, String document, LocalDate givenOn)
            implements AdjustmentCommand {}

    /**
     * The authority decides. Recorded from paper it takes no effect before a second person confirms it.
     *
     * @param granted what is granted, where that is less than what was asked (IN_PART)
     * @param reason always when refused
     * @param annexNumber of the contract annex; needed when granted, with its date
     * @param appropriation the year appropriation an increase rests on
     */
    @MayBeSentBy(
            mutation = "decideAdjustment",
            roles = {OFFICER, COMMITTEE, DIRECTOR},
            deciders = {COMMITTEE, DIRECTOR},
            seen = true)
    record DecideAdjustment(
            AdjustmentId adjustment,
            AdjustmentOutcome outcome,
            @Nullable AdjustmentContent granted,
            String reason,
            @Nullable String annexNumber,
            @Nullable LocalDate annexDate,
            @Nullable AppropriationId appropriation)
            implements AdjustmentCommand {}

    /** A second person has compared the recorded decision with the signed paper: it takes effect. */
    @MayBeSentBy(
            mutation = "confirmAdjustment",
            roles = {OFFICER, REGISTRAR, DEPUTY_DIRECTOR, DIRECTOR},
            seen = true)
    record ConfirmAdjustment(AdjustmentId adjustment) implements AdjustmentCommand {}

    /** The host takes its request, or what it notified, back before it is decided. */
    @MayBeSentBy(
            mutation = "withdrawAdjustment",
            roles = {HOST_HEAD, INVESTIGATOR},
            seen = true)
    record WithdrawAdjustment(AdjustmentId adjustment, String reason) implements AdjustmentCommand {}

    /** The host has decided what is its to decide and tells the authority, which may object within the window. */
    @MayBeSentBy(
            mutation = "notifyAdjustment",
            creates = true,
            roles = {HOST_HEAD})
    record NotifyAdjustment(
            AdjustmentId adjustment, ProjectId project, AdjustmentKind kind, AdjustmentContent content, String reason)
            implements AdjustmentCommand {}

    /** The authority does not object: it takes effect at once. */
    @MayBeSentBy(
            mutation = "recordNoObjection",
            roles = {COMMITTEE, DIRECTOR},
            seen = true)
    record RecordNoObjection(AdjustmentId adjustment) implements AdjustmentCommand {}

    /** The authority objects in writing, within the window. */
    @MayBeSentBy(
            mutation = "objectToAdjustment",
            roles = {COMMITTEE, DIRECTOR},
            seen = true)
    record ObjectToAdjustment(AdjustmentId adjustment, String reason) implements AdjustmentCommand {}

    /** The window is over without an objection: it takes effect. Sent every day by the system itself. */
    @MayBeSentBy(
            mutation = "completeAdjustmentWindow",
            roles = {OFFICER})
    record CompleteAdjustmentWindow(AdjustmentId adjustment) implements AdjustmentCommand {}
}
