package vn.minhchung.budgets.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.budgets.BudgetView;
import vn.minhchung.budgets.TaskMoney;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.view.Shown;

/** The money side of a task. */
@Controller
class BudgetGraphql {
    private final BatchSource<TaskMoney.Key, TaskMoney> tasks;

    BudgetGraphql(BatchSource<TaskMoney.Key, TaskMoney> tasks) {
        this.tasks = tasks;
    }

    @SchemaMapping(typeName = "Project", field = "budget")
    CompletableFuture<@Nullable Shown<BudgetView>> budget(Shown<?> project, Loader loader) {
        return loader.batch(tasks, TaskMoney.Key.of(project)).thenApply(money -> {
            BudgetView budget = money.budget();
            return budget == null ? null : new Shown<>(project.moment(), project.id(), budget);
        });
    }

    @SchemaMapping(typeName = "Budget", field = "lines")
    List<Shown<BudgetLineShown>> lines(Shown<BudgetView> budget) {
        return budget.view().lines().stream()
                .map(line -> new Shown<>(budget.moment(), budget.id(), new BudgetLineShown(budget.view(), line)))
                .toList();
    }

    @SchemaMapping(typeName = "Budget", field = "tranches")
    List<Shown<TrancheShown>> tranches(Shown<BudgetView> budget) {
        return budget.view().tranches().stream()
                .map(plan ->
                        new Shown<>(budget.moment(), budget.id(), new TrancheShown(budget.view(), plan.number(), plan)))
                .toList();
    }
}
