package vn.minhchung.budgets.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.StepDoneView;
import vn.minhchung.budgets.TaskMoney;
import vn.minhchung.budgets.TaskStep;
import vn.minhchung.budgets.TaskWaitingView;
import vn.minhchung.budgets.WaitingDue;
import vn.minhchung.budgets.WaitingView;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.rules.DueDay;

/** The steps of tasks, done and waiting, many tasks at a time. */
@Component
class TaskStepsTaken implements BatchSource<TaskMoney.Key, TaskStep.Of> {
    /** Some hundred steps make the life of a task; this is a list of lists at its longest. */
    private static final int MOST = 20_000;

    private final Views views;
    private final BatchSource<DueDay.Key, DueDay> dueDays;

    TaskStepsTaken(Views views, BatchSource<DueDay.Key, DueDay> dueDays) {
        this.views = views;
        this.dueDays = dueDays;
    }

    @Override
    public String name() {
        return "budgets.steps";
    }

    @Override
    public Map<TaskMoney.Key, TaskStep.Of> load(Collection<TaskMoney.Key> keys) {
        Map<Long, List<String>> byPosition = new TreeMap<>();
        keys.forEach(key -> byPosition
                .computeIfAbsent(key.position(), _ -> new ArrayList<>())
                .add(key.project()));
        Map<TaskMoney.Key, TaskStep.Of> found = new HashMap<>();
        keys.forEach(key -> found.put(key, new TaskStep.Of(List.of())));
        byPosition.forEach((position, tasks) -> {
            Map<String, List<TaskStep>> steps = new HashMap<>();
            taken(position, tasks)
                    .forEach(step -> steps.computeIfAbsent(task(step), _ -> new ArrayList<>())
                            .add(step));
            steps.forEach((task, of) -> {
                of.sort(TaskStep.IN_ORDER);
                found.put(new TaskMoney.Key(position, task), new TaskStep.Of(of));
            });
        });
        return found;
    }

    private List<TaskStep> taken(long position, List<String> tasks) {
        Filter ofTasks = Filter.none().and("v.project = any(:tasks)", "tasks", tasks.toArray(String[]::new));
        Page<StepDoneView> page = views.page(BudgetsViews.STEPS_DONE, ofTasks, position, 0, MOST);
        if (page.hasNext()) throw Refusal.of(ErrorCode.LIMIT_EXCEEDED, "limit", MOST, "actual", page.totalCount());
        List<StepDoneView> done = page.items().stream().map(Page.Item::view).toList();
        List<WaitingView> open = views.findAll(BudgetsViews.TASK_WAITING, tasks, position).values().stream()
                .map(TaskWaitingView::steps)
                .flatMap(List::stream)
                .toList();
        List<WaitingView> all = Stream.concat(done.stream().map(StepDoneView::waiting), open.stream())
                .toList();
        List<WaitingDue> due = WaitingDue.of(all, position, dueDays);
        List<TaskStep> steps = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) steps.add(new TaskStep(due.get(i), i < done.size() ? done.get(i) : null));
        return steps;
    }

    private static String task(TaskStep step) {
        return Objects.requireNonNull(step.waiting().waiting().project()).value();
    }
}
