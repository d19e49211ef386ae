package vn.minhchung.projects.write;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.projects.LifeCommand.DeclineSuspension;
import vn.minhchung.projects.LifeCommand.ProposeSuspension;
import vn.minhchung.projects.LifeCommand.ResumeTask;
import vn.minhchung.projects.LifeCommand.SuspendTask;
import vn.minhchung.projects.LifeCommand.TerminateTask;
import vn.minhchung.projects.LifeEvent.SuspensionDeclined;
import vn.minhchung.projects.LifeEvent.SuspensionProposed;
import vn.minhchung.projects.LifeEvent.TaskResumed;
import vn.minhchung.projects.LifeEvent.TaskSuspended;
import vn.minhchung.projects.LifeEvent.TaskTerminated;

/** Suspension, resumption, termination (TT 04/2015/TT-BKHCN, Điều 21–22; domain notes 1.8). */
final class Stops {
    private static final Role[] RECORDERS = {Role.OFFICER, Role.DIRECTOR, Role.COMMITTEE};

    private boolean proposed;
    /** Null while the task is not suspended. */
    private @Nullable LocalDate suspendedFrom;
    /** As above, but kept when the task was terminated. */
    private @Nullable LocalDate stoppedOn;

    @Nullable
    LocalDate stoppedOn() {
        return stoppedOn;
    }

    boolean suspended() {
        return suspendedFrom != null;
    }

    SuspensionProposed decide(ProposeSuspension command, LifeCase on) {
        if (proposed) throw Refusal.of(ErrorCode.WRONG_STATE, "state", "SUSPENSION_PROPOSED");
        boolean byOfficer = on.decision().actor().has(Role.OFFICER);
        if (byOfficer) on.requireTaken();
        else on.requireOfHost(Role.HOST_HEAD);
        return new SuspensionProposed(command.project(), !byOfficer, on.requireReason());
    }

    SuspensionDeclined decide(DeclineSuspension command, LifeCase on) {
        on.requireTaken();
        requireProposed();
        return new SuspensionDeclined(command.project(), on.requireReason());
    }

    TaskSuspended decide(SuspendTask command, LifeCase on) {
        requireProposed();
        on.requireBasis();
        return new TaskSuspended(command.project(), on.effectiveOn(), on.requireReason(), on.recordedBy(RECORDERS));
    }

    TaskResumed decide(ResumeTask command, LifeCase on) {
        on.requireBasis();
        requireFrom(on);
        return new TaskResumed(command.project(), on.effectiveOn(), on.requireReason(), on.recordedBy(RECORDERS));
    }

    TaskTerminated decide(TerminateTask command, Reporting reporting, LifeCase on) {
        ApprovalDecision.requireCompetent(on.decision());
        on.requireMinutes();
        LocalDate from = requireFrom(on);
        if (!reporting.inspectedSince(from)) throw Refusal.of(ErrorCode.INSPECTION_MISSING, "since", from);
        if (command.refund().amount() < 0)
            throw Refusal.of(ErrorCode.AMOUNT_NOT_POSITIVE, "actual", command.refund())
                    .at("refund");
        String none = command.noRefundReason();
        if (command.refund().isZero() ? none == null || PlainText.saysNothing(none) : none != null)
            throw Refusal.of(ErrorCode.REFUND_NOT_STATED, "refund", command.refund())
                    .at("noRefundReason");
        return new TaskTerminated(
                command.project(),
                on.effectiveOn(),
                on.requireReason(),
                command.refund(),
                none == null ? null : Words.required(none, "noRefundReason"),
                Words.required(command.productPlan(), "productPlan"),
                Words.required(command.assetPlan(), "assetPlan"),
                on.recordedBy(RECORDERS));
    }

    private void requireProposed() {
        if (!proposed) throw Refusal.of(ErrorCode.WRONG_STATE, "needed", "SUSPENSION_PROPOSED");
    }

    /** A stop does not end before it began. */
    private LocalDate requireFrom(LifeCase on) {
        LocalDate from = suspendedFrom;
        if (from == null) throw Refusal.of(ErrorCode.WRONG_STATE, "needed", "SUSPENDED");
        if (on.effectiveOn().isBefore(from))
            throw LifeCase.outOfOrder("suspended", from, "effectiveOn", on.effectiveOn())
                    .at("decision", "effectiveOn");
        return from;
    }

    void proposed(boolean open) {
        proposed = open;
    }

    void suspended(TaskSuspended holds) {
        suspendedFrom = holds.from();
        stoppedOn = holds.from();
        proposed = false;
    }

    void resumed() {
        suspendedFrom = null;
        stoppedOn = null;
    }

    /** Terminated: it never ran again. */
    void ended() {
        suspendedFrom = null;
    }
}
