package vn.minhchung.budgets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The closing of a budget year, asked for or done.
 *
 * @param document SHA-256 of the balance table, lower-case hex
 * @param struckAt the position the balance was struck at
 * @param closedOn when the account holder confirmed; null while that is waited for
 * @param closedAt position of the closing: the year's figures as reported are those of this position; null as {@code closedOn}
 */
public record YearClosing(
        BalanceTable table,
        String document,
        long struckAt,
        LocalDate recordedOn,
        @Nullable LocalDate closedOn,
        @Nullable Long closedAt) {
    public YearClosing closed(LocalDate on, long position) {
        return new YearClosing(table, document, struckAt, recordedOn, on, position);
    }
}
