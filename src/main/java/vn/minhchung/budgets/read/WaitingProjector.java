package vn.minhchung.budgets.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.AppropriationEvent;
import vn.minhchung.budgets.AppropriationEvent.*;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.DepositAccountEvent;
import vn.minhchung.budgets.DepositAccountEvent.DepositAccountClosed;
import vn.minhchung.budgets.DepositAccountEvent.DepositAccountConfirmed;
import vn.minhchung.budgets.DepositAccountEvent.DepositAccountRegistered;
import vn.minhchung.budgets.EntryKind;
import vn.minhchung.budgets.TaskWaitingView;
import vn.minhchung.budgets.TreasuryPaperEvent;
import vn.minhchung.budgets.TreasuryPaperEvent.*;
import vn.minhchung.budgets.WaitingPaper;
import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.budgets.WaitingView;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** Whom everything waits for: by step for the inbox, and by task. */
@Component
class WaitingProjector implements Projector {
    @Override
    public String name() {
        return "budgets.Waiting";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(BudgetsViews.WAITING, BudgetsViews.TASK_WAITING, BudgetsViews.WAITING_PAPERS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        LocalDate today = TreasuryPaperProjector.day(recorded);
        if (recorded.event() instanceof TreasuryPaperEvent event) project(event, today, views);
        else if (recorded.event() instanceof AppropriationEvent event) project(event, today, views);
        else if (recorded.event() instanceof DepositAccountEvent event) project(event, today, views);
    }

    private static void project(TreasuryPaperEvent event, LocalDate today, ViewWriter views) {
        // the paper that settles the advance waits, the advance does not
        if (event instanceof OfAdvance) return;
        String id = event.paper().value();
        ProjectId project = event.project();
        WaitingPaper paper = paper(event, views);
        WaitingStep next = switch (event) {
            case WithdrawalPrepared _, WithdrawalAmended _, SettlementPrepared _, SettlementAmended _ ->
                WaitingStep.SIGN_SECOND;
            case TreasuryPaperSignedSecond _ -> WaitingStep.SIGN_FIRST;
            case TreasuryPaperSignedFirst _ -> WaitingStep.SEND_TO_TREASURY;
            case TreasuryPaperSent _, TreasuryFactRejected _ -> WaitingStep.RECORD_TREASURY_FACT;
            case TreasuryFactRecorded _ -> WaitingStep.CONFIRM_TREASURY_FACT;
            case TreasuryPaperExecuted e -> e.kind().withdrawal() ? WaitingStep.CONFIRM_RECEIPT : null;
            case TreasuryPaperReturned _ -> WaitingStep.RESEND_OR_CANCEL;
            case WithdrawalCancelled _, SettlementCancelled _, ReceiptConfirmed _, OfAdvance _ -> null;
            case TreasuryPaperEntryReversed e ->
                e.kind() == EntryKind.RECEIPT ? WaitingStep.CONFIRM_RECEIPT : WaitingStep.RECORD_TREASURY_FACT;
        };
        WaitingView step = next == null || paper == null ? null : waiting(next, id, project, paper, today);
        put(id, step, views);
        TaskWaitingView before = views.get(BudgetsViews.TASK_WAITING, project.value());
        List<WaitingView> steps = new ArrayList<>();
        if (before != null)
            before.steps().stream().filter(s -> !s.object().equals(id)).forEach(steps::add);
        if (step != null) steps.add(step);
        views.put(BudgetsViews.TASK_WAITING, project.value(), new TaskWaitingView(steps));
    }

    private static @Nullable WaitingPaper paper(TreasuryPaperEvent event, ViewWriter views) {
        String id = event.paper().value();
        WaitingPaper before = views.get(BudgetsViews.WAITING_PAPERS, id);
        WaitingPaper after = before;
        if (event instanceof WithdrawalPrepared e)
            after = new WaitingPaper(e.host(), LocalDate.of(e.code().year(), 12, 31), null);
        else if (event instanceof SettlementPrepared e) after = new WaitingPaper(e.host(), null, null);
        else if (event instanceof TreasuryPaperSent e && before != null) after = before.sent(e.sentOn());
        if (after != null && !after.equals(before)) views.put(BudgetsViews.WAITING_PAPERS, id, after);
        return after;
    }

    private static WaitingView waiting(
            WaitingStep step, String id, ProjectId project, WaitingPaper paper, LocalDate today) {
        OrganisationId party = step == WaitingStep.CONFIRM_RECEIPT ? paper.host() : null;
        LocalDate countsFrom = switch (step) {
            case SIGN_SECOND, SIGN_FIRST, SEND_TO_TREASURY, RESEND_OR_CANCEL -> paper.drawnBy();
            case RECORD_TREASURY_FACT -> paper.sentOn();
            case CONFIRM_TREASURY_FACT,
                    CONFIRM_RECEIPT,
                    CONFIRM_APPROPRIATION,
                    CONFIRM_APPROPRIATION_CHANGE,
                    CONFIRM_DEPOSIT_ACCOUNT -> null;
        };
        return new WaitingView(step, id, project, step.roles(), party, today, countsFrom);
    }

    private static void project(AppropriationEvent event, LocalDate today, ViewWriter views) {
        String id = event.appropriation().value();
        switch (event) {
            case AppropriationRecorded _ -> put(id, ofUnit(WaitingStep.CONFIRM_APPROPRIATION, id, today), views);
            case AppropriationAssigned _ -> put(id, null, views);
            case AppropriationChangeRecorded e ->
                put(change(id, e.change()), ofUnit(WaitingStep.CONFIRM_APPROPRIATION_CHANGE, id, today), views);
            case AppropriationChangeRejected e -> put(change(id, e.change()), null, views);
            case AppropriationEnteredInTabmis e -> done(id, e.change(), views);
            case AppropriationSupplemented e -> done(id, e.change(), views);
            case AppropriationCut e -> done(id, e.change(), views);
            case AppropriationHeld e -> done(id, e.change(), views);
            case AppropriationHoldReleased e -> done(id, e.change(), views);
            case TaskAllocated _,
                    AllocationReleased _,
                    AppropriationEntryReversed _,
                    AppropriationCommitted _,
                    AppropriationCommitmentReleased _,
                    AppropriationDrawn _,
                    AppropriationDrawReversed _,
                    AppropriationGivenBack _,
                    AppropriationGiveBackReversed _ -> {
                // nobody is waited for
            }
        }
    }

    private static void project(DepositAccountEvent event, LocalDate today, ViewWriter views) {
        String id = event.depositAccount().value();
        switch (event) {
            case DepositAccountRegistered _ -> put(id, ofUnit(WaitingStep.CONFIRM_DEPOSIT_ACCOUNT, id, today), views);
            case DepositAccountConfirmed _, DepositAccountClosed _ -> put(id, null, views);
        }
    }

    private static WaitingView ofUnit(WaitingStep step, String object, LocalDate today) {
        return new WaitingView(step, object, null, step.roles(), null, today, null);
    }

    private static String change(String appropriation, int number) {
        return appropriation + "/" + number;
    }

    private static void done(String appropriation, @Nullable Integer change, ViewWriter views) {
        if (change != null) put(change(appropriation, change), null, views);
    }

    private static void put(String key, @Nullable WaitingView step, ViewWriter views) {
        if (step != null) views.put(BudgetsViews.WAITING, key, step);
        else if (views.get(BudgetsViews.WAITING, key) != null) views.end(BudgetsViews.WAITING, key);
    }
}
