package vn.minhchung.budgets.read;

import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.projects.TermsEvent;
import vn.minhchung.projects.TermsEvent.*;

/** Whom the terms of a task wait for: a recorded exception for its second person; and the successor of a host for all else. */
final class TermsSteps {
    private TermsSteps() {}

    static void project(TermsEvent event, WaitingList list) {
        String task = event.project().value();
        switch (event) {
            case ExceptionRecorded e ->
                list.waits(key(task, e.number()), WaitingStep.CONFIRM_EXCEPTION, task, event.project());
            case ExceptionGranted e -> list.done(key(task, e.number()));
            case HostSucceeded e -> list.succeeded(event.project(), e.oldHost(), e.host());
            case TaskExtended _,
                    TaskShortened _,
                    InvestigatorReplaced _,
                    MembersChanged _,
                    TermsReworded _,
                    TaskBudgetAdjusted _ -> {
                // nobody is waited for
            }
        }
    }

    private static String key(String task, int number) {
        return task + "/exception/" + number;
    }
}
