package vn.minhchung.budgets;

import static vn.minhchung.kernel.Role.ACCOUNTANT;
import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.HOST_ACCOUNTANT;
import static vn.minhchung.kernel.Role.HOST_HEAD;
import static vn.minhchung.kernel.Role.INVESTIGATOR;
import static vn.minhchung.kernel.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.SpendingReportId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about a host's reports of spending (domain.md 2.4, 2.10). */
public sealed interface SpendingCommand extends Command {
    SpendingReportId report();

    @Override
    default String subject() {
        return report().value();
    }

    /**
     * What the host spent in a period, item by item with its vouchers.
     *
     * @param from first day of the period; vouchers are dated within it, and it lies in one budget year
     * @param total as the report states it; must equal the sum of the items
     * @param last true for the last report of the task: with it the counterpart's ratio must be right
     */
    @MayBeSentBy(
            mutation = "fileSpendingReport",
            creates = true,
            roles = {HOST_ACCOUNTANT, HOST_HEAD, INVESTIGATOR})
    record FileSpendingReport(
            SpendingReportId report,
            ProjectId project,
            LocalDate from,
            LocalDate to,
            List<SpendingItem> items,
            Vnd total,
            boolean last)
            implements SpendingCommand {}

    /** Back to the host for supplement: nothing of it is reported any more. */
    @MayBeSentBy(
            mutation = "returnSpendingReport",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER},
            seen = true)
    record ReturnSpendingReport(SpendingReportId report, String reason) implements SpendingCommand {}

    /** @param notAccepted parts that are not spent in the department's eyes, each with its reason; none when left out */
    @MayBeSentBy(
            mutation = "acceptSpendingReport",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER},
            seen = true)
    record AcceptSpendingReport(
            SpendingReportId report, @Nullable List<NotAccepted> notAccepted) implements SpendingCommand {
        public List<NotAccepted> leftOut() {
            return notAccepted == null ? List.of() : notAccepted;
        }
    }

    /** The report in another version: after a return, or because an error was found; an acceptance is void with it. */
    @MayBeSentBy(
            mutation = "replaceSpendingReport",
            roles = {HOST_ACCOUNTANT, HOST_HEAD, INVESTIGATOR},
            seen = true)
    record ReplaceSpendingReport(
            SpendingReportId report,
            LocalDate from,
            LocalDate to,
            List<SpendingItem> items,
            Vnd total,
            boolean last,
            String reason)
            implements SpendingCommand {}
}
