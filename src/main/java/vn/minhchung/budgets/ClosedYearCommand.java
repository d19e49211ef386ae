package vn.minhchung.budgets;

import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.DEPUTY_DIRECTOR;
import static vn.minhchung.kernel.Role.DIRECTOR;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Inputs;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about a year appropriation once its year is closed. */
public sealed interface ClosedYearCommand extends Command {
    AppropriationId appropriation();

    @Override
    default String subject() {
        return appropriation().value();
    }

    /**
     * Asks to correct in the open year what the closed year was settled with; the closed year stays as it was reported.
     * Either settled spending is taken back or moved between lines, or a payment the treasury had made is booked that came to
     * light after the closing.
     *
     * @param of what is corrected: an entry of the closed year ({@code entry:…}) or the event that made it ({@code event:…})
     * @param lines changes by task and line, in all not above zero; empty for a payment
     * @param payment a withdrawal that lapsed with the closing although the treasury had paid it; null for changes of lines
     * @param voucherNumber the treasury's, of that payment
     * @param executedOn the treasury's posting day, within the closed year or its adjustment period
     * @param document number of the paper that shows it
     */
    @MayBeSentBy(
            mutation = "correctClosedYear",
            roles = {CHIEF_ACCOUNTANT},
            seen = true)
    record CorrectClosedYear(
            AppropriationId appropriation,
            String of,
            List<CorrectionLine> lines,
            @Nullable TreasuryPaperId payment,
            @Nullable String voucherNumber,
            @Nullable LocalDate executedOn,
            String reason,
            String document)
            implements ClosedYearCommand {
        public CorrectClosedYear {
            lines = Inputs.list(lines);
        }
    }

    /** The account holder has compared the correction with its paper: it is booked in the open year. */
    @MayBeSentBy(
            mutation = "confirmClosedYearCorrection",
            roles = {DIRECTOR, DEPUTY_DIRECTOR},
            seen = true)
    record ConfirmClosedYearCorrection(AppropriationId appropriation) implements ClosedYearCommand {}

    /** The account holder does not confirm the correction. Needs a reason. */
    @MayBeSentBy(
            mutation = "rejectClosedYearCorrection",
            roles = {DIRECTOR, DEPUTY_DIRECTOR},
            seen = true)
    record RejectClosedYearCorrection(AppropriationId appropriation, String reason) implements ClosedYearCommand {}
}
