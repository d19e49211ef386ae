package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.Correction;
import vn.minhchung.budgets.EntryKind;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.Payee;
import vn.minhchung.budgets.Recoded;
import vn.minhchung.budgets.Reverse;
import vn.minhchung.budgets.TreasuryFactKind;
import vn.minhchung.budgets.TreasuryPaperCommand.AmendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecodePayment;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.RejectTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.TakeOverTask;
import vn.minhchung.budgets.TreasuryPaperEvent;
import vn.minhchung.budgets.TreasuryPaperEvent.*;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.budgets.TreasuryPaperState;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.rules.Rules;

/**
 * A paper for the treasury: prepared → second signature → first signature → sent → executed, wholly or in part; returned by
 * the treasury and sent again, or cancelled before it is sent or after a return. What a signature covers (payee, lines,
 * amounts, instalment, budget code) is copied in here; changing it voids the signatures. What the treasury did is booked
 * only after a second person has confirmed it. A withdrawal keeps its amount bound in the appropriation from the first
 * moment until it is paid or cancelled, and ends with the host's receipt; a clearing or a return keeps its lines bound in
 * the advance it settles, which is the paper of that advance; a re-coding keeps its wrong lines bound in the paper that was
 * booked under the wrong string, and once executed holds the right ones as that paper did.
 */
@AggregateRoot(type = "TreasuryPaper")
class TreasuryPaper {
    private static final EnumSet<TreasuryPaperState> OPEN = EnumSet.of(
            TreasuryPaperState.PREPARED,
            TreasuryPaperState.SECOND_SIGNED,
            TreasuryPaperState.FIRST_SIGNED,
            TreasuryPaperState.RETURNED);

    @AggregateIdentifier
    private String id;

    private String number;
    private ProjectId project;
    private OrganisationId host;
    private AppropriationId appropriation;
    private AppropriationKey code;
    private TreasuryPaperKind kind;
    private int tranche;
    private @Nullable TreasuryPaperId advance;
    private @Nullable Recoded recoded;
    private @Nullable Opening opening;
    private Evidence openingEvidence = Evidence.TYPED;
    private List<TreasuryPaperLine> lines;
    private Vnd total;
    private @Nullable Payee payee;
    private TreasuryPaperState state;
    private List<PersonId> preparedBy;
    private @Nullable VolumeId volume;
    private List<PersonId> volumeBy;
    private List<PersonId> secondBy = List.of();
    private final List<PersonId> signers = new ArrayList<>();
    private @Nullable LocalDate sentOn;
    private @Nullable TreasuryFactRecorded fact;
    private String voucher = "";
    private @Nullable LocalDate executedOn;
    private List<TreasuryPaperLine> executed = List.of();
    private Outstanding outstanding = new Outstanding();
    /** Of an advance: what came back by the paper it came back with. */
    private final Map<TreasuryPaperId, List<TreasuryPaperLine>> returns = new HashMap<>();
    /** Papers that re-code what it booked, or clear it. */
    private final Set<TreasuryPaperId> followedBy = new LinkedHashSet<>();

    private final EntryLog entries = new EntryLog();

    TreasuryPaper() {}

    /** What the other guards must know of it. */
    PaperTerms terms() {
        return new PaperTerms(
                new TreasuryPaperId(id),
                number,
                project,
                host,
                appropriation,
                code,
                kind,
                tranche,
                advance,
                recoded,
                opening,
                lines,
                total,
                payee,
                volume,
                voucher,
                fact,
                executed);
    }

    /**
     * What it binds or has drawn by line, less what was returned of it; of a re-coding, what it moves from line to line. What
     * is cleared was drawn by its advance.
     */
    Map<LineCategory, Vnd> inUse() {
        Map<LineCategory, Vnd> amounts = new EnumMap<>(LineCategory.class);
        if (state == TreasuryPaperState.CANCELLED || state == TreasuryPaperState.LAPSED) return amounts;
        if (opening != null) amounts.putAll(opening.paidByLine());
        else if (kind != TreasuryPaperKind.CLEARING) add(executed.isEmpty() ? lines : executed, amounts);
        if (recoded != null) add(Lines.negated(recoded.lines()), amounts);
        returns.values().forEach(each -> add(Lines.negated(each), amounts));
        return amounts;
    }

    private static void add(List<TreasuryPaperLine> lines, Map<LineCategory, Vnd> to) {
        lines.forEach(line -> to.merge(line.line(), line.amount(), Vnd::plus));
    }

    /** Re-codings of its lines, and clearings, whose lines may be re-coded themselves. */
    Set<TreasuryPaperId> followed() {
        return Set.copyOf(followedBy);
    }

    /** Of a withdrawal: what it binds and the treasury has not paid. */
    Vnd unpaid() {
        return switch (state) {
            case PREPARED, SECOND_SIGNED, FIRST_SIGNED, SENT, TREASURY_FACT_RECORDED, RETURNED -> total;
            case EXECUTED, RECEIVED, CANCELLED, LAPSED -> Vnd.ZERO;
        };
    }

    EntryLog.Booked entry(String of) {
        return entries.requireOpen(of);
    }

    /** @param measuredBy who drew up the volume or inspected the work */
    void decide(
            PrepareWithdrawal command,
            Decision decision,
            OrganisationId taskHost,
            AppropriationKey copied,
            Payee to,
            List<PersonId> measuredBy) {
        decision.requireTaken();
        if (copied.year() != command.year())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", command.year(), "expected", copied.year())
                    .at("year");
        apply(new WithdrawalPrepared(
                command.paper(),
                command.project(),
                taskHost,
                command.appropriation(),
                copied,
                command.number().strip(),
                command.asked(),
                command.tranche(),
                List.copyOf(command.lines()),
                command.total(),
                to,
                preparer(decision),
                command.volume(),
                measuredBy,
                entries.next(command.subject()),
                decision.effectiveOn(),
                decision.today(),
                Evidence.of(decision.basis()),
                Postings.ofTranche(command.appropriation(), copied, command.project(), command.tranche())
                        .add(LedgerAccount.COMMITTED, command.lines())
                        .list()));
    }

    void decide(PrepareClearing command, Decision decision, PaperTerms settled, List<PersonId> measuredBy) {
        prepare(
                command.subject(),
                TreasuryPaperKind.CLEARING,
                command.number(),
                command.lines(),
                command.total(),
                null,
                command.volume(),
                measuredBy,
                decision,
                settled);
    }

    void decide(PrepareReturn command, Decision decision, PaperTerms settled) {
        prepare(
                command.subject(),
                TreasuryPaperKind.RETURN,
                command.number(),
                command.lines(),
                command.total(),
                Acting.reason(command.reason()),
                null,
                List.of(),
                decision,
                settled);
    }

    private void prepare(
            String paper,
            TreasuryPaperKind asked,
            String number,
            List<TreasuryPaperLine> text,
            Vnd sum,
            @Nullable String reason,
            @Nullable VolumeId table,
            List<PersonId> measured,
            Decision decision,
            PaperTerms settled) {
        decision.requireTaken();
        apply(new SettlementPrepared(
                new TreasuryPaperId(paper),
                settled.project(),
                settled.host(),
                settled.appropriation(),
                settled.code(),
                number.strip(),
                asked,
                settled.tranche(),
                settled.id(),
                List.copyOf(text),
                sum,
                reason,
                preparer(decision),
                table,
                measured,
                decision.effectiveOn()));
    }

    /** The advance keeps these lines for the clearing or return; the money must have been paid. */
    void bind(TreasuryPaperId by, List<TreasuryPaperLine> text) {
        requireAdvance();
        outstanding.require(text);
        apply(new AdvanceBound(self(), project, by, Lines.sum(text), List.copyOf(text)));
    }

    private void requireAdvance() {
        if (holds() != TreasuryPaperKind.ADVANCE)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", kind, "expected", TreasuryPaperKind.ADVANCE)
                    .at("advance");
        requireBooked();
    }

    void unbind(TreasuryPaperId by, Vnd amount) {
        apply(new AdvanceUnbound(self(), project, by, amount));
    }

    void settle(TreasuryPaperId by, TreasuryPaperKind as, List<TreasuryPaperLine> booked) {
        apply(new AdvanceSettled(self(), project, by, as, Lines.sum(booked), booked));
    }

    /** @param settled the settling paper as it was */
    void reverseSettlement(PaperTerms settled) {
        requireNotMoved(settled.appropriation(), settled.kind());
        apply(new AdvanceSettlementReversed(
                self(), project, settled.id(), settled.kind(), Lines.sum(settled.executed()), settled.lines()));
    }

    /** What was taken of it in its old year does not come back to it in the next. */
    private void requireNotMoved(AppropriationId from, TreasuryPaperKind by) {
        if (!appropriation.equals(from))
            throw Refusal.of(ErrorCode.NOT_REVERSIBLE, "kind", by, "because", "the advance was carried over")
                    .at("of");
    }

    /** What was booked keeps these lines for the re-coding; they stand under the wrong string until it is executed. */
    void bindRecoding(TreasuryPaperId by, List<TreasuryPaperLine> wrong) {
        if (holds() == TreasuryPaperKind.RETURN)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", kind, "expected", TreasuryPaperKind.PAYMENT)
                    .at("of");
        requireBooked();
        outstanding.require(wrong);
        apply(new RecodingBound(self(), project, by, Lines.sum(wrong), List.copyOf(wrong)));
    }

    void unbindRecoding(TreasuryPaperId by, Vnd amount) {
        apply(new RecodingUnbound(self(), project, by, amount));
    }

    void recode(TreasuryPaperId by, List<TreasuryPaperLine> wrong) {
        apply(new LinesRecoded(self(), project, by, Lines.sum(wrong), wrong));
    }

    void reverseRecoding(TreasuryPaperId by, Recoded from) {
        requireNotMoved(from.appropriation(), TreasuryPaperKind.RECODING);
        apply(new RecodingReversed(self(), project, by, Lines.sum(from.lines()), from.lines()));
    }

    /** What its booked lines are in the ledger: a re-coded advance is an advance of its own. */
    private TreasuryPaperKind holds() {
        return kind.holds(recoded);
    }

    private void requireBooked() {
        requireState(EnumSet.of(TreasuryPaperState.EXECUTED, TreasuryPaperState.RECEIVED));
    }

    /**
     * @param wrong the paper whose lines stand under the wrong string
     * @param copied the right string
     */
    void decide(RecodePayment command, Decision decision, PaperTerms wrong, AppropriationKey copied) {
        decision.requireTaken();
        Recoded from = new Recoded(
                command.of(), wrong.holds(), wrong.appropriation(), wrong.code(), List.copyOf(command.wrong()));
        apply(new RecodingPrepared(
                command.paper(),
                wrong.project(),
                wrong.host(),
                command.appropriation(),
                copied,
                command.number().strip(),
                wrong.tranche(),
                from,
                List.copyOf(command.right()),
                command.total(),
                Acting.reason(command.reason()),
                preparer(decision),
                decision.effectiveOn()));
        if (from.across(command.appropriation()))
            apply(new RecodingCommitted(
                    command.paper(),
                    wrong.project(),
                    command.appropriation(),
                    command.total(),
                    entries.next(command.subject()),
                    decision.effectiveOn(),
                    decision.today(),
                    Evidence.of(decision.basis()),
                    postings().add(LedgerAccount.COMMITTED, command.right()).list()));
    }

    void decide(
            TakeOverTask command, Decision decision, OrganisationId taskHost, AppropriationKey copied, Opening asked) {
        decision.requireTaken();
        Acting.onTreasuryPaper(decision);
        Acting.notAfter(command.struckOn(), decision.today(), "struckOn");
        apply(new OpeningPrepared(
                command.paper(),
                command.project(),
                taskHost,
                command.appropriation(),
                copied,
                command.number().strip(),
                command.tranche(),
                command.struckOn(),
                asked.balances(),
                asked.outstanding(),
                command.total(),
                Evidence.of(decision.basis()),
                preparer(decision)));
    }

    /** The second of its two signatures books it: no treasury has to act. */
    private void bookOpening(Opening signed, Decision decision) {
        apply(new OpeningBooked(
                self(),
                project,
                appropriation,
                lines,
                total,
                entries.next(id),
                decision.effectiveOn(),
                decision.today(),
                openingEvidence,
                signed.postings(appropriation, code, project)));
    }

    /** Signatures cover lines and amounts: whatever was signed before does not count for the new text. */
    void amendSettlement(AmendTreasuryPaper command, Decision decision) {
        decision.requireTaken();
        requireState(OPEN);
        apply(new SettlementAmended(
                command.paper(),
                project,
                Objects.requireNonNull(advance),
                List.copyOf(command.lines()),
                command.total(),
                total,
                Acting.reason(command.reason()),
                together(preparedBy, preparer(decision)),
                List.copyOf(signers)));
    }

    /** Signatures cover payee, lines and amounts: whatever was signed before does not count for the new text. */
    void decide(AmendTreasuryPaper command, Decision decision, Payee to) {
        decision.requireTaken();
        requireState(OPEN);
        apply(new WithdrawalAmended(
                command.paper(),
                project,
                List.copyOf(command.lines()),
                command.total(),
                total,
                to,
                Acting.reason(command.reason()),
                together(preparedBy, preparer(decision)),
                List.copyOf(signers),
                entries.next(id),
                decision.effectiveOn(),
                decision.today(),
                Evidence.of(decision.basis()),
                postings()
                        .takeBack(LedgerAccount.COMMITTED, lines)
                        .add(LedgerAccount.COMMITTED, command.lines())
                        .list()));
    }

    void signSecond(Decision decision, SigningRules signing) {
        decision.requireTaken();
        requireState(TreasuryPaperState.PREPARED);
        List<PersonId> persons = Acting.persons(decision, Role.CHIEF_ACCOUNTANT, Role.ACCOUNTANT);
        signing.second(code.unit(), decision, persons, volumeBy);
        apply(new TreasuryPaperSignedSecond(self(), project, decision.person(), persons, decision.effectiveOn()));
    }

    /** @throws Refusal WRONG_STATE where its text may not change any more */
    boolean awaitsText() {
        requireState(OPEN);
        return true;
    }

    /** @throws Refusal WRONG_STATE where the first signature is not the next step */
    boolean awaitsFirst() {
        requireState(TreasuryPaperState.SECOND_SIGNED);
        return true;
    }

    void signFirst(Decision decision, SigningRules signing) {
        decision.requireTaken();
        awaitsFirst();
        List<PersonId> persons = Acting.persons(decision, Role.DIRECTOR, Role.DEPUTY_DIRECTOR);
        signing.first(code.unit(), decision, persons, preparedBy, secondBy, volumeBy);
        apply(new TreasuryPaperSignedFirst(self(), project, decision.person(), persons, decision.effectiveOn()));
        if (opening != null) bookOpening(opening, decision);
    }

    void send(Decision decision) {
        decision.requireTaken();
        requireState(TreasuryPaperState.FIRST_SIGNED);
        apply(new TreasuryPaperSent(self(), project, total, decision.effectiveOn(), sentOn != null));
    }

    /** After a return that left what was signed as it is: the signatures still stand. */
    void resend(Decision decision) {
        decision.requireTaken();
        requireState(TreasuryPaperState.RETURNED);
        apply(new TreasuryPaperSent(self(), project, total, decision.effectiveOn(), true));
    }

    void decide(RecordExecution command, Decision decision, YearEnd yearEnd) {
        requireState(TreasuryPaperState.SENT);
        Acting.notAfter(Objects.requireNonNull(sentOn), command.executedOn(), "executedOn");
        Acting.notAfter(command.executedOn(), decision.today(), "executedOn");
        yearEnd.requireBookable(kind, code.year(), command.executedOn());
        if (recoded != null) {
            // the money left under the wrong string in January is booked to the year it is moved from and to
            yearEnd.requireBookable(recoded.code().year(), command.executedOn());
            if (command.lines() != null)
                throw Refusal.of(ErrorCode.INVALID_INPUT, "value", kind, "expected", "whole")
                        .at("lines");
        }
        List<TreasuryPaperLine> booked = command.lines() == null ? lines : command.lines();
        Lines.requireWithin(booked, lines);
        record(
                TreasuryFactKind.EXECUTION,
                command.voucherNumber().strip(),
                command.executedOn(),
                null,
                List.copyOf(booked),
                decision);
    }

    void decide(RecordReturn command, Decision decision) {
        requireState(TreasuryPaperState.SENT);
        Acting.notAfter(Objects.requireNonNull(sentOn), command.returnedOn(), "returnedOn");
        Acting.notAfter(command.returnedOn(), decision.today(), "returnedOn");
        record(TreasuryFactKind.RETURN, null, command.returnedOn(), Acting.reason(command.reason()), null, decision);
    }

    private void record(
            TreasuryFactKind what,
            @Nullable String number,
            LocalDate on,
            @Nullable String reason,
            @Nullable List<TreasuryPaperLine> booked,
            Decision decision) {
        Acting.onTreasuryPaper(decision);
        apply(new TreasuryFactRecorded(
                self(), project, what, number, on, reason, booked, Evidence.of(decision.basis()), recorder(decision)));
    }

    void confirmFact(Decision decision, Rules rules) {
        decision.requireTaken();
        requireState(TreasuryPaperState.TREASURY_FACT_RECORDED);
        TreasuryFactRecorded known = Objects.requireNonNull(fact);
        rules.twoPersons("four-eyes.record-confirm", decision.today(), known.recordedBy(), recorder(decision));
        switch (known.kind()) {
            case RETURN ->
                apply(new TreasuryPaperReturned(
                        self(), project, total, known.happenedOn(), Objects.requireNonNull(known.reason())));
            case EXECUTION -> {
                List<TreasuryPaperLine> booked = Objects.requireNonNull(known.lines());
                apply(new TreasuryPaperExecuted(
                        self(),
                        project,
                        kind,
                        appropriation,
                        Objects.requireNonNull(known.voucherNumber()),
                        booked,
                        Lines.sum(booked),
                        entries.next(id),
                        known.happenedOn(),
                        decision.today(),
                        known.evidence().or(Evidence.of(decision.basis())),
                        execution(booked).list()));
            }
        }
    }

    /** What is not booked of a withdrawal is no longer bound either. */
    private Postings execution(List<TreasuryPaperLine> booked) {
        return switch (kind) {
            case ADVANCE, PAYMENT ->
                PaperBooking.holds(postings(), kind, booked).takeBack(LedgerAccount.COMMITTED, lines);
            case CLEARING -> postings().add(LedgerAccount.CLEARED, booked);
            case RETURN -> postings().add(LedgerAccount.RETURNED, booked);
            case OPENING -> throw new IllegalStateException("booked with its signature, not by the treasury");
            case RECODING -> PaperBooking.recoding(terms(), Objects.requireNonNull(recoded));
        };
    }

    void decide(RejectTreasuryFact command, Decision decision) {
        requireState(TreasuryPaperState.TREASURY_FACT_RECORDED);
        decision.requireTaken();
        apply(new TreasuryFactRejected(
                self(), project, Objects.requireNonNull(fact).kind(), Acting.reason(command.reason())));
    }

    void decide(CancelTreasuryPaper command, Decision decision) {
        decision.requireTaken();
        requireState(OPEN);
        if (opening != null) {
            apply(new OpeningCancelled(self(), project, total, Acting.reason(command.reason())));
            return;
        }
        if (recoded != null) {
            cancelRecoding(recoded, Acting.reason(command.reason()), decision);
            return;
        }
        if (advance != null) {
            apply(new SettlementCancelled(self(), project, advance, total, Acting.reason(command.reason())));
            return;
        }
        apply(new WithdrawalCancelled(
                self(),
                project,
                total,
                Acting.reason(command.reason()),
                entries.next(id),
                decision.effectiveOn(),
                decision.today(),
                Evidence.of(decision.basis()),
                postings().takeBack(LedgerAccount.COMMITTED, lines).list()));
    }

    private void cancelRecoding(Recoded from, String reason, Decision decision) {
        apply(new RecodingCancelled(self(), project, from.of(), total, reason));
        if (from.across(appropriation))
            apply(new RecodingReleased(
                    self(),
                    project,
                    appropriation,
                    total,
                    entries.next(id),
                    decision.effectiveOn(),
                    decision.today(),
                    Evidence.of(decision.basis()),
                    postings().takeBack(LedgerAccount.COMMITTED, lines).list()));
    }

    /** What of an advance is neither cleared, returned nor kept for a paper that does so. */
    List<TreasuryPaperLine> outstandingLines() {
        return outstanding.lines();
    }

    /** As {@link #outstandingLines}, of an advance that was paid and of which something is left. */
    List<TreasuryPaperLine> requireReturnable() {
        requireAdvance();
        List<TreasuryPaperLine> left = outstandingLines();
        if (left.isEmpty())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", Vnd.ZERO.digits(), "expected", "> 0")
                    .at("advance");
        return left;
    }

    /** The advance leaves its year. Papers that settle it name the old string: they are booked or cancelled before. */
    void moveTo(CarryOverId carryOver, AppropriationId into, AppropriationKey nextCode, Vnd amount) {
        outstanding.requireUnbound();
        apply(new AdvanceCarriedOver(self(), project, carryOver, into, nextCode, amount));
    }

    /** The year it draws on is being closed: what the treasury has not booked binds nothing any more. */
    void lapse(Decision decision) {
        apply(new WithdrawalLapsed(
                self(),
                project,
                code.year(),
                total,
                entries.next(id),
                decision.effectiveOn(),
                decision.today(),
                Evidence.of(decision.basis()),
                postings().takeBack(LedgerAccount.COMMITTED, lines).list()));
    }

    /** @throws Refusal INVALID_INPUT unless it is a payment that lapsed with the closing of this appropriation */
    void requireLapsedPayment(AppropriationId of) {
        if (state != TreasuryPaperState.LAPSED || kind != TreasuryPaperKind.PAYMENT || !appropriation.equals(of))
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", id, "expected", TreasuryPaperState.LAPSED)
                    .at("payment");
    }

    /** The treasury had paid it before the year was closed. Its entry stands with the correction of the year. */
    void executeAfterAll(Correction correction) {
        requireLapsedPayment(appropriation);
        apply(new LapsedWithdrawalExecuted(
                self(),
                project,
                code.year(),
                total,
                Objects.requireNonNull(correction.voucherNumber()),
                Objects.requireNonNull(correction.executedOn())));
    }

    /** @param bookedIn the year that takes the posting: the present one when the paper's year is closed */
    void decide(ConfirmReceipt command, Decision decision, int bookedIn) {
        decision.requireTaken();
        if (!decision.actor().has(Role.HOST_HEAD, host) && !decision.actor().has(Role.HOST_ACCOUNTANT, host))
            throw Refusal.of(ErrorCode.NOT_YOUR_HOST, "host", host.value());
        if (!kind.withdrawal())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", kind, "expected", TreasuryPaperKind.ADVANCE)
                    .at("paper");
        requireState(TreasuryPaperState.EXECUTED);
        Acting.notAfter(Objects.requireNonNull(executedOn), command.receivedOn(), "receivedOn");
        Acting.notAfter(command.receivedOn(), decision.today(), "receivedOn");
        apply(new ReceiptConfirmed(
                self(),
                project,
                host,
                Lines.sum(executed),
                entries.next(id),
                command.receivedOn(),
                decision.today(),
                Evidence.of(decision.basis()),
                Postings.ofTranche(appropriation, bookedIn, project, tranche)
                        .add(LedgerAccount.HOST_RECEIVED, executed)
                        .list()));
    }

    /** The last fact first: a receipt before the payment it rests on, a clearing or return before its advance. */
    void decide(Reverse command, String of, Decision decision) {
        EntryLog.Booked original = entries.requireOpen(of);
        switch (original.kind()) {
            case RECEIPT -> requireState(original, TreasuryPaperState.RECEIVED);
            case ADVANCE, PAYMENT, CLEARING, OPENING, RECODING -> {
                requireState(original, TreasuryPaperState.EXECUTED);
                if (!outstanding.untouched())
                    throw original.notReversible("take back or cancel what settles or re-codes it first");
            }
            case RETURN -> requireState(original, TreasuryPaperState.EXECUTED);
            case COMMITMENT -> throw original.notReversible("cancel the paper instead");
            case COMMITMENT_RELEASE -> throw original.notReversible("prepare a new paper instead");
            case ASSIGNMENT,
                    SUPPLEMENT,
                    CUT,
                    HOLD,
                    HOLD_RELEASE,
                    ALLOCATION,
                    ALLOCATION_RELEASE,
                    CANCELLATION,
                    YEAR_CLOSING,
                    CORRECTION,
                    REVERSAL -> throw original.notReversible("a reversal is not reversed; record the fact anew");
        }
        apply(new TreasuryPaperEntryReversed(
                self(),
                project,
                of,
                original.kind(),
                original.amount(),
                Acting.reason(command.reason()),
                command.document(),
                entries.next(id),
                decision.effectiveOn(),
                decision.today(),
                Evidence.of(decision.basis()),
                original.negative()));
    }

    @EventSourcingHandler
    void evolve(TreasuryPaperEvent event, @MessageIdentifier String eventId) {
        id = event.paper().value();
        switch (event) {
            case WithdrawalPrepared e -> {
                number = e.number();
                begin(e.project(), e.host(), e.appropriation(), e.code(), e.kind(), e.tranche(), e.volumeBy());
                volume = e.volume();
                write(e.lines(), e.total(), e.payee(), e.preparedBy());
                entries.add(e, eventId, EntryKind.COMMITMENT, project, e.total());
            }
            case SettlementPrepared e -> {
                number = e.number();
                begin(e.project(), e.host(), e.appropriation(), e.code(), e.kind(), e.tranche(), e.volumeBy());
                volume = e.volume();
                advance = e.advance();
                write(e.lines(), e.total(), null, e.preparedBy());
            }
            case RecodingPrepared e -> {
                number = e.number();
                begin(
                        e.project(),
                        e.host(),
                        e.appropriation(),
                        e.code(),
                        TreasuryPaperKind.RECODING,
                        e.tranche(),
                        List.of());
                recoded = e.from();
                write(e.lines(), e.total(), null, e.preparedBy());
            }
            case OpeningPrepared e -> {
                number = e.number();
                begin(
                        e.project(),
                        e.host(),
                        e.appropriation(),
                        e.code(),
                        TreasuryPaperKind.OPENING,
                        e.tranche(),
                        List.of());
                opening = new Opening(e.paper(), e.tranche(), e.code().year(), e.balances());
                openingEvidence = e.evidence();
                write(e.lines(), e.total(), null, e.preparedBy());
            }
            case OpeningBooked e -> {
                executedOn = e.effectiveOn();
                executed = e.lines();
                outstanding.booked(e.lines());
                state = TreasuryPaperState.EXECUTED;
                entries.add(e, eventId, EntryKind.OPENING, project, e.total());
            }
            case OpeningCancelled _ -> state = TreasuryPaperState.CANCELLED;
            case RecodingCommitted e -> entries.add(e, eventId, EntryKind.COMMITMENT, project, e.total());
            case RecodingCancelled _ -> state = TreasuryPaperState.CANCELLED;
            case RecodingReleased e -> entries.add(e, eventId, EntryKind.COMMITMENT_RELEASE, project, e.total());
            case RecodingBound e -> {
                outstanding.bind(e.by(), e.lines());
                followedBy.add(e.by());
            }
            case RecodingUnbound e -> {
                outstanding.unbind(e.by());
                followedBy.remove(e.by());
            }
            case LinesRecoded e -> outstanding.settle(e.by(), e.lines());
            case RecodingReversed e -> outstanding.reverse(e.by(), e.lines());
            case SettlementAmended e -> write(e.lines(), e.total(), null, e.preparedBy());
            case SettlementCancelled _ -> state = TreasuryPaperState.CANCELLED;
            case AdvanceBound e -> outstanding.bind(e.by(), e.lines());
            case AdvanceUnbound e -> outstanding.unbind(e.by());
            case AdvanceSettled e -> {
                outstanding.settle(e.by(), e.lines());
                if (e.kind() == TreasuryPaperKind.RETURN) returns.put(e.by(), e.lines());
                else followedBy.add(e.by());
            }
            case AdvanceSettlementReversed e -> {
                outstanding.reverse(e.by(), e.bound());
                returns.remove(e.by());
                followedBy.remove(e.by());
            }
            case WithdrawalAmended e -> {
                write(e.lines(), e.total(), e.payee(), e.preparedBy());
                entries.add(e, eventId, EntryKind.COMMITMENT, project, e.total());
            }
            case TreasuryPaperSignedSecond e -> {
                secondBy = e.signedBy();
                signers.add(e.signer());
                state = TreasuryPaperState.SECOND_SIGNED;
            }
            case TreasuryPaperSignedFirst e -> {
                signers.add(e.signer());
                state = TreasuryPaperState.FIRST_SIGNED;
            }
            case TreasuryPaperSent e -> {
                sentOn = e.sentOn();
                state = TreasuryPaperState.SENT;
            }
            case TreasuryFactRecorded e -> {
                fact = e;
                if (e.voucherNumber() != null) voucher = Voucher.key(e.voucherNumber(), e.happenedOn());
                state = TreasuryPaperState.TREASURY_FACT_RECORDED;
            }
            case TreasuryFactRejected _ -> {
                fact = null;
                voucher = "";
                state = TreasuryPaperState.SENT;
            }
            case TreasuryPaperExecuted e -> {
                fact = null;
                executedOn = e.effectiveOn();
                executed = e.lines();
                outstanding.booked(e.lines());
                state = TreasuryPaperState.EXECUTED;
                entries.add(e, eventId, booked(e.kind()), project, e.total());
            }
            case TreasuryPaperReturned _ -> {
                fact = null;
                state = TreasuryPaperState.RETURNED;
            }
            case WithdrawalCancelled e -> {
                state = TreasuryPaperState.CANCELLED;
                entries.add(e, eventId, EntryKind.COMMITMENT_RELEASE, project, e.total());
            }
            case AdvanceCarriedOver e -> {
                appropriation = e.into();
                code = e.code();
                outstanding.moved();
            }
            case WithdrawalLapsed e -> {
                state = TreasuryPaperState.LAPSED;
                entries.add(e, eventId, EntryKind.COMMITMENT_RELEASE, project, e.total());
            }
            case LapsedWithdrawalExecuted e -> {
                executedOn = e.executedOn();
                executed = lines;
                voucher = Voucher.key(e.voucherNumber(), e.executedOn());
                state = TreasuryPaperState.EXECUTED;
            }
            case ReceiptConfirmed e -> {
                state = TreasuryPaperState.RECEIVED;
                entries.add(e, eventId, EntryKind.RECEIPT, project, e.total());
            }
            case TreasuryPaperEntryReversed e -> {
                if (e.kind() == EntryKind.RECEIPT) state = TreasuryPaperState.EXECUTED;
                else {
                    state = opening == null ? TreasuryPaperState.SENT : TreasuryPaperState.CANCELLED;
                    voucher = "";
                    executed = List.of();
                    outstanding = new Outstanding();
                }
                entries.add(e, eventId, EntryKind.REVERSAL, project, e.total());
                entries.reversed(e.of(), e.entry());
            }
        }
    }

    private static EntryKind booked(TreasuryPaperKind kind) {
        return switch (kind) {
            case ADVANCE -> EntryKind.ADVANCE;
            case PAYMENT -> EntryKind.PAYMENT;
            case CLEARING -> EntryKind.CLEARING;
            case RETURN -> EntryKind.RETURN;
            case RECODING -> EntryKind.RECODING;
            case OPENING -> EntryKind.OPENING;
        };
    }

    private static List<PersonId> together(List<PersonId> before, List<PersonId> now) {
        return Stream.concat(before.stream(), now.stream()).distinct().toList();
    }

    private void begin(
            ProjectId of,
            OrganisationId taskHost,
            AppropriationId from,
            AppropriationKey copied,
            TreasuryPaperKind asked,
            int instalment,
            List<PersonId> measured) {
        project = of;
        host = taskHost;
        appropriation = from;
        code = copied;
        kind = asked;
        tranche = instalment;
        volumeBy = measured;
    }

    private void write(List<TreasuryPaperLine> text, Vnd sum, @Nullable Payee to, List<PersonId> by) {
        lines = text;
        total = sum;
        payee = to;
        preparedBy = by;
        secondBy = List.of();
        signers.clear();
        state = TreasuryPaperState.PREPARED;
    }

    private Postings postings() {
        return Postings.ofTranche(appropriation, code, project, tranche);
    }

    private TreasuryPaperId self() {
        return new TreasuryPaperId(id);
    }

    private static List<PersonId> preparer(Decision decision) {
        return Acting.persons(decision, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT);
    }

    private static List<PersonId> recorder(Decision decision) {
        return Acting.persons(decision, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.OFFICER);
    }

    private void requireState(TreasuryPaperState wanted) {
        requireState(EnumSet.of(wanted));
    }

    private void requireState(EnumSet<TreasuryPaperState> wanted) {
        if (state == TreasuryPaperState.LAPSED)
            throw Refusal.of(ErrorCode.APPROPRIATION_YEAR_CLOSED, "year", code.year());
        if (!wanted.contains(state)) throw Refusal.of(ErrorCode.WRONG_STATE, "state", state, "needed", wanted);
    }

    private void requireState(EntryLog.Booked original, TreasuryPaperState wanted) {
        if (state != wanted) throw original.notReversible("state " + state + ", needed " + wanted);
    }
}
