package vn.minhchung.budgets;

import static vn.minhchung.kernel.Role.ACCOUNTANT;
import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.HOST_ACCOUNTANT;
import static vn.minhchung.kernel.Role.HOST_HEAD;

import java.util.List;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.SavingsReportId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about what a host saved (domain.md 2.4). */
public sealed interface SavingsCommand extends Command {
    SavingsReportId saving();

    @Override
    default String subject() {
        return saving().value();
    }

    /**
     * What was not needed although all work was done; the signed savings report is the basis.
     *
     * @param hostFund whether the host has a development fund
     * @param scienceFund whether the authority has a science fund
     */
    @MayBeSentBy(
            mutation = "declareSaving",
            creates = true,
            roles = {HOST_ACCOUNTANT, HOST_HEAD})
    record DeclareSaving(
            SavingsReportId saving, ProjectId project, List<SavingLine> lines, boolean hostFund, boolean scienceFund)
            implements SavingsCommand {}

    @MayBeSentBy(
            mutation = "returnSaving",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT, DIRECTOR},
            seen = true)
    record ReturnSaving(SavingsReportId saving, String reason) implements SavingsCommand {}

    /** The saving is accepted and split by the rule the task is pinned to. */
    @MayBeSentBy(
            mutation = "acceptSaving",
            roles = {CHIEF_ACCOUNTANT, DIRECTOR},
            seen = true)
    record AcceptSaving(SavingsReportId saving) implements SavingsCommand {}
}
