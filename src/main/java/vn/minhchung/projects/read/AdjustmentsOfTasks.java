package vn.minhchung.projects.read;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.projects.AdjustmentView;
import vn.minhchung.projects.ProjectViews;
import vn.minhchung.projects.TaskAdjustments;
import vn.minhchung.projects.TaskExceptions;

/** The adjustments and exceptions of any number of tasks, by two questions for each moment. */
@Component
class AdjustmentsOfTasks implements BatchSource<TaskAdjustments.Key, TaskAdjustments> {
    /** A task has a handful; this is a limit for many tasks, not a page. */
    private static final int MOST = 20_000;

    private final Views views;

    AdjustmentsOfTasks(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "projects.adjustments";
    }

    @Override
    public Map<TaskAdjustments.Key, TaskAdjustments> load(Collection<TaskAdjustments.Key> keys) {
        Map<Long, List<TaskAdjustments.Key>> byPosition = keys.stream()
                .collect(Collectors.groupingBy(TaskAdjustments.Key::position, TreeMap::new, Collectors.toList()));
        Map<TaskAdjustments.Key, TaskAdjustments> found = new HashMap<>();
        byPosition.forEach((position, asked) -> {
            List<String> tasks =
                    asked.stream().map(TaskAdjustments.Key::project).distinct().toList();
            Page<AdjustmentView> page = views.page(
                    ProjectViews.ADJUSTMENTS,
                    Filter.none().and("v.project = any(:tasks)", "tasks", tasks.toArray(String[]::new)),
                    position,
                    0,
                    MOST);
            if (page.hasNext()) throw Refusal.of(ErrorCode.LIMIT_EXCEEDED, "limit", MOST, "actual", page.totalCount());
            Map<String, TaskExceptions> exceptions = views.findAll(ProjectViews.TASK_EXCEPTIONS, tasks, position);
            for (TaskAdjustments.Key key : asked)
                found.put(
                        key,
                        new TaskAdjustments(
                                page.items().stream()
                                        .filter(item ->
                                                item.view().projectId().value().equals(key.project()))
                                        .toList(),
                                exceptions
                                        .getOrDefault(key.project(), TaskExceptions.NONE)
                                        .all()));
        });
        return found;
    }
}
