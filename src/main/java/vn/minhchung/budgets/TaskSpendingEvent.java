package vn.minhchung.budgets;

import java.util.List;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.SavingsReportId;
import vn.minhchung.kernel.SpendingReportId;

/** What the guard of a task's spending remembers: sums by line over all reports, and vouchers in use. No money rests on these. */
public sealed interface TaskSpendingEvent extends DomainEvent {
    ProjectId project();

    /** @param vouchers keys of payee, number and date */
    @EventType(name = "budgets.TaskSpendingReported")
    record TaskSpendingReported(
            ProjectId project, SpendingReportId report, List<SpendingSum> sums, List<String> vouchers)
            implements TaskSpendingEvent {}

    /** A report was returned or replaced: its vouchers may be used again. */
    @EventType(name = "budgets.TaskSpendingTakenBack")
    record TaskSpendingTakenBack(
            ProjectId project, SpendingReportId report, List<SpendingSum> sums, List<String> vouchers)
            implements TaskSpendingEvent {}

    @EventType(name = "budgets.TaskSpendingAccepted")
    record TaskSpendingAccepted(ProjectId project, SpendingReportId report, List<SpendingSum> sums)
            implements TaskSpendingEvent {}

    /** An accepted report was replaced. */
    @EventType(name = "budgets.TaskSpendingNoLongerAccepted")
    record TaskSpendingNoLongerAccepted(ProjectId project, SpendingReportId report, List<SpendingSum> sums)
            implements TaskSpendingEvent {}

    @EventType(name = "budgets.TaskSavingAccepted")
    record TaskSavingAccepted(ProjectId project, SavingsReportId saving, List<SpendingSum> sums)
            implements TaskSpendingEvent {}
}
