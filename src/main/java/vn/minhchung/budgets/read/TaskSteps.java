package vn.minhchung.budgets.read;

import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.projects.ProjectEvent;
import vn.minhchung.projects.ProjectEvent.*;
import vn.minhchung.projects.TermsEvent;

/** Whom the life of a task waits for. A key is the task and the part of its life the step belongs to. */
final class TaskSteps {
    private TaskSteps() {}

    static void project(ProjectEvent event, WaitingList list) {
        ProjectId task = event.project();
        String entry = task.value() + "/entry";
        switch (event) {
            case ApprovedTaskRegistered e ->
                list.waits(
                        entry,
                        e.provisional() ? WaitingStep.CONFIRM_APPROVAL : WaitingStep.SIGN_CONTRACT,
                        task.value(),
                        task);
            case ApprovalConfirmed _ -> list.waits(entry, WaitingStep.SIGN_CONTRACT, task.value(), task);
            case ContractSigned e -> {
                if (e.provisional()) list.waits(entry, WaitingStep.CONFIRM_CONTRACT, task.value(), task);
                else list.done(entry);
            }
            case ContractConfirmed _ -> list.done(entry);
            case TermsEvent e -> TermsSteps.project(e, list);
            case TaskPublished _, TaskCodeReissued _, TaskCorrected _, PastTaskRecorded _ -> {
                // nobody is waited for
            }
        }
    }
}
