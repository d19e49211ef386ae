package vn.minhchung.budgets.read;

import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationEvent;
import vn.minhchung.budgets.AppropriationEvent.*;
import vn.minhchung.budgets.EntryKind;
import vn.minhchung.budgets.WaitingStep;

/** Whom a year appropriation waits for. */
final class AppropriationSteps {
    private AppropriationSteps() {}

    static void project(AppropriationEvent event, WaitingList list) {
        String id = event.appropriation().value();
        switch (event) {
            case AppropriationRecorded _ -> list.waits(id, WaitingStep.CONFIRM_APPROPRIATION, id, null);
            case AppropriationAssigned e -> {
                list.done(id);
                YearSteps.open(id, e.code().year(), list);
            }
            case AppropriationChangeRecorded e ->
                list.waits(change(id, e.change()), WaitingStep.CONFIRM_APPROPRIATION_CHANGE, id, null);
            case AppropriationChangeRejected e -> list.done(change(id, e.change()));
            case AppropriationEnteredInTabmis e -> done(id, e.change(), list);
            case AppropriationSupplemented e -> done(id, e.change(), list);
            case AppropriationCut e -> done(id, e.change(), list);
            case AppropriationHeld e -> done(id, e.change(), list);
            case AppropriationHoldReleased e -> done(id, e.change(), list);
            case AppropriationEntryReversed e -> {
                if (e.kind() == EntryKind.ASSIGNMENT) YearSteps.over(id, list);
            }
            case TaskAllocated _,
                    AllocationReleased _,
                    AppropriationCommitted _,
                    AppropriationCommitmentReleased _,
                    AppropriationDrawn _,
                    AppropriationDrawReversed _,
                    AppropriationGiveBackReversed _,
                    OfRecoding _ -> {
                // nobody is waited for
            }
            case AppropriationGivenBack e -> list.done(YearSteps.finance(e.paper()));
            case OfYear e -> YearSteps.project(e, list);
        }
    }

    static String change(String appropriation, int number) {
        return appropriation + "/" + number;
    }

    static void done(String appropriation, @Nullable Integer change, WaitingList list) {
        if (change != null) list.done(change(appropriation, change));
    }
}
