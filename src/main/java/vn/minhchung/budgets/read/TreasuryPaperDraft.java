package vn.minhchung.budgets.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.EntryKind;
import vn.minhchung.budgets.OpeningBalance;
import vn.minhchung.budgets.Payee;
import vn.minhchung.budgets.Recoded;
import vn.minhchung.budgets.TreasuryPaperEvent.LapsedWithdrawalExecuted;
import vn.minhchung.budgets.TreasuryPaperEvent.OpeningBooked;
import vn.minhchung.budgets.TreasuryPaperEvent.OpeningPrepared;
import vn.minhchung.budgets.TreasuryPaperEvent.RecodingPrepared;
import vn.minhchung.budgets.TreasuryPaperEvent.SettlementAmended;
import vn.minhchung.budgets.TreasuryPaperEvent.SettlementPrepared;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryFactRecorded;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperExecuted;
import vn.minhchung.budgets.TreasuryPaperEvent.WithdrawalAmended;
import vn.minhchung.budgets.TreasuryPaperEvent.WithdrawalPrepared;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.budgets.TreasuryPaperState;
import vn.minhchung.budgets.TreasuryPaperView;
import vn.minhchung.budgets.TreasuryPaperView.Signature;
import vn.minhchung.budgets.TreasuryPaperView.TreasuryFact;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;

/** The next version of a treasury paper's view, while one event is applied. */
final class TreasuryPaperDraft {
    private final TreasuryPaperView base;
    private List<TreasuryPaperLine> lines;
    private Vnd total;
    private @Nullable Payee payee;
    private TreasuryPaperState state;

    @Nullable
    PersonId preparer;

    private @Nullable Signature second;
    private @Nullable Signature first;
    private @Nullable LocalDate sentOn;
    private @Nullable TreasuryFact fact;
    private @Nullable String voucher;
    private @Nullable LocalDate executedOn;
    private @Nullable Vnd executed;
    private Vnd cleared;
    private Vnd returned;
    private Vnd movedAway;
    private final List<TreasuryPaperId> settlements;
    private final List<TreasuryPaperId> recodings;
    private @Nullable LocalDate receivedOn;
    private @Nullable String returnReason;
    private @Nullable String cancelReason;

    TreasuryPaperDraft(TreasuryPaperView v) {
        base = v;
        lines = v.lines();
        total = v.total();
        payee = v.payee();
        state = v.state();
        preparer = v.preparer();
        second = v.secondSignature();
        first = v.firstSignature();
        sentOn = v.sentOn();
        fact = v.recordedFact();
        voucher = v.voucherNumber();
        executedOn = v.executedOn();
        executed = v.executed();
        cleared = v.cleared();
        returned = v.returned();
        movedAway = v.movedAway();
        settlements = new ArrayList<>(v.settlements());
        recodings = new ArrayList<>(v.recodings());
        receivedOn = v.receivedOn();
        returnReason = v.returnReason();
        cancelReason = v.cancelReason();
    }

    static TreasuryPaperDraft of(WithdrawalPrepared e) {
        return prepared(
                e.project(),
                e.host(),
                e.appropriation(),
                e.code(),
                e.number(),
                e.kind(),
                e.tranche(),
                null,
                null,
                e.lines(),
                e.total(),
                e.payee(),
                e.volume(),
                null,
                e.effectiveOn(),
                null,
                List.of());
    }

    static TreasuryPaperDraft of(SettlementPrepared e) {
        return prepared(
                e.project(),
                e.host(),
                e.appropriation(),
                e.code(),
                e.number(),
                e.kind(),
                e.tranche(),
                e.advance(),
                null,
                e.lines(),
                e.total(),
                null,
                e.volume(),
                e.reason(),
                e.preparedOn(),
                null,
                List.of());
    }

    static TreasuryPaperDraft of(RecodingPrepared e) {
        return prepared(
                e.project(),
                e.host(),
                e.appropriation(),
                e.code(),
                e.number(),
                TreasuryPaperKind.RECODING,
                e.tranche(),
                null,
                e.from(),
                e.lines(),
                e.total(),
                null,
                null,
                e.reason(),
                e.preparedOn(),
                null,
                List.of());
    }

    static TreasuryPaperDraft of(OpeningPrepared e, LocalDate on) {
        return prepared(
                e.project(),
                e.host(),
                e.appropriation(),
                e.code(),
                e.number(),
                TreasuryPaperKind.OPENING,
                e.tranche(),
                null,
                null,
                e.lines(),
                e.total(),
                null,
                null,
                null,
                on,
                e.struckOn(),
                e.balances());
    }

    private static TreasuryPaperDraft prepared(
            ProjectId project,
            OrganisationId host,
            AppropriationId appropriation,
            AppropriationKey code,
            String number,
            TreasuryPaperKind kind,
            int tranche,
            @Nullable TreasuryPaperId advance,
            @Nullable Recoded recoded,
            List<TreasuryPaperLine> lines,
            Vnd total,
            @Nullable Payee payee,
            @Nullable VolumeId volume,
            @Nullable String reason,
            LocalDate on,
            @Nullable LocalDate struckOn,
            List<OpeningBalance> balances) {
        return new TreasuryPaperDraft(new TreasuryPaperView(
                project,
                host,
                appropriation,
                code,
                number,
                kind,
                code.year(),
                tranche,
                advance,
                recoded,
                struckOn,
                balances,
                lines,
                total,
                payee,
                volume,
                reason,
                TreasuryPaperState.PREPARED,
                on,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Vnd.ZERO,
                Vnd.ZERO,
                Vnd.ZERO,
                List.of(),
                List.of(),
                null,
                null,
                null));
    }

    void amended(WithdrawalAmended e, @Nullable PersonId by) {
        payee = e.payee();
        amended(e.lines(), e.total(), by);
    }

    void amended(SettlementAmended e, @Nullable PersonId by) {
        amended(e.lines(), e.total(), by);
    }

    private void amended(List<TreasuryPaperLine> text, Vnd sum, @Nullable PersonId by) {
        lines = text;
        total = sum;
        preparer = by;
        second = null;
        first = null;
        state = TreasuryPaperState.PREPARED;
    }

    void secondSigned(PersonId signer, LocalDate on) {
        second = new Signature(signer, on);
        state = TreasuryPaperState.SECOND_SIGNED;
    }

    void firstSigned(PersonId signer, LocalDate on) {
        first = new Signature(signer, on);
        state = TreasuryPaperState.FIRST_SIGNED;
    }

    void sent(LocalDate on) {
        sentOn = on;
        returnReason = null;
        state = TreasuryPaperState.SENT;
    }

    void recorded(TreasuryFactRecorded e) {
        Vnd amount = e.lines() == null
                ? null
                : Vnd.sum(e.lines().stream().map(TreasuryPaperLine::amount).toList());
        fact = new TreasuryFact(e.kind(), e.voucherNumber(), e.happenedOn(), amount, e.reason());
        state = TreasuryPaperState.TREASURY_FACT_RECORDED;
    }

    void rejected() {
        fact = null;
        state = TreasuryPaperState.SENT;
    }

    void executed(TreasuryPaperExecuted e) {
        fact = null;
        voucher = e.voucherNumber();
        executedOn = e.effectiveOn();
        executed = e.total();
        state = TreasuryPaperState.EXECUTED;
    }

    void booked(OpeningBooked e) {
        executedOn = e.effectiveOn();
        executed = Vnd.sum(e.lines().stream().map(TreasuryPaperLine::amount).toList());
        state = TreasuryPaperState.EXECUTED;
    }

    void returned(String reason) {
        fact = null;
        returnReason = reason;
        state = TreasuryPaperState.RETURNED;
    }

    void lapsed() {
        state = TreasuryPaperState.LAPSED;
    }

    void executedAfterAll(LapsedWithdrawalExecuted e) {
        voucher = e.voucherNumber();
        executedOn = e.executedOn();
        executed = e.total();
        state = TreasuryPaperState.EXECUTED;
    }

    void cancelled(String reason) {
        cancelReason = reason;
        state = TreasuryPaperState.CANCELLED;
    }

    void received(LocalDate on) {
        receivedOn = on;
        state = TreasuryPaperState.RECEIVED;
    }

    void reversed(EntryKind kind) {
        receivedOn = null;
        if (kind == EntryKind.RECEIPT) {
            state = TreasuryPaperState.EXECUTED;
            return;
        }
        voucher = null;
        executedOn = null;
        executed = null;
        state = kind == EntryKind.OPENING ? TreasuryPaperState.CANCELLED : TreasuryPaperState.SENT;
    }

    /** Of an advance: a clearing or a return was prepared for it. */
    void bound(TreasuryPaperId by) {
        if (!settlements.contains(by)) settlements.add(by);
    }

    /** @param amount negative when the settlement was reversed */
    void settled(TreasuryPaperKind kind, Vnd amount) {
        if (kind == TreasuryPaperKind.CLEARING) cleared = cleared.plus(amount);
        else returned = returned.plus(amount);
    }

    /** Of what was booked here: a re-coding was prepared for it. */
    void recodingBound(TreasuryPaperId by) {
        if (!recodings.contains(by)) recodings.add(by);
    }

    /** @param amount negative when the re-coding was reversed */
    void movedAway(Vnd amount) {
        movedAway = movedAway.plus(amount);
    }

    TreasuryPaperView view() {
        return new TreasuryPaperView(
                base.project(),
                base.host(),
                base.appropriation(),
                base.code(),
                base.number(),
                base.kind(),
                base.year(),
                base.tranche(),
                base.advance(),
                base.recoded(),
                base.struckOn(),
                base.balances(),
                lines,
                total,
                payee,
                base.volume(),
                base.reason(),
                state,
                base.preparedOn(),
                preparer,
                second,
                first,
                sentOn,
                fact,
                voucher,
                executedOn,
                executed,
                cleared,
                returned,
                movedAway,
                List.copyOf(settlements),
                List.copyOf(recodings),
                receivedOn,
                returnReason,
                cancelReason);
    }
}
