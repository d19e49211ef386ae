package vn.minhchung.budgets.read;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.EntryKind;
import vn.minhchung.budgets.WithdrawalEvent;
import vn.minhchung.budgets.WithdrawalEvent.ReceiptConfirmed;
import vn.minhchung.budgets.WithdrawalEvent.TreasuryFactRecorded;
import vn.minhchung.budgets.WithdrawalEvent.TreasuryFactRejected;
import vn.minhchung.budgets.WithdrawalEvent.WithdrawalAmended;
import vn.minhchung.budgets.WithdrawalEvent.WithdrawalCancelled;
import vn.minhchung.budgets.WithdrawalEvent.WithdrawalEntryReversed;
import vn.minhchung.budgets.WithdrawalEvent.WithdrawalExecuted;
import vn.minhchung.budgets.WithdrawalEvent.WithdrawalPrepared;
import vn.minhchung.budgets.WithdrawalEvent.WithdrawalReturned;
import vn.minhchung.budgets.WithdrawalEvent.WithdrawalSent;
import vn.minhchung.budgets.WithdrawalEvent.WithdrawalSignedFirst;
import vn.minhchung.budgets.WithdrawalEvent.WithdrawalSignedSecond;
import vn.minhchung.budgets.WithdrawalView;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** Withdrawals and where they stand. */
@Component
class WithdrawalProjector implements Projector {
    @Override
    public String name() {
        return "budgets.Withdrawal";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(BudgetsViews.WITHDRAWALS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof WithdrawalEvent event)) return;
        String id = event.withdrawal().value();
        WithdrawalView before = views.get(BudgetsViews.WITHDRAWALS, id);
        WithdrawalDraft draft;
        if (event instanceof WithdrawalPrepared e) draft = WithdrawalDraft.of(e);
        else if (before != null) draft = new WithdrawalDraft(before);
        else return;
        change(draft, event, actor(recorded));
        views.put(BudgetsViews.WITHDRAWALS, id, draft.view());
    }

    private static void change(WithdrawalDraft draft, WithdrawalEvent event, @Nullable PersonId actor) {
        switch (event) {
            case WithdrawalPrepared _ -> draft.preparer = actor;
            case WithdrawalAmended e -> draft.amended(e, actor);
            case WithdrawalSignedSecond e -> draft.secondSigned(e.signer(), e.signedOn());
            case WithdrawalSignedFirst e -> draft.firstSigned(e.signer(), e.signedOn());
            case WithdrawalSent e -> draft.sent(e.sentOn());
            case TreasuryFactRecorded e -> draft.recorded(e);
            case TreasuryFactRejected _ -> draft.rejected();
            case WithdrawalExecuted e -> draft.executed(e.voucherNumber(), e.effectiveOn());
            case WithdrawalReturned e -> draft.returned(e.reason());
            case WithdrawalCancelled e -> draft.cancelled(e.reason());
            case ReceiptConfirmed e -> draft.received(e.effectiveOn());
            case WithdrawalEntryReversed e -> draft.reversed(e.kind() == EntryKind.RECEIPT);
        }
    }

    private static @Nullable PersonId actor(Recorded recorded) {
        var decision = recorded.envelope().decision();
        return decision == null ? null : decision.person();
    }

    /** The day of the act, where the event itself does not say one. */
    static LocalDate day(Recorded recorded) {
        var decision = recorded.envelope().decision();
        return decision == null
                ? LocalDate.ofInstant(recorded.recordedAt(), java.time.ZoneOffset.UTC)
                : decision.today();
    }
}
