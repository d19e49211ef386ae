package vn.minhchung.budgets.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.Rules;

/**
 * Which part of a task's state money its host may move by itself (domain.md 2.4): by khoán mode, line, and whether a norm
 * fixes the item, in the version the task is pinned to. Where no version is in force nothing is refused.
 */
record LineClasses(Rules rules, TaskFacts task, LocalDate on) {
    private static final String KHOAN = "KHOAN";

    boolean khoan(LineCategory line, boolean normed) {
        return classOf(rule(), line, normed).equals(KHOAN);
    }

    /**
     * Items that are not lump sum, and general management, stand as they stood.
     *
     * @throws vn.minhchung.kernel.Refusal LINE_NEEDS_AUTHORITY naming the line
     */
    void requireOnlyKhoanMoved(List<EstimateItem> before, List<EstimateItem> after) {
        Applied rule = rule();
        List<EstimateItem> fixed = new ArrayList<>(bound(before, rule));
        for (EstimateItem item : bound(after, rule)) {
            if (!fixed.remove(item)) refuse(rule, item);
        }
        if (!fixed.isEmpty()) refuse(rule, fixed.getFirst());
    }

    private void refuse(Applied rule, EstimateItem item) {
        rule.refuseUnless(
                false,
                ErrorCode.LINE_NEEDS_AUTHORITY,
                "line",
                item.line(),
                "class",
                classOf(rule, item.line(), item.normed()),
                "year",
                item.year());
    }

    private List<EstimateItem> bound(List<EstimateItem> items, Applied rule) {
        return items.stream()
                .filter(item -> item.source().state())
                .filter(item -> !classOf(rule, item.line(), item.normed()).equals(KHOAN))
                .toList();
    }

    private Applied rule() {
        return rules.forTask(task.pinned(), "khoan.lines", on);
    }

    private String classOf(Applied rule, LineCategory line, boolean normed) {
        return rule.work("khoan", task.khoanMode(), "line", line, "normed", normed)
                .map(worked -> worked.text("class"))
                .orElse(KHOAN);
    }
}
