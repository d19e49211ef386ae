package vn.minhchung.budgets.read;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.TreasuryPaperEvent;
import vn.minhchung.budgets.TreasuryPaperEvent.*;
import vn.minhchung.budgets.TreasuryPaperView;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** Papers for the treasury and where they stand. */
@Component
class TreasuryPaperProjector implements Projector {
    @Override
    public String name() {
        return "budgets.TreasuryPaper";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(BudgetsViews.TREASURY_PAPERS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof TreasuryPaperEvent event)) return;
        String id = event.paper().value();
        TreasuryPaperView before = views.get(BudgetsViews.TREASURY_PAPERS, id);
        TreasuryPaperDraft draft;
        if (event instanceof WithdrawalPrepared e) draft = TreasuryPaperDraft.of(e);
        else if (event instanceof SettlementPrepared e) draft = TreasuryPaperDraft.of(e);
        else if (event instanceof RecodingPrepared e) draft = TreasuryPaperDraft.of(e);
        else if (event instanceof OpeningPrepared e) draft = TreasuryPaperDraft.of(e, day(recorded));
        else if (before != null) draft = new TreasuryPaperDraft(before);
        else return;
        change(draft, event, actor(recorded));
        views.put(BudgetsViews.TREASURY_PAPERS, id, draft.view());
    }

    private static void change(TreasuryPaperDraft draft, TreasuryPaperEvent event, @Nullable PersonId actor) {
        switch (event) {
            case WithdrawalPrepared _, SettlementPrepared _, RecodingPrepared _, OpeningPrepared _ ->
                draft.preparer = actor;
            case WithdrawalAmended e -> draft.amended(e, actor);
            case SettlementAmended e -> draft.amended(e, actor);
            case TreasuryPaperSignedSecond e -> draft.secondSigned(e.signer(), e.signedOn());
            case TreasuryPaperSignedFirst e -> draft.firstSigned(e.signer(), e.signedOn());
            case TreasuryPaperSent e -> draft.sent(e.sentOn());
            case TreasuryFactRecorded e -> draft.recorded(e);
            case TreasuryFactRejected _ -> draft.rejected();
            case TreasuryPaperExecuted e -> draft.executed(e);
            case TreasuryPaperReturned e -> draft.returned(e.reason());
            case WithdrawalCancelled e -> draft.cancelled(e.reason());
            case SettlementCancelled e -> draft.cancelled(e.reason());
            case OpeningBooked e -> draft.booked(e);
            case OpeningCancelled e -> draft.cancelled(e.reason());
            case RecodingCancelled e -> draft.cancelled(e.reason());
            case RecodingBound e -> draft.recodingBound(e.by());
            case LinesRecoded e -> draft.movedAway(e.total());
            case RecodingReversed e -> draft.movedAway(e.total().negate());
            case RecodingCommitted _, RecodingReleased _, RecodingUnbound _ -> {
                // amounts only; the re-coding itself says what became of it
            }
            case WithdrawalLapsed _ -> draft.lapsed();
            case LapsedWithdrawalExecuted e -> draft.executedAfterAll(e);
            case AdvanceCarriedOver _ -> {
                // the paper stays what was signed; its carry-over says where the money stands
            }
            case AdvanceBound e -> draft.bound(e.by());
            case AdvanceUnbound _ -> {
                // its paper says what became of it
            }
            case AdvanceSettled e -> draft.settled(e.kind(), e.total());
            case AdvanceSettlementReversed e ->
                draft.settled(e.kind(), e.total().negate());
            case ReceiptConfirmed e -> draft.received(e.effectiveOn());
            case TreasuryPaperEntryReversed e -> draft.reversed(e.kind());
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
