package vn.minhchung.projects.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.text.VietnameseText;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.projects.ProjectViews;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskState;
import vn.minhchung.projects.WaitingTasks;

/** The input {@code ProjectFilter}, and its meaning as conditions over the view. */
record ProjectFilterInput(
        @Nullable List<TaskState> states,
        @Nullable List<TaskKind> kinds,
        @Nullable List<String> hosts,
        @Nullable List<String> investigators,
        @Nullable List<String> codes,
        @Nullable List<Integer> years,
        @Nullable String text,
        @Nullable Role waitingForRole,
        @Nullable Boolean overdue,
        @Nullable Long changedAfter) {

    static final ProjectFilterInput NONE =
            new ProjectFilterInput(null, null, null, null, null, null, null, null, null, null);

    /** What this viewer may know of, narrowed by these conditions. */
    Filter conditions(Viewer viewer, Moment moment, WaitingTasks waiting) {
        Filter filter = ProjectViews.visibleTo(viewer);
        any(filter, "v.state = any(:states)", "states", states == null ? null : names(states));
        any(filter, "v.kind = any(:kinds)", "kinds", kinds == null ? null : names(kinds));
        any(filter, "v.host = any(:hosts)", "hosts", hosts == null ? null : stable(hosts));
        any(
                filter,
                "v.investigators && cast(:investigators as text[])",
                "investigators",
                investigators == null ? null : stable(investigators));
        any(
                filter,
                "v.codes && cast(:codes as text[])",
                "codes",
                codes == null ? null : codes.stream().map(ProjectViews::codeKey).toList());
        any(
                filter,
                "v.years && cast(:years as text[])",
                "years",
                years == null ? null : years.stream().map(String::valueOf).toList());
        if (text != null) words(filter, text);
        if (waitingForRole != null || overdue != null) waiting(filter, viewer, moment, waiting);
        if (changedAfter != null) filter.and("v.from_position > :changedAfter", "changedAfter", changedAfter);
        return filter;
    }

    /**
     * Among the tasks whose steps the viewer may read: for others even "nothing is overdue" would tell. Role and overdue
     * speak of the same step.
     */
    private void waiting(Filter filter, Viewer viewer, Moment moment, WaitingTasks waiting) {
        ProjectViews.partyTo(filter, viewer);
        if (waitingForRole != null)
            any(filter, "i.id = any(:waiting)", "waiting", List.copyOf(waiting.ids(waitingForRole, false, moment)));
        if (overdue != null) {
            String condition = overdue ? "i.id = any(:overdue)" : "not (i.id = any(:overdue))";
            any(filter, condition, "overdue", List.copyOf(waiting.ids(waitingForRole, true, moment)));
        }
    }

    private static void any(Filter filter, String condition, String parameter, @Nullable List<String> values) {
        if (values != null) filter.and(condition, parameter, values.toArray(String[]::new));
    }

    private static void words(Filter filter, String text) {
        int number = 0;
        for (String word : VietnameseText.fold(text).split(" ", -1)) {
            if (word.isEmpty()) continue;
            String parameter = "word" + number++;
            filter.and("position(cast(:%s as text) in v.search) > 0".formatted(parameter), parameter, word);
        }
    }

    private static List<String> names(List<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toList();
    }

    /** Ids as given may carry the position of the moment they were read at. */
    private static List<String> stable(List<String> ids) {
        return ids.stream().map(GlobalId::stable).toList();
    }
}
