package vn.minhchung.budgets.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TaskFacts;

/** What holds for the lines of a paper for the treasury (Mẫu 07; domain.md 2.8, invariant 4). */
final class Lines {
    /** Economic item (mục/tiểu mục) of the state budget index. */
    private static final Pattern ITEM = Pattern.compile("[0-9]{4}");

    private Lines() {}

    /** @throws Refusal LINES_DO_NOT_SUM, AMOUNT_NOT_POSITIVE, INVALID_INPUT also for a line that was not approved */
    static void check(List<TreasuryPaperLine> lines, Vnd total, TaskFacts task) {
        check(lines, total);
        for (int i = 0; i < lines.size(); i++)
            requireApproved(lines.get(i).line(), lines.get(i).source(), task, "lines", Integer.toString(i));
    }

    /** @throws Refusal LINES_DO_NOT_SUM, AMOUNT_NOT_POSITIVE, INVALID_INPUT */
    static void check(List<TreasuryPaperLine> lines, Vnd total) {
        for (int i = 0; i < lines.size(); i++) check(lines.get(i), Integer.toString(i));
        Vnd sum = sum(lines);
        if (lines.isEmpty() || !sum.equals(total))
            throw Refusal.of(ErrorCode.LINES_DO_NOT_SUM, "limit", total.digits(), "actual", sum.digits())
                    .at("total");
    }

    /** @throws Refusal EXECUTED_MORE_THAN_ASKED when the treasury would have booked what the paper does not ask */
    static void requireWithin(List<TreasuryPaperLine> executed, List<TreasuryPaperLine> asked) {
        check(executed, sum(executed));
        Map<LineKey, Vnd> limits = byKey(asked);
        byKey(executed).forEach((key, actual) -> {
            Vnd limit = limits.getOrDefault(key, Vnd.ZERO);
            if (actual.isMoreThan(limit))
                throw Refusal.of(
                                ErrorCode.EXECUTED_MORE_THAN_ASKED,
                                "line",
                                key.line() + " " + key.item(),
                                "limit",
                                limit.digits(),
                                "actual",
                                actual.digits())
                        .at("lines");
        });
    }

    static List<TreasuryPaperLine> negated(List<TreasuryPaperLine> lines) {
        return lines.stream().map(line -> line.of(line.amount().negate())).toList();
    }

    static Vnd sum(List<TreasuryPaperLine> lines) {
        return Vnd.sum(lines.stream().map(TreasuryPaperLine::amount).toList());
    }

    /** In the order of the lines. */
    static Map<LineKey, Vnd> byKey(List<TreasuryPaperLine> lines) {
        Map<LineKey, Vnd> sums = new LinkedHashMap<>();
        lines.forEach(line -> sums.merge(LineKey.of(line), line.amount(), Vnd::plus));
        return sums;
    }

    private static void check(TreasuryPaperLine line, String at) {
        Limits.requirePositive(line.amount(), "lines", at, "amount");
        requireItem(line.item(), "lines", at);
        if ((line.documentNumber() == null) != (line.documentDate() == null))
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "number and date of the document together")
                    .at("lines", at, "documentNumber");
    }

    static void requireItem(String item, String list, String at) {
        if (!ITEM.matcher(item).matches())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", item, "expected", "7017")
                    .at(list, at, "item");
    }

    /** Only state money runs through the treasury, and only for lines that were approved. */
    static void requireApproved(LineCategory line, FundSource source, TaskFacts task, String list, String at) {
        boolean approved = source.state()
                && task.approved().stream().anyMatch(share -> share.source() == source && share.line() == line);
        if (!approved)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", line + " " + source)
                    .at(list, at, "line");
    }
}
