package vn.minhchung.projects.read;

import java.util.List;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.ProjectView;
import vn.minhchung.projects.TaskMember;
import vn.minhchung.projects.TermsEvent;
import vn.minhchung.projects.TermsEvent.ExceptionGranted;
import vn.minhchung.projects.TermsEvent.ExceptionRecorded;
import vn.minhchung.projects.TermsEvent.HostSucceeded;
import vn.minhchung.projects.TermsEvent.InvestigatorReplaced;
import vn.minhchung.projects.TermsEvent.MembersChanged;
import vn.minhchung.projects.TermsEvent.TaskBudgetAdjusted;
import vn.minhchung.projects.TermsEvent.TaskExtended;
import vn.minhchung.projects.TermsEvent.TaskShortened;
import vn.minhchung.projects.TermsEvent.TermsReworded;

/** A task as shown after its terms changed. */
final class AdjustedView {
    private AdjustedView() {}

    static ProjectView of(ProjectView task, TermsEvent event) {
        return switch (event) {
            case TaskExtended e -> until(task, PartialDate.of(e.end()));
            case TaskShortened e -> until(task, PartialDate.of(e.end()));
            case InvestigatorReplaced e ->
                task.carriedOut(
                        List.of(e.investigator()),
                        without(task.members(), e.investigator()),
                        task.hostId(),
                        task.end());
            case HostSucceeded e -> task.carriedOut(task.investigators(), task.members(), e.host(), task.end());
            case MembersChanged e -> task.carriedOut(task.investigators(), e.members(), task.hostId(), task.end());
            case TermsReworded e -> e.kind() == AdjustmentKind.TITLE ? task.titled(e.after()) : task;
            case TaskBudgetAdjusted e -> {
                ProjectView.Contract contract = task.contract();
                yield contract == null ? task : task.under(contract.planned(e.tranches()));
            }
            case ExceptionRecorded _, ExceptionGranted _ -> task;
        };
    }

    private static ProjectView until(ProjectView task, PartialDate end) {
        return task.carriedOut(task.investigators(), task.members(), task.hostId(), end);
    }

    private static List<TaskMember> without(List<TaskMember> members, PersonId person) {
        return members.stream()
                .filter(member -> !member.person().equals(person))
                .toList();
    }
}
