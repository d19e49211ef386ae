package vn.minhchung.budgets.write;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.EstimateBook;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.Rules;

/**
 * A line of a task's budget is not drawn beyond what is approved on it: the other half of refusing an adjustment that
 * lowers a line below what is drawn. An internal rule, which the director may switch.
 */
final class LineLimits {
    static final String RULE = "withdrawal.line-limit";

    private final Aggregates aggregates;
    private final Rules rules;
    private final EstimateBook estimates;

    LineLimits(Aggregates aggregates, Rules rules, EstimateBook estimates) {
        this.aggregates = aggregates;
        this.rules = rules;
        this.estimates = estimates;
    }

    /** @param instead the paper whose text these lines replace; null for a new one */
    void require(TaskFacts task, List<TreasuryPaperLine> lines, @Nullable TreasuryPaperId instead, Decision decision) {
        require(task, lines, instead, List.of(), decision);
    }

    /** @param leaving lines these take the place of, as where they are re-coded */
    void requireMoved(
            TaskFacts task, List<TreasuryPaperLine> leaving, List<TreasuryPaperLine> lines, Decision decision) {
        require(task, lines, null, leaving, decision);
    }

    private void require(
            TaskFacts task,
            List<TreasuryPaperLine> lines,
            @Nullable TreasuryPaperId instead,
            List<TreasuryPaperLine> leaving,
            Decision decision) {
        Applied rule = rules.on(RULE, decision.effectiveOn());
        if (rule.version().isEmpty()) return;
        Map<LineCategory, Vnd> drawn = new DrawnOfTask(aggregates).byLine(task.id(), instead);
        leaving.forEach(line -> drawn.merge(line.line(), line.amount().negate(), Vnd::plus));
        List<BudgetShare> approved = estimates.inForce(task);
        lines.stream().map(TreasuryPaperLine::line).distinct().forEach(line -> {
            Vnd limit = Vnd.sum(approved.stream()
                    .filter(share -> share.source().state() && share.line() == line)
                    .map(BudgetShare::amount)
                    .toList());
            Vnd asked = Vnd.sum(lines.stream()
                    .filter(each -> each.line() == line)
                    .map(TreasuryPaperLine::amount)
                    .toList());
            Vnd before = drawn.getOrDefault(line, Vnd.ZERO);
            rule.refuseUnless(
                    !before.plus(asked).isMoreThan(limit),
                    ErrorCode.LINE_EXCEEDED,
                    "line",
                    line,
                    "limit",
                    limit.digits(),
                    "actual",
                    asked.digits(),
                    "remaining",
                    limit.minus(before).max(Vnd.ZERO).digits());
        });
    }
}
