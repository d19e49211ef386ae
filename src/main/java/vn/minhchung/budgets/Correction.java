package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;

/**
 * A correction of what a closed year was settled with.
 *
 * @param of the entry of the closed year it refers to
 * @param payment the lapsed withdrawal whose payment is booked; null for a change of lines
 * @param voucherNumber the treasury's; null as {@code payment}
 * @param executedOn the treasury's posting day; null as {@code payment}
 * @param lines the changes; of a payment what was paid
 * @param amount by which the settled spending changes, in all
 * @param document number of the paper that shows it
 */
public record Correction(
        String of,
        @Nullable TreasuryPaperId payment,
        @Nullable String voucherNumber,
        @Nullable LocalDate executedOn,
        List<CorrectionLine> lines,
        Vnd amount,
        String reason,
        String document) {}
