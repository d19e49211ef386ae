package vn.minhchung.budgets.read;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.WaitingDue;
import vn.minhchung.budgets.WaitingView;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.projects.WaitingTasks;
import vn.minhchung.rules.DueDay;

/** Tasks by the steps that wait at a moment. Due days are no column: rules move them after the step was written. */
@Component
class TasksWaitedFor implements WaitingTasks {
    /** Free filters read every object of a type; that is fine up to here (design: 20,000 of a type). */
    private static final int MOST = 20_000;

    private final Views views;
    private final BatchSource<DueDay.Key, DueDay> dueDays;

    TasksWaitedFor(Views views, BatchSource<DueDay.Key, DueDay> dueDays) {
        this.views = views;
        this.dueDays = dueDays;
    }

    @Override
    public Set<String> ids(@Nullable Role role, boolean overdue, Moment moment) {
        Filter filter = Filter.none().and("v.project is not null");
        if (role != null) filter.and(":role = any(string_to_array(v.roles, ','))", "role", role.name());
        Page<WaitingView> found = views.page(BudgetsViews.WAITING, filter, moment.position(), 0, MOST);
        if (found.hasNext()) throw Refusal.of(ErrorCode.LIMIT_EXCEEDED, "limit", MOST, "actual", found.totalCount());
        List<WaitingView> steps = found.items().stream().map(Page.Item::view).toList();
        Set<String> ids = new TreeSet<>();
        if (!overdue) {
            steps.forEach(step -> ids.add(task(step)));
            return ids;
        }
        for (WaitingDue step : WaitingDue.of(steps, moment.position(), dueDays))
            if (step.overdue(moment.day())) ids.add(task(step.waiting()));
        return ids;
    }

    private static String task(WaitingView step) {
        return Objects.requireNonNull(step.project()).value();
    }
}
