package vn.minhchung.budgets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/**
 * One line of a paper for the treasury: a row of the list of payments (bảng kê nội dung thanh toán/tạm ứng, Mẫu 07). The lines
 * sum to the paper.
 *
 * @param line budget line of the task
 * @param item economic item (mục/tiểu mục), 4 digits, e.g. {@code 7017}
 * @param amount whole đồng, above zero
 * @param content what it is for, as printed
 * @param documentNumber of the bill or payroll behind it; null where there is none yet, as for an advance
 * @param documentDate given together with the number
 */
public record TreasuryPaperLine(
        LineCategory line,
        String item,
        FundSource source,
        Vnd amount,
        String content,
        @Nullable String documentNumber,
        @Nullable LocalDate documentDate) {
    public TreasuryPaperLine(LineCategory line, String item, FundSource source, Vnd amount, String content) {
        this(line, item, source, amount, content, null, null);
    }

    /** The same row with another amount. */
    public TreasuryPaperLine of(Vnd other) {
        return new TreasuryPaperLine(line, item, source, other, content, documentNumber, documentDate);
    }
}
