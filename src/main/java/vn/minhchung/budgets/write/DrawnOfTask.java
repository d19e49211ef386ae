package vn.minhchung.budgets.write;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.projects.DrawnMoney;
import vn.minhchung.projects.LineCategory;

/** What is drawn of a task, from its papers: the task's sums know them, each paper knows its lines. */
@Component
class DrawnOfTask implements DrawnMoney {
    private final Aggregates aggregates;

    DrawnOfTask(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public Map<LineCategory, Vnd> byLine(ProjectId project) {
        return byLine(project, null);
    }

    /** @param without a paper that does not count; null where all do */
    Map<LineCategory, Vnd> byLine(ProjectId project, @Nullable TreasuryPaperId without) {
        Set<TreasuryPaperId> papers = Objects.requireNonNullElse(
                aggregates.peek(TaskFunds.class, TaskFunds.id(project), TaskFunds::papers), Set.of());
        aggregates.ahead(papers.stream().map(TreasuryPaperId::value).toList());
        Map<LineCategory, Vnd> drawn = new EnumMap<>(LineCategory.class);
        for (TreasuryPaperId paper : papers) if (!paper.equals(without)) add(paper, drawn);
        return drawn;
    }

    /** With the re-codings of it, and the re-codings of those. */
    private void add(TreasuryPaperId paper, Map<LineCategory, Vnd> drawn) {
        aggregates
                .ask(TreasuryPaper.class, paper.value(), TreasuryPaper::inUse)
                .forEach((line, amount) -> drawn.merge(line, amount, Vnd::plus));
        aggregates
                .ask(TreasuryPaper.class, paper.value(), TreasuryPaper::followed)
                .forEach(by -> add(by, drawn));
    }

    @Override
    public Map<Integer, Vnd> byTranche(ProjectId project) {
        return Objects.requireNonNullElse(
                aggregates.peek(TaskFunds.class, TaskFunds.id(project), TaskFunds::drawnByTranche), new TreeMap<>());
    }

    @Override
    public void requireFree(AppropriationId appropriation, Vnd increase) {
        try {
            aggregates.ask(Appropriation.class, appropriation.value(), a -> a.requireUnallocated(increase));
        } catch (Refusal refusal) {
            throw refusal.at("appropriation");
        }
    }
}
