package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.ConfirmAppropriation;
import vn.minhchung.budgets.AppropriationCommand.ConfirmAppropriationChange;
import vn.minhchung.budgets.AppropriationCommand.RejectAppropriationChange;
import vn.minhchung.budgets.AppropriationCommand.ReleaseAllocation;
import vn.minhchung.budgets.AppropriationEvent;
import vn.minhchung.budgets.AppropriationEvent.*;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.AppropriationState;
import vn.minhchung.budgets.CarryOverKind;
import vn.minhchung.budgets.ChangeKind;
import vn.minhchung.budgets.ClosedYearCommand.CorrectClosedYear;
import vn.minhchung.budgets.ClosedYearCommand.RejectClosedYearCorrection;
import vn.minhchung.budgets.Correction;
import vn.minhchung.budgets.EntryKind;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.Posting;
import vn.minhchung.budgets.ReturnCause;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.budgets.YearEndCommand.CloseYear;
import vn.minhchung.budgets.YearEndCommand.RejectYearClosing;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.rules.Rules;

/**
 * One year's appropriation of a unit for one budget code. It is assigned (or recorded and then confirmed), entered in
 * TABMIS, supplemented, cut, held; parts of it are allocated to tasks; withdrawals bind it and, once the treasury has paid,
 * draw it. It guards that nothing is bound or drawn that is not there, neither in the whole nor in a task's part. A cut may
 * leave more allocated than is usable: that is shown, not refused, and then the whole is what stops a withdrawal. When its
 * year is over the chief accountant strikes the balance and the account holder confirms it: from then on nothing is posted
 * in it, and what it was settled with is corrected in the open year.
 */
@AggregateRoot(type = "Appropriation")
class Appropriation {
    @AggregateIdentifier
    private String id;

    private AppropriationKey code;
    private AppropriationState state;
    private Sums sums = Sums.NONE;
    private final Map<ProjectId, TaskShare> shares = new HashMap<>();
    private final Map<Integer, AppropriationChangeRecorded> pending = new HashMap<>();
    private final EntryLog entries = new EntryLog();
    private final BudgetYear year = new BudgetYear();
    private int changes;
    private @Nullable AppropriationRecorded recorded;

    Appropriation() {}

    AppropriationKey code() {
        return code;
    }

    /** The part of a task, as it stands in this decision. */
    Vnd allocatedTo(ProjectId project) {
        return share(project).allocated();
    }

    /** @throws Refusal PROVISIONAL, WRONG_STATE, APPROPRIATION_EXCEEDED naming what no task has yet */
    boolean requireUnallocated(Vnd amount) {
        requireAssigned();
        sums.requireUnallocated(amount);
        return true;
    }

    EntryLog.Booked entry(String of) {
        return entries.requireOpen(of);
    }

    void decide(AssignAppropriation command, Decision decision) {
        AppropriationKey asked = command.code().requireForm();
        Limits.requireNotNegative(command.carriedIn(), "carriedIn");
        Limits.requireNotNegative(command.assigned(), "assigned");
        Limits.requirePositive(command.carriedIn().plus(command.assigned()), "assigned");
        decision.requireBasis();
        Evidence evidence = Evidence.of(decision.basis());
        if (Acting.recorded(decision, Role.COMMITTEE))
            apply(new AppropriationRecorded(
                    command.appropriation(),
                    asked,
                    command.carriedIn(),
                    command.assigned(),
                    decision.effectiveOn(),
                    evidence,
                    decision.recorders(Role.OFFICER, Role.ACCOUNTANT, Role.COMMITTEE)));
        else
            assign(
                    command.appropriation(),
                    asked,
                    command.carriedIn(),
                    command.assigned(),
                    decision.effectiveOn(),
                    decision,
                    evidence);
    }

    void decide(ConfirmAppropriation command, Decision decision, Rules rules) {
        decision.requireTaken();
        if (recorded == null) throw Refusal.of(ErrorCode.ALREADY_CONFIRMED, "id", id);
        rules.twoPersons("four-eyes.record-confirm", decision.today(), recorded.recordedBy(), confirmer(decision));
        assign(
                command.appropriation(),
                recorded.code(),
                recorded.carriedIn(),
                recorded.assigned(),
                recorded.effectiveOn(),
                decision,
                recorded.evidence().or(Evidence.of(decision.basis())));
    }

    /** A change decided here takes effect at once, one on paper after a second person has confirmed it. */
    void decide(Change change, Decision decision) {
        requireAssigned();
        change.check(sums, state);
        if (change.kind() == ChangeKind.CANCEL) requireUndeclared(Objects.requireNonNull(change.amount()));
        decision.requireBasis();
        if (Acting.recorded(decision, change.deciders()))
            apply(new AppropriationChangeRecorded(
                    self(),
                    changes + 1,
                    change.kind(),
                    change.amount(),
                    change.effectiveOn(),
                    Evidence.of(decision.basis()),
                    decision.recorders(Role.OFFICER, Role.ACCOUNTANT, Role.FINANCE, Role.COMMITTEE)));
        else takeEffect(change, null, decision, Evidence.of(decision.basis()));
    }

    void decide(ConfirmAppropriationChange command, Decision decision, Rules rules) {
        decision.requireTaken();
        AppropriationChangeRecorded change = requirePending(command.change());
        rules.twoPersons("four-eyes.record-confirm", decision.today(), change.recordedBy(), confirmer(decision));
        Change effect = Change.of(change);
        effect.check(sums, state);
        if (effect.kind() == ChangeKind.CANCEL) requireUndeclared(Objects.requireNonNull(effect.amount()));
        takeEffect(effect, change.change(), decision, change.evidence().or(Evidence.of(decision.basis())));
    }

    void decide(RejectAppropriationChange command, Decision decision) {
        AppropriationChangeRecorded change = requirePending(command.change());
        apply(new AppropriationChangeRejected(self(), change.change(), change.kind(), Acting.reason(command.reason())));
    }

    void decide(AllocateToTask command, Decision decision) {
        requireAssigned();
        decision.requireBasis();
        Limits.requirePositive(command.amount(), "amount");
        sums.requireUnallocated(command.amount());
        apply(new TaskAllocated(
                self(),
                command.project(),
                command.amount(),
                entries.next(id),
                decision.effectiveOn(),
                decision.today(),
                Evidence.of(decision.basis()),
                Postings.ofTask(self(), code, command.project())
                        .add(LedgerAccount.ALLOCATED, command.amount())
                        .list()));
    }

    void decide(ReleaseAllocation command, Decision decision) {
        year.requireOpen(code);
        Limits.requirePositive(command.amount(), "amount");
        share(command.project()).requireLeft(command.amount());
        release(command.project(), command.amount(), decision, Evidence.of(decision.basis()));
    }

    private void release(ProjectId project, Vnd amount, Decision decision, Evidence evidence) {
        apply(new AllocationReleased(
                self(),
                project,
                amount,
                entries.next(id),
                decision.effectiveOn(),
                decision.today(),
                evidence,
                Postings.ofTask(self(), code, project)
                        .add(LedgerAccount.ALLOCATED, amount.negate())
                        .list()));
    }

    /** Binds an amount for a withdrawal: the task's part first, then the whole. */
    void commit(TreasuryPaperId paper, ProjectId project, Vnd amount, Decision decision, Rules rules) {
        requireDrawable(decision, rules);
        share(project).requireLeft(amount);
        sums.requireFree(amount);
        apply(new AppropriationCommitted(self(), paper, project, amount));
    }

    void releaseCommitment(TreasuryPaperId paper, ProjectId project, Vnd amount) {
        year.requireOpen(code);
        apply(new AppropriationCommitmentReleased(self(), paper, project, amount));
    }

    void draw(TreasuryPaperId paper, ProjectId project, Vnd amount) {
        year.requireOpen(code);
        apply(new AppropriationDrawn(self(), paper, project, amount));
    }

    void reverseDraw(TreasuryPaperId paper, ProjectId project, Vnd amount) {
        year.requireOpen(code);
        apply(new AppropriationDrawReversed(self(), paper, project, amount));
    }

    /** Binds again what a reversed payment had not used. */
    void commitAgain(TreasuryPaperId paper, ProjectId project, Vnd amount) {
        share(project).requireLeft(amount);
        sums.requireFree(amount);
        apply(new AppropriationCommitted(self(), paper, project, amount));
    }

    /** Drawn before the system took the task over. */
    void takeOver(Opening opening, ProjectId project, Decision decision, Rules rules) {
        Vnd amount = opening.paidInYear();
        if (amount.isPositive()) {
            commit(opening.paper(), project, amount, decision, rules);
            draw(opening.paper(), project, amount);
        }
        List<TreasuryPaperLine> spent = opening.spentInYear();
        if (!spent.isEmpty()) spend(opening.paper(), project, opening.tranche(), spent);
    }

    void reverseTakeover(Opening opening, ProjectId project) {
        year.requireOpen(code);
        List<TreasuryPaperLine> spent = opening.spentInYear();
        if (!spent.isEmpty()) reverseSpending(opening.paper(), project, opening.tranche(), spent);
        Vnd amount = opening.paidInYear();
        if (amount.isPositive()) {
            reverseDraw(opening.paper(), project, amount);
            releaseCommitment(opening.paper(), project, amount);
        }
    }

    void giveBack(TreasuryPaperId paper, ProjectId project, Vnd amount) {
        year.requireOpen(code);
        apply(new AppropriationGivenBack(self(), paper, project, amount));
    }

    /** Refused where what came back was used since. */
    void reverseGiveBack(TreasuryPaperId paper, ProjectId project, Vnd amount) {
        year.requireOpen(code);
        share(project).requireLeft(amount);
        sums.requireFree(amount);
        apply(new AppropriationGiveBackReversed(self(), paper, project, amount));
    }

    /** Binds an amount for money that is to be re-coded to here; the task's part comes with it. */
    void reserve(TreasuryPaperId paper, ProjectId project, Vnd amount, Decision decision, Rules rules) {
        requireDrawable(decision, rules);
        sums.requireFree(amount);
        sums.requireUnallocated(amount);
        apply(new RecodingReserved(self(), paper, project, amount));
    }

    void releaseReservation(TreasuryPaperId paper, ProjectId project, Vnd amount) {
        year.requireOpen(code);
        apply(new RecodingReservationReleased(self(), paper, project, amount));
    }

    void recodeIn(TreasuryPaperId paper, ProjectId project, Vnd amount) {
        year.requireOpen(code);
        apply(new RecodedIn(self(), paper, project, amount));
    }

    void reverseRecodeIn(TreasuryPaperId paper, ProjectId project, Vnd amount) {
        year.requireOpen(code);
        apply(new RecodedInReversed(self(), paper, project, amount));
    }

    void recodeOut(TreasuryPaperId paper, ProjectId project, Vnd amount) {
        year.requireOpen(code);
        apply(new RecodedOut(self(), paper, project, amount));
    }

    /** Refused where what was free again was used or allocated since. */
    void reverseRecodeOut(TreasuryPaperId paper, ProjectId project, Vnd amount) {
        year.requireOpen(code);
        sums.requireFree(amount);
        sums.requireUnallocated(amount);
        apply(new RecodedOutReversed(self(), paper, project, amount));
    }

    /** Spending of the year: a direct payment, or a clearing of an advance drawn on it. */
    void spend(TreasuryPaperId paper, ProjectId project, int tranche, List<TreasuryPaperLine> lines) {
        year.requireOpen(code);
        apply(new AppropriationSpent(self(), paper, project, tranche, Lines.sum(lines), List.copyOf(lines)));
    }

    void reverseSpending(TreasuryPaperId paper, ProjectId project, int tranche, List<TreasuryPaperLine> lines) {
        year.requireOpen(code);
        apply(new AppropriationSpendingReversed(self(), paper, project, tranche, Lines.sum(lines), List.copyOf(lines)));
    }

    boolean closed() {
        return year.closed();
    }

    void requireOpen() {
        year.requireOpen(code);
    }

    /** An entry of the closed year is not taken back; one that was booked in a later year may be. */
    void requireOpenFor(List<Posting> postings) {
        if (postings.stream().anyMatch(p -> p.year() == code.year())) requireOpen();
    }

    /** The withdrawals that bind money of it. */
    List<TreasuryPaperId> binding() {
        return year.binding();
    }

    void declare(CarryOverId carryOver, CarryOverKind kind, Vnd amount) {
        requireAssigned();
        Limits.requirePositive(amount, "amount");
        if (kind == CarryOverKind.APPROPRIATION) requireUndeclared(amount);
        apply(new AppropriationCarryOverOpened(self(), carryOver, kind, code.year(), amount));
    }

    void endCarryOver(CarryOverId carryOver) {
        year.requireOpen(code);
        apply(new AppropriationCarryOverEnded(self(), carryOver, code.year()));
    }

    void carryOut(CarryOverId carryOver, Vnd amount) {
        year.requireOpen(code);
        sums.requireFree(amount);
        apply(new AppropriationCarriedOut(self(), carryOver, amount));
    }

    void carryIn(CarryOverId carryOver, Vnd amount) {
        requireAssigned();
        apply(new AppropriationCarriedIn(self(), carryOver, amount));
    }

    void moveAdvanceOut(CarryOverId carryOver, ProjectId project, Vnd amount) {
        year.requireOpen(code);
        apply(new AdvanceMovedOut(self(), carryOver, project, amount));
    }

    /** An advance of last year rests on this year's money: as much must be free and not given to other tasks. */
    void moveAdvanceIn(CarryOverId carryOver, ProjectId project, Vnd amount) {
        requireAssigned();
        sums.requireFree(amount);
        sums.requireUnallocated(amount);
        apply(new AdvanceMovedIn(self(), carryOver, project, amount));
    }

    void demandReturn(
            TreasuryPaperId paper, TreasuryPaperId advance, ProjectId project, Vnd amount, ReturnCause because) {
        year.requireOpen(code);
        apply(new AdvanceReturnDemanded(self(), paper, advance, project, code.year(), amount, because));
    }

    private void requireUndeclared(Vnd amount) {
        sums.requireFree(amount.plus(year.declared()));
    }

    /** The balance is struck: again, when it changed before it was confirmed. */
    void decide(CloseYear command, Decision decision, YearEnd yearEnd) {
        decision.requireTaken();
        requireAssigned();
        String document = Documents.sha256(command.document(), "document");
        requireNothingPending();
        yearEnd.requireClosable(code.year(), decision.today(), sums);
        apply(new YearClosingRecorded(
                self(),
                code.year(),
                sums.table(),
                document,
                decision.seenAt(),
                decision.today(),
                Acting.persons(decision, Role.CHIEF_ACCOUNTANT)));
    }

    void decide(RejectYearClosing command, Decision decision) {
        decision.requireTaken();
        year.requireAsked(code);
        apply(new YearClosingRejected(self(), code.year(), Acting.reason(command.reason())));
    }

    /** @return what the chief accountant struck; it must still be so, but for the withdrawals that lapse with the year */
    YearClosingRecorded requireConfirmable(Decision decision, Rules rules, YearEnd yearEnd) {
        decision.requireTaken();
        YearClosingRecorded asked = year.requireAsked(code);
        rules.twoPersons(
                "four-eyes.record-confirm",
                decision.today(),
                asked.recordedBy(),
                Acting.persons(decision, Role.DIRECTOR, Role.DEPUTY_DIRECTOR));
        requireNothingPending();
        yearEnd.requireClosable(code.year(), decision.today(), sums);
        if (!asked.table().equals(sums.table()))
            throw Refusal.of(
                    ErrorCode.BALANCE_TABLE_CHANGED,
                    "limit",
                    asked.table().remaining().digits(),
                    "actual",
                    sums.remaining().digits(),
                    "year",
                    code.year());
        return asked;
    }

    /** The last entries of the year: parts of tasks not used, then what nobody carries over, then its settlement. */
    void close(YearClosingRecorded asked, Decision decision) {
        Evidence evidence = Evidence.of(decision.basis());
        unused().forEach((project, left) -> release(project, left, decision, evidence));
        Vnd unused = sums.free();
        if (unused.isPositive())
            takeEffect(new Change(ChangeKind.CANCEL, unused, decision.effectiveOn()), null, decision, evidence);
        apply(new YearClosed(
                self(),
                code.year(),
                asked.table(),
                asked.document(),
                asked.struckAt(),
                entries.next(id),
                decision.effectiveOn(),
                decision.today(),
                Evidence.DOCUMENT,
                year.spending().settled(self(), code)));
    }

    /** @param payment terms of the lapsed withdrawal, where it is its payment that was missed */
    void decide(CorrectClosedYear command, String of, @Nullable PaperTerms payment, Decision decision) {
        decision.requireTaken();
        year.requireClosed(code);
        year.requireNoCorrection();
        Correction correction = ClosedYear.correction(command, of, payment);
        requireCorrectable(correction);
        apply(new ClosedYearCorrectionRecorded(
                self(),
                code.year(),
                correction,
                correction.executedOn() == null ? decision.effectiveOn() : correction.executedOn(),
                Evidence.of(decision.basis()),
                Acting.persons(decision, Role.CHIEF_ACCOUNTANT)));
    }

    /** @return the correction that waits for the account holder */
    ClosedYearCorrectionRecorded correctionToConfirm(Decision decision, Rules rules) {
        decision.requireTaken();
        year.requireClosed(code);
        ClosedYearCorrectionRecorded asked = year.requireCorrection();
        rules.twoPersons(
                "four-eyes.record-confirm",
                decision.today(),
                asked.recordedBy(),
                Acting.persons(decision, Role.DIRECTOR, Role.DEPUTY_DIRECTOR));
        return asked;
    }

    /** In the open year; the closed one stays as it was reported. */
    void correct(ClosedYearCorrectionRecorded asked, Decision decision) {
        requireCorrectable(asked.correction());
        apply(new ClosedYearCorrected(
                self(),
                code.year(),
                asked.correction(),
                entries.next(id),
                asked.effectiveOn(),
                decision.today(),
                asked.evidence().or(Evidence.of(decision.basis())),
                ClosedYear.postings(
                        asked.correction(), self(), code, decision.today().getYear())));
    }

    void decide(RejectClosedYearCorrection command, Decision decision) {
        decision.requireTaken();
        year.requireClosed(code);
        year.requireCorrection();
        apply(new ClosedYearCorrectionRejected(self(), code.year(), Acting.reason(command.reason())));
    }

    /** A payment that was missed had been cancelled with what nobody used. */
    private void requireCorrectable(Correction correction) {
        if (correction.payment() == null) year.spending().requireCorrectable(correction.lines());
        else
            Limits.require(
                    ErrorCode.CORRECTION_EXCEEDED, sums.cancelled(), sums.cancelled(), correction.amount(), "payment");
    }

    /** What the closed year is settled with, corrections included. */
    Vnd settled() {
        year.requireClosed(code);
        return year.spending().total();
    }

    /** As it was closed, and corrected since. */
    SettledYear settledYear() {
        year.requireClosed(code);
        return new SettledYear(
                code, sums.table(), year.spending().lines(), year.spending().total());
    }

    /** What of each task's part was not used, as the closing releases it. */
    Map<ProjectId, Vnd> unused() {
        Map<ProjectId, Vnd> unused = new TreeMap<>(Comparator.comparing(ProjectId::value));
        shares.forEach((project, share) -> {
            if (share.left().isPositive()) unused.put(project, share.left());
        });
        return unused;
    }

    /** Refused where the exact negative would leave less than is drawn, held or bound. */
    void decide(Reverse command, String of, Decision decision) {
        year.requireOpen(code);
        EntryLog.Booked original = entries.requireOpen(of);
        Vnd amount = original.amount();
        switch (original.kind()) {
            case ASSIGNMENT, SUPPLEMENT -> {
                sums.requireFree(amount);
                // what was given to tasks is taken back first: it would rest on nothing
                sums.requireUnallocated(amount);
            }
            case HOLD_RELEASE -> sums.requireFree(amount);
            case CUT, CANCELLATION -> {
                // gives back: nothing can fall short
            }
            case HOLD -> sums.requireHeld(amount);
            case ALLOCATION -> share(Objects.requireNonNull(original.project())).requireLeft(amount);
            case ALLOCATION_RELEASE -> sums.requireUnallocated(amount);
            case COMMITMENT,
                    ADVANCE,
                    PAYMENT,
                    CLEARING,
                    RETURN,
                    OPENING,
                    RECODING,
                    RECEIPT,
                    COMMITMENT_RELEASE,
                    YEAR_CLOSING,
                    CORRECTION,
                    REVERSAL -> throw original.notReversible("a reversal is not reversed; record the fact anew");
        }
        apply(new AppropriationEntryReversed(
                self(),
                of,
                original.kind(),
                original.project(),
                amount,
                Acting.reason(command.reason()),
                command.document(),
                entries.next(id),
                decision.effectiveOn(),
                decision.today(),
                Evidence.of(decision.basis()),
                original.negative()));
    }

    @EventSourcingHandler
    void evolve(AppropriationEvent event, @MessageIdentifier String eventId) {
        id = event.appropriation().value();
        switch (event) {
            case AppropriationRecorded e -> {
                code = e.code();
                state = AppropriationState.RECORDED;
                recorded = e;
            }
            case AppropriationAssigned e -> {
                code = e.code();
                state = AppropriationState.ASSIGNED;
                recorded = null;
                sums = sums.grant(e.carriedIn().plus(e.assigned()));
                entries.add(
                        e, eventId, EntryKind.ASSIGNMENT, null, e.carriedIn().plus(e.assigned()));
            }
            case AppropriationChangeRecorded e -> {
                changes = e.change();
                pending.put(e.change(), e);
            }
            case AppropriationChangeRejected e -> pending.remove(e.change());
            case AppropriationEnteredInTabmis e -> {
                done(e.change());
                state = AppropriationState.IN_TABMIS;
            }
            case AppropriationSupplemented e -> {
                done(e.change());
                sums = sums.grant(e.amount());
                entries.add(e, eventId, EntryKind.SUPPLEMENT, null, e.amount());
            }
            case AppropriationCut e -> {
                done(e.change());
                sums = sums.grant(e.amount().negate());
                entries.add(e, eventId, EntryKind.CUT, null, e.amount());
            }
            case AppropriationHeld e -> {
                done(e.change());
                sums = sums.hold(e.amount());
                entries.add(e, eventId, EntryKind.HOLD, null, e.amount());
            }
            case AppropriationHoldReleased e -> {
                done(e.change());
                sums = sums.hold(e.amount().negate());
                entries.add(e, eventId, EntryKind.HOLD_RELEASE, null, e.amount());
            }
            case TaskAllocated e -> {
                allocated(e.project(), e.amount());
                entries.add(e, eventId, EntryKind.ALLOCATION, e.project(), e.amount());
            }
            case AllocationReleased e -> {
                allocated(e.project(), e.amount().negate());
                entries.add(e, eventId, EntryKind.ALLOCATION_RELEASE, e.project(), e.amount());
            }
            case AppropriationEntryReversed e -> {
                reversed(e);
                entries.add(e, eventId, EntryKind.REVERSAL, e.project(), e.amount());
                entries.reversed(e.of(), e.entry());
            }
            case AppropriationCommitted e -> {
                sums = sums.commit(e.amount());
                year.bind(e.paper(), e.amount());
                used(e.project(), e.amount());
            }
            case AppropriationCommitmentReleased e -> {
                sums = sums.commit(e.amount().negate());
                year.bind(e.paper(), e.amount().negate());
                used(e.project(), e.amount().negate());
            }
            case AppropriationDrawn e -> {
                sums = sums.draw(e.amount());
                year.bind(e.paper(), e.amount().negate());
            }
            case AppropriationDrawReversed e -> {
                sums = sums.draw(e.amount().negate());
                year.bind(e.paper(), e.amount());
            }
            case AppropriationGivenBack e -> {
                sums = sums.giveBack(e.amount());
                used(e.project(), e.amount().negate());
            }
            case AppropriationGiveBackReversed e -> {
                sums = sums.giveBack(e.amount().negate());
                used(e.project(), e.amount());
            }
            case OfRecoding e -> recoded(e);
            case OfYear e -> evolve(e, eventId);
        }
    }

    private void evolve(OfYear event, String eventId) {
        switch (event) {
            case AppropriationSpent e -> {
                sums = sums.spend(e.amount());
                year.spending().add(e.project(), e.tranche(), e.lines(), 1);
            }
            case AppropriationSpendingReversed e -> {
                sums = sums.spend(e.amount().negate());
                year.spending().add(e.project(), e.tranche(), e.lines(), -1);
            }
            case AppropriationCancelled e -> {
                done(e.change());
                sums = sums.cancel(e.amount());
                entries.add(e, eventId, EntryKind.CANCELLATION, null, e.amount());
            }
            case AppropriationCarryOverOpened e -> year.opened(e);
            case AppropriationCarryOverEnded e -> year.ended(e.carryOver());
            case AppropriationCarriedOut e -> sums = sums.carryOut(e.amount());
            case AppropriationCarriedIn e -> sums = sums.grant(e.amount());
            case AdvanceMovedOut e -> moved(e.project(), e.amount().negate());
            case AdvanceMovedIn e -> moved(e.project(), e.amount());
            case AdvanceReturnDemanded _ -> {
                // its paper gives it back
            }
            case YearClosingRecorded e -> year.asked(e);
            case YearClosingRejected _ -> year.asked(null);
            case YearClosed e -> {
                state = AppropriationState.CLOSED;
                year.close();
                entries.add(e, eventId, EntryKind.YEAR_CLOSING, null, e.table().actual());
            }
            case ClosedYearCorrectionRecorded e -> year.correcting(e);
            case ClosedYearCorrectionRejected _ -> year.correcting(null);
            case ClosedYearCorrected e -> {
                year.correcting(null);
                corrected(e.correction());
                entries.add(
                        e, eventId, EntryKind.CORRECTION, null, e.correction().amount());
            }
        }
    }

    private void corrected(Correction correction) {
        Vnd amount = correction.amount();
        year.spending().correct(correction.lines());
        if (correction.payment() == null) return;
        sums = sums.cancel(amount.negate()).giveBack(amount.negate()).spend(amount);
        ProjectId task = correction.lines().getFirst().project();
        allocated(task, amount);
        used(task, amount);
    }

    private void assign(
            AppropriationId appropriation,
            AppropriationKey asked,
            Vnd carriedIn,
            Vnd assigned,
            LocalDate effectiveOn,
            Decision decision,
            Evidence evidence) {
        apply(new AppropriationAssigned(
                appropriation,
                asked,
                carriedIn,
                assigned,
                entries.next(appropriation.value()),
                effectiveOn,
                decision.today(),
                evidence,
                Postings.ofUnit(appropriation, asked)
                        .add(LedgerAccount.CARRIED_IN, carriedIn)
                        .add(LedgerAccount.ASSIGNED, assigned)
                        .list()));
    }

    private void takeEffect(Change change, @Nullable Integer number, Decision decision, Evidence evidence) {
        apply(change.effect(self(), code, number, entries.next(id), decision.today(), evidence));
    }

    private void reversed(AppropriationEntryReversed e) {
        Vnd back = e.amount().negate();
        switch (e.kind()) {
            case ASSIGNMENT -> {
                sums = sums.grant(back);
                state = AppropriationState.REVERSED;
            }
            case SUPPLEMENT -> sums = sums.grant(back);
            case CUT -> sums = sums.grant(e.amount());
            case CANCELLATION -> sums = sums.cancel(back);
            case HOLD -> sums = sums.hold(back);
            case HOLD_RELEASE -> sums = sums.hold(e.amount());
            case ALLOCATION -> allocated(Objects.requireNonNull(e.project()), back);
            case ALLOCATION_RELEASE -> allocated(Objects.requireNonNull(e.project()), e.amount());
            case COMMITMENT,
                    ADVANCE,
                    PAYMENT,
                    CLEARING,
                    RETURN,
                    OPENING,
                    RECODING,
                    RECEIPT,
                    COMMITMENT_RELEASE,
                    YEAR_CLOSING,
                    CORRECTION,
                    REVERSAL -> {
                // never an entry of an appropriation, or not reversible
            }
        }
    }

    private void recoded(OfRecoding event) {
        Vnd amount = event.amount();
        switch (event) {
            case RecodingReserved e -> {
                sums = sums.commit(amount).allocate(amount);
                year.bind(e.paper(), amount);
            }
            case RecodingReservationReleased e -> {
                sums = sums.commit(amount.negate()).allocate(amount.negate());
                year.bind(e.paper(), amount.negate());
            }
            case RecodedIn e -> {
                sums = sums.draw(amount);
                year.bind(e.paper(), amount.negate());
                recoded(e.project(), amount);
            }
            case RecodedInReversed e -> {
                sums = sums.draw(amount.negate());
                year.bind(e.paper(), amount);
                recoded(e.project(), amount.negate());
            }
            case RecodedOut e -> {
                sums = sums.giveBack(amount).allocate(amount.negate());
                recoded(e.project(), amount.negate());
            }
            case RecodedOutReversed e -> {
                sums = sums.giveBack(amount.negate()).allocate(amount);
                recoded(e.project(), amount);
            }
        }
    }

    /** The task's part moves with what it has drawn. */
    private void recoded(ProjectId project, Vnd by) {
        shares.put(project, share(project).allocate(by).use(by));
    }

    /** What is drawn and the task's part move together. */
    private void moved(ProjectId project, Vnd by) {
        sums = sums.giveBack(by.negate()).allocate(by);
        shares.put(project, share(project).allocate(by).use(by));
    }

    private void allocated(ProjectId project, Vnd by) {
        sums = sums.allocate(by);
        shares.put(project, share(project).allocate(by));
    }

    private void used(ProjectId project, Vnd by) {
        shares.put(project, share(project).use(by));
    }

    private TaskShare share(ProjectId project) {
        return shares.getOrDefault(project, TaskShare.NONE);
    }

    private void done(@Nullable Integer change) {
        if (change != null) pending.remove(change);
    }

    private AppropriationId self() {
        return new AppropriationId(id);
    }

    private void requireAssigned() {
        switch (state) {
            case RECORDED -> throw Refusal.of(ErrorCode.PROVISIONAL, "id", id);
            case REVERSED -> throw Refusal.of(ErrorCode.WRONG_STATE, "state", state);
            case CLOSED -> year.requireOpen(code);
            case ASSIGNED, IN_TABMIS -> {
                // money may rest on it
            }
        }
    }

    private void requireDrawable(Decision decision, Rules rules) {
        requireAssigned();
        rules.on("appropriation.tabmis-before-draw", decision.effectiveOn())
                .refuseUnless(state == AppropriationState.IN_TABMIS, ErrorCode.APPROPRIATION_NOT_IN_TABMIS, "id", id);
    }

    private AppropriationChangeRecorded requirePending(int change) {
        AppropriationChangeRecorded found = pending.get(change);
        if (found != null) return found;
        if (change > 0 && change <= changes) throw Refusal.of(ErrorCode.ALREADY_CONFIRMED, "change", change);
        throw Refusal.of(ErrorCode.NOT_FOUND, "id", change).at("change");
    }

    /** What was recorded on paper and not confirmed would be lost with the year. */
    private void requireNothingPending() {
        year.requireCarryOversDecided(code);
        if (!pending.isEmpty()) throw Refusal.of(ErrorCode.YEAR_NOT_READY, "problem", "change", "year", code.year());
    }

    private static List<PersonId> confirmer(Decision decision) {
        return Acting.persons(decision, Role.OFFICER, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.FINANCE);
    }
}
