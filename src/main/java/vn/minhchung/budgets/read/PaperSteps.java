package vn.minhchung.budgets.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.EntryKind;
import vn.minhchung.budgets.TreasuryPaperEvent;
import vn.minhchung.budgets.TreasuryPaperEvent.*;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.WaitingPaper;
import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.kernel.OrganisationId;

/** Whom a paper for the treasury waits for: always one step. */
final class PaperSteps {
    private PaperSteps() {}

    static void project(TreasuryPaperEvent event, WaitingList list) {
        // the paper that settles the advance waits, the advance does not
        if (event instanceof OfAdvance || event instanceof OfBooked) return;
        // the paper's own event waits, the binding beside it does not
        if (event instanceof RecodingCommitted || event instanceof RecodingReleased) return;
        // the advance is where it was: whoever is waited for about it, for its receipt, is waited for still
        if (event instanceof AdvanceCarriedOver) {
            list.dropped(CarryOverSteps.returning(event.paper()));
            return;
        }
        if (event instanceof SettlementPrepared e && e.kind() == TreasuryPaperKind.RETURN)
            list.done(CarryOverSteps.returning(e.advance()));
        String id = event.paper().value();
        if (event instanceof SettlementCancelled) list.done(YearSteps.finance(event.paper()));
        WaitingPaper paper = paper(event, list);
        WaitingStep next = switch (event) {
            case WithdrawalPrepared _,
                    WithdrawalAmended _,
                    SettlementPrepared _,
                    SettlementAmended _,
                    RecodingPrepared _,
                    OpeningPrepared _ -> WaitingStep.SIGN_SECOND;
            case TreasuryPaperSignedSecond _ -> WaitingStep.SIGN_FIRST;
            case TreasuryPaperSignedFirst _ -> WaitingStep.SEND_TO_TREASURY;
            case TreasuryPaperSent _, TreasuryFactRejected _ -> WaitingStep.RECORD_TREASURY_FACT;
            case TreasuryFactRecorded _ -> WaitingStep.CONFIRM_TREASURY_FACT;
            case TreasuryPaperExecuted e -> e.kind().withdrawal() ? WaitingStep.CONFIRM_RECEIPT : null;
            case LapsedWithdrawalExecuted _ -> WaitingStep.CONFIRM_RECEIPT;
            case TreasuryPaperReturned _ -> WaitingStep.RESEND_OR_CANCEL;
            case WithdrawalCancelled _,
                    WithdrawalLapsed _,
                    AdvanceCarriedOver _,
                    SettlementCancelled _,
                    RecodingCancelled _,
                    RecodingCommitted _,
                    RecodingReleased _,
                    OpeningBooked _,
                    OpeningCancelled _,
                    ReceiptConfirmed _,
                    OfAdvance _,
                    OfBooked _ -> null;
            case TreasuryPaperEntryReversed e -> again(e.kind());
        };
        if (undone(event)) list.dropped(id);
        if (next == null || paper == null) {
            list.done(id);
            return;
        }
        OrganisationId party = next == WaitingStep.CONFIRM_RECEIPT ? paper.host() : null;
        list.waits(id, next, id, event.project(), party, countsFrom(next, paper));
    }

    /** What waited is not done by these: the paper goes back, or goes no further. */
    private static boolean undone(TreasuryPaperEvent event) {
        return event instanceof WithdrawalAmended
                || event instanceof SettlementAmended
                || event instanceof WithdrawalCancelled
                || event instanceof SettlementCancelled
                || event instanceof RecodingCancelled
                || event instanceof OpeningCancelled
                || event instanceof TreasuryPaperEntryReversed;
    }

    private static @Nullable WaitingStep again(EntryKind reversed) {
        if (reversed == EntryKind.RECEIPT) return WaitingStep.CONFIRM_RECEIPT;
        // nobody acts on balances that were taken back: others are drawn up anew
        return reversed == EntryKind.OPENING ? null : WaitingStep.RECORD_TREASURY_FACT;
    }

    private static @Nullable LocalDate countsFrom(WaitingStep step, WaitingPaper paper) {
        return step == WaitingStep.RECORD_TREASURY_FACT ? paper.sentOn() : paper.drawnBy();
    }

    private static @Nullable WaitingPaper paper(TreasuryPaperEvent event, WaitingList list) {
        String id = event.paper().value();
        WaitingPaper before = list.views().get(BudgetsViews.WAITING_PAPERS, id);
        WaitingPaper after = before;
        if (event instanceof WithdrawalPrepared e)
            after = new WaitingPaper(e.host(), LocalDate.of(e.code().year(), 12, 31), null);
        else if (event instanceof SettlementPrepared e) after = new WaitingPaper(e.host(), null, null);
        else if (event instanceof OpeningPrepared e) after = new WaitingPaper(e.host(), null, null);
        else if (event instanceof RecodingPrepared e) after = new WaitingPaper(e.host(), null, null);
        else if (event instanceof TreasuryPaperSent e && before != null) after = before.sent(e.sentOn());
        if (after != null && !after.equals(before)) list.views().put(BudgetsViews.WAITING_PAPERS, id, after);
        return after;
    }
}
