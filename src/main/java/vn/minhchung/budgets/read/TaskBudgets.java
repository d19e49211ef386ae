package vn.minhchung.budgets.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetView;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.TaskMoney;
import vn.minhchung.budgets.TaskWaitingView;
import vn.minhchung.budgets.WaitingDue;
import vn.minhchung.budgets.WaitingView;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.rules.DueDay;

/** What there is to ask about the money of tasks, many at a time. */
@Component
class TaskBudgets implements BatchSource<TaskMoney.Key, TaskMoney> {
    private final Views views;
    private final BatchSource<DueDay.Key, DueDay> dueDays;

    TaskBudgets(Views views, BatchSource<DueDay.Key, DueDay> dueDays) {
        this.views = views;
        this.dueDays = dueDays;
    }

    @Override
    public String name() {
        return "budgets.tasks";
    }

    @Override
    public Map<TaskMoney.Key, TaskMoney> load(Collection<TaskMoney.Key> keys) {
        Map<Long, List<TaskMoney.Key>> byPosition = new TreeMap<>();
        keys.forEach(k ->
                byPosition.computeIfAbsent(k.position(), _ -> new ArrayList<>()).add(k));
        Map<TaskMoney.Key, TaskMoney> found = new HashMap<>();
        byPosition.forEach((position, asked) -> {
            List<String> ids = asked.stream().map(TaskMoney.Key::project).toList();
            Map<String, BudgetView> budgets = views.findAll(BudgetsViews.BUDGETS, ids, position);
            Map<WaitingView, WaitingDue> due = new HashMap<>();
            Map<String, TaskWaitingView> waiting = views.findAll(BudgetsViews.TASK_WAITING, ids, position);
            List<WaitingView> all =
                    waiting.values().stream().flatMap(of -> of.steps().stream()).toList();
            WaitingDue.of(all, position, dueDays).forEach(step -> due.put(step.waiting(), step));
            for (TaskMoney.Key key : asked) {
                TaskWaitingView of = waiting.get(key.project());
                List<WaitingDue> steps = of == null
                        ? List.of()
                        : of.steps().stream()
                                .flatMap(step -> Stream.ofNullable(due.get(step)))
                                .sorted(WaitingDue.SOONEST_FIRST)
                                .toList();
                found.put(key, new TaskMoney(budgets.get(key.project()), steps));
            }
        });
        return found;
    }
}
