package vn.minhchung.budgets.read;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.Payee;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryFactRecorded;
import vn.minhchung.budgets.TreasuryPaperEvent.WithdrawalAmended;
import vn.minhchung.budgets.TreasuryPaperEvent.WithdrawalPrepared;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.budgets.TreasuryPaperState;
import vn.minhchung.budgets.TreasuryPaperView;
import vn.minhchung.budgets.TreasuryPaperView.Signature;
import vn.minhchung.budgets.TreasuryPaperView.TreasuryFact;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Vnd;

/** The next version of a withdrawal's view, while one event is applied. */
final class TreasuryPaperDraft {
    private final TreasuryPaperView base;
    private List<TreasuryPaperLine> lines;
    private Vnd total;
    private Payee payee;
    private TreasuryPaperState state;

    @Nullable
    PersonId preparer;

    private @Nullable Signature second;
    private @Nullable Signature first;
    private @Nullable LocalDate sentOn;
    private @Nullable TreasuryFact fact;
    private @Nullable String voucher;
    private @Nullable LocalDate executedOn;
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
        receivedOn = v.receivedOn();
        returnReason = v.returnReason();
        cancelReason = v.cancelReason();
    }

    static TreasuryPaperDraft of(WithdrawalPrepared e) {
        return new TreasuryPaperDraft(new TreasuryPaperView(
                e.project(),
                e.host(),
                e.appropriation(),
                e.code(),
                e.number(),
                e.kind(),
                e.code().year(),
                e.tranche(),
                e.lines(),
                e.total(),
                e.payee(),
                TreasuryPaperState.PREPARED,
                e.effectiveOn(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    }

    void amended(WithdrawalAmended e, @Nullable PersonId by) {
        lines = e.lines();
        total = e.total();
        payee = e.payee();
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
        fact = new TreasuryFact(e.kind(), e.voucherNumber(), e.happenedOn(), e.reason());
        state = TreasuryPaperState.TREASURY_FACT_RECORDED;
    }

    void rejected() {
        fact = null;
        state = TreasuryPaperState.SENT;
    }

    void executed(String number, LocalDate on) {
        fact = null;
        voucher = number;
        executedOn = on;
        state = TreasuryPaperState.EXECUTED;
    }

    void returned(String reason) {
        fact = null;
        returnReason = reason;
        state = TreasuryPaperState.RETURNED;
    }

    void cancelled(String reason) {
        cancelReason = reason;
        state = TreasuryPaperState.CANCELLED;
    }

    void received(LocalDate on) {
        receivedOn = on;
        state = TreasuryPaperState.RECEIVED;
    }

    void reversed(boolean receipt) {
        receivedOn = null;
        if (receipt) {
            state = TreasuryPaperState.EXECUTED;
            return;
        }
        voucher = null;
        executedOn = null;
        state = TreasuryPaperState.SENT;
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
                lines,
                total,
                payee,
                state,
                base.preparedOn(),
                preparer,
                second,
                first,
                sentOn,
                fact,
                voucher,
                executedOn,
                receivedOn,
                returnReason,
                cancelReason);
    }
}
