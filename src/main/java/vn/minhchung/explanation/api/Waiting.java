package vn.minhchung.explanation.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.TaskMoney;
import vn.minhchung.budgets.WaitingDue;
import vn.minhchung.budgets.WaitingView;
import vn.minhchung.kernel.AnyId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.graphql.Answer;
import vn.minhchung.kernel.graphql.Answers;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.rules.DueDay;

/** What holds an object where it stands: the steps that wait to be done with it, with their due days and rules. */
@Component
final class Waiting {
    private static final String TASK = "project";

    /** A handful of steps for each of a handful of years. */
    private static final int MOST_OF_UNIT = 1_000;

    private final BatchSource<TaskMoney.Key, TaskMoney> tasks;
    private final BatchSource<DueDay.Key, DueDay> dueDays;
    private final Answers answers;
    private final Views views;

    Waiting(
            BatchSource<TaskMoney.Key, TaskMoney> tasks,
            BatchSource<DueDay.Key, DueDay> dueDays,
            Answers answers,
            Views views) {
        this.tasks = tasks;
        this.dueDays = dueDays;
        this.views = views;
        this.answers = answers;
    }

    /** Of a task all steps, of another object those that act on it; none for who is no party. */
    CompletableFuture<List<Shown<WaitingDue>>> of(String object, Moment moment, Viewer viewer, Loader loader) {
        boolean whole = Id.kindOf(object).equals(TASK);
        String task = whole ? object : taskOf(object, moment, viewer);
        if (task == null) return CompletableFuture.completedFuture(ofUnit(object, moment, viewer));
        return loader.node(new AnyId(task), moment).thenCompose(shown -> {
            if (shown == null || !(shown.view() instanceof Readable readable) || !readable.party(viewer))
                return CompletableFuture.completedFuture(List.of());
            return loader.batch(tasks, TaskMoney.Key.of(shown))
                    .thenApply(money -> money.waiting().stream()
                            .filter(step -> whole || step.waiting().object().equals(object))
                            .map(step -> new Shown<>(moment, step.waiting().object(), step))
                            .toList());
        });
    }

    /** Steps of the unit's own year, which belong to no task. */
    private List<Shown<WaitingDue>> ofUnit(String object, Moment moment, Viewer viewer) {
        List<WaitingView> steps = views
                .page(BudgetsViews.WAITING, Filter.none().and("v.project is null"), moment.position(), 0, MOST_OF_UNIT)
                .items()
                .stream()
                .map(Page.Item::view)
                .filter(step -> step.object().equals(object) && step.visibleTo(viewer))
                .toList();
        return WaitingDue.of(steps, moment.position(), dueDays).stream()
                .map(step -> new Shown<>(moment, object, step))
                .toList();
    }

    private @Nullable String taskOf(String object, Moment moment, Viewer viewer) {
        if (moment.position() == 0) return null;
        var asked = new Answers.Asked(object, moment.position());
        Map<Answers.Asked, Answer.Part> found =
                answers.of(List.of(asked), new Answers.Wanted(List.of(TASK), false), viewer, Texts.VI);
        Answer.Part part = found.get(asked);
        if (part == null) return null;
        Answer.Field field = part.fields().get(TASK);
        return field != null && field.answer() instanceof Answer.Named named ? named.id() : null;
    }

    /** What is to be done, in words; it ends with a full stop. */
    static String wayOut(Texts texts, WaitingDue step, Locale language) {
        return Told.text(texts, "waiting." + step.step(), language, Map.of());
    }
}
