package vn.minhchung.budgets.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.BudgetView;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TermsEvent;
import vn.minhchung.projects.TermsEvent.ExceptionGranted;
import vn.minhchung.projects.TermsEvent.ExceptionRecorded;
import vn.minhchung.projects.TermsEvent.HostSucceeded;
import vn.minhchung.projects.TermsEvent.InvestigatorReplaced;
import vn.minhchung.projects.TermsEvent.MembersChanged;
import vn.minhchung.projects.TermsEvent.TaskBudgetAdjusted;
import vn.minhchung.projects.TermsEvent.TaskExtended;
import vn.minhchung.projects.TermsEvent.TaskShortened;
import vn.minhchung.projects.TermsEvent.TermsReworded;

/** What adjustments of a task do to its money side: the ledger gets the differences by source, line and year. */
final class AdjustedBudget {
    private AdjustedBudget() {}

    static void project(Recorded recorded, TermsEvent event, ViewWriter views) {
        BudgetView budget = budget(event.project(), views);
        switch (event) {
            case TaskBudgetAdjusted e -> {
                if (budget != null)
                    put(budget.approved(lines(budget, e.after())).contracted(e.tranches()), views);
                LedgerProjector.postApproved(recorded, e.project(), e.version(), differences(e), views);
            }
            case HostSucceeded e -> {
                if (budget != null) put(budget.hosted(e.host()), views);
            }
            case TaskExtended _,
                    TaskShortened _,
                    InvestigatorReplaced _,
                    MembersChanged _,
                    TermsReworded _,
                    ExceptionRecorded _,
                    ExceptionGranted _ -> {
                // moves no money
            }
        }
    }

    private record Key(FundSource source, LineCategory line, int year) {
        static Key of(BudgetShare share) {
            return new Key(share.source(), share.line(), share.year());
        }
    }

    private static List<BudgetShare> differences(TaskBudgetAdjusted event) {
        Map<Key, Vnd> by = new LinkedHashMap<>();
        event.after().forEach(share -> by.merge(Key.of(share), share.amount(), Vnd::plus));
        event.before().forEach(share -> by.merge(Key.of(share), share.amount().negate(), Vnd::plus));
        List<BudgetShare> differences = new ArrayList<>();
        by.forEach((key, amount) -> {
            if (!amount.isZero()) differences.add(new BudgetShare(key.source(), key.line(), key.year(), amount));
        });
        return differences;
    }

    /** Also those nothing is approved on any more: money may have been spent there. */
    private static List<LineCategory> lines(BudgetView budget, List<BudgetShare> after) {
        return Stream.concat(budget.lines().stream(), after.stream().map(BudgetShare::line))
                .distinct()
                .toList();
    }

    private static @Nullable BudgetView budget(ProjectId project, ViewWriter views) {
        return views.get(BudgetsViews.BUDGETS, project.value());
    }

    private static void put(BudgetView budget, ViewWriter views) {
        views.put(BudgetsViews.BUDGETS, budget.project().value(), budget);
    }
}
