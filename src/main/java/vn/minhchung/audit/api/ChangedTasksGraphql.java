package vn.minhchung.audit.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.audit.TaskBook;
import vn.minhchung.kernel.AnyId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.graphql.Answers;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/**
 * The tasks whose state or figures differ between two moments. Asked are those that events in between name: what makes a
 * figure names its task.
 */
@Controller
final class ChangedTasksGraphql {
    /** More than a department has in many years; beyond it a shorter time is to be asked about. */
    static final int MOST_TASKS = 2_000;

    private static final Answers.Wanted STATE_AND_FIGURES =
            new Answers.Wanted(List.of("state", "standing", "published", "budget"), false);

    private final MomentInput.Reader reader;
    private final TaskBook tasks;
    private final ObjectDifferences differences;

    ChangedTasksGraphql(MomentInput.Reader reader, TaskBook tasks, ObjectDifferences differences) {
        this.reader = reader;
        this.tasks = tasks;
        this.differences = differences;
    }

    /** A task and what differs. */
    record ChangedTask(Moment moment, Moment from, String task, List<ShownChange> changes) implements HasMoment {}

    /** Later pages are made anew as of the same moments, so that they go on where the page before ended. */
    @QueryMapping
    Connection<ChangedTask> changedTasks(
            @Argument MomentInput from,
            @Argument @Nullable MomentInput to,
            @ContextValue(name = HistoryGraphql.LANGUAGE, required = false) @Nullable Locale language,
            Moment moment,
            PageArgs page,
            Viewer viewer) {
        MomentInput.Between between = reader.between(from, to, moment);
        long first = between.from().position();
        long last = between.to().position();
        List<String> named = tasks.named(first, last, MOST_TASKS + 1);
        if (named.size() > MOST_TASKS)
            throw Refusal.of(ErrorCode.LIMIT_EXCEEDED, "of", "tasks", "limit", MOST_TASKS, "actual", named.size())
                    .at("from");
        List<ObjectDifferences.Key> keys = named.stream()
                .map(task -> new ObjectDifferences.Key(
                        task, first, last, STATE_AND_FIGURES, viewer, language == null ? Texts.VI : language))
                .toList();
        Map<ObjectDifferences.Key, List<Differences.Difference>> found = differences.load(keys);
        List<ChangedTask> changed = new ArrayList<>();
        for (ObjectDifferences.Key key : keys) {
            List<ShownChange> changes = ShownChange.of(found.getOrDefault(key, List.of()), first, last);
            if (!changes.isEmpty()) changed.add(new ChangedTask(between.to(), between.from(), key.object(), changes));
        }
        return Pages.of(changed, task -> task, moment, page);
    }

    @SchemaMapping(typeName = "ChangedTask")
    CompletableFuture<@Nullable Shown<?>> before(ChangedTask changed, Loader loader) {
        return loader.node(new AnyId(changed.task()), changed.from());
    }

    @SchemaMapping(typeName = "ChangedTask")
    CompletableFuture<@Nullable Shown<?>> after(ChangedTask changed, Loader loader) {
        return loader.node(new AnyId(changed.task()), changed.moment());
    }
}
