package vn.minhchung.budgets.write;

import java.util.List;
import java.util.regex.Pattern;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.TaskFacts;

/** What holds for the lines of a withdrawal (Mẫu 07; domain.md 2.8, invariant 4). */
final class Lines {
    /** Economic item (mục/tiểu mục) of the state budget index. */
    private static final Pattern ITEM = Pattern.compile("[0-9]{4}");

    private Lines() {}

    /** @throws Refusal LINES_DO_NOT_SUM, AMOUNT_NOT_POSITIVE, INVALID_INPUT */
    static void check(List<TreasuryPaperLine> lines, Vnd total, TaskFacts task) {
        for (int i = 0; i < lines.size(); i++) check(lines.get(i), Integer.toString(i), task);
        Vnd sum = Vnd.sum(lines.stream().map(TreasuryPaperLine::amount).toList());
        if (lines.isEmpty() || !sum.equals(total))
            throw Refusal.of(ErrorCode.LINES_DO_NOT_SUM, "limit", total.digits(), "actual", sum.digits())
                    .at("total");
    }

    private static void check(TreasuryPaperLine line, String at, TaskFacts task) {
        if (!line.amount().isPositive())
            throw Refusal.of(
                            ErrorCode.AMOUNT_NOT_POSITIVE,
                            "actual",
                            line.amount().digits())
                    .at("lines", at, "amount");
        if (!ITEM.matcher(line.item()).matches())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", line.item(), "expected", "7017")
                    .at("lines", at, "item");
        // Only state money runs through the treasury, and only for lines that were approved.
        boolean approved = line.source().state()
                && task.approved().stream()
                        .anyMatch(share -> share.source() == line.source() && share.line() == line.line());
        if (!approved)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", line.line() + " " + line.source())
                    .at("lines", at, "line");
    }
}
