package vn.minhchung.budgets.read;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetView;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.TaskMoney;
import vn.minhchung.budgets.TaskWaitingView;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.view.Views;

/** What there is to ask about the money of tasks, many at a time. */
@Component
class TaskBudgets implements BatchSource<TaskMoney.Key, TaskMoney> {
    private final Views views;

    TaskBudgets(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "budgets.tasks";
    }

    @Override
    public Map<TaskMoney.Key, TaskMoney> load(Collection<TaskMoney.Key> keys) {
        Map<Long, List<TaskMoney.Key>> byPosition = new TreeMap<>();
        keys.forEach(k -> byPosition
                .computeIfAbsent(k.position(), _ -> new java.util.ArrayList<>())
                .add(k));
        Map<TaskMoney.Key, TaskMoney> found = new HashMap<>();
        byPosition.forEach((position, asked) -> {
            List<String> ids = asked.stream().map(k -> k.project()).toList();
            Map<String, BudgetView> budgets = views.findAll(BudgetsViews.BUDGETS, ids, position);
            Map<String, TaskWaitingView> waiting = views.findAll(BudgetsViews.TASK_WAITING, ids, position);
            for (TaskMoney.Key key : asked) {
                TaskWaitingView steps = waiting.get(key.project());
                found.put(key, new TaskMoney(budgets.get(key.project()), steps == null ? List.of() : steps.steps()));
            }
        });
        return found;
    }
}
