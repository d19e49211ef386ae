package vn.minhchung.budgets.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.budgets.StepDoneView;
import vn.minhchung.budgets.TaskMoney;
import vn.minhchung.budgets.TaskStep;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.rules.DueDay;

/** The steps of a task: when each was due, when it was done, by whom, and whether in time. */
@Controller
class TaskStepGraphql {
    private final BatchSource<TaskMoney.Key, TaskStep.Of> steps;

    TaskStepGraphql(BatchSource<TaskMoney.Key, TaskStep.Of> steps) {
        this.steps = steps;
    }

    @SchemaMapping(typeName = "Project", field = "steps")
    CompletableFuture<List<Shown<TaskStep>>> steps(Shown<?> project, Loader loader) {
        return loader.batch(steps, TaskMoney.Key.of(project))
                .thenApply(of -> of.steps().stream()
                        .map(step -> new Shown<>(project.moment(), project.id(), step))
                        .toList());
    }

    /** By the day of the moment shown while the step waits; done, by the day it was done. */
    @SchemaMapping(typeName = "TaskStep", field = "inTime")
    @Nullable
    Boolean inTime(Shown<TaskStep> step) {
        return step.view().inTime(step.moment().day());
    }

    @SchemaMapping(typeName = "TaskStep", field = "calendar")
    @Nullable
    String calendar(Shown<TaskStep> step) {
        return step.view().waiting().calendar();
    }

    @SchemaMapping(typeName = "TaskStep", field = "party")
    CompletableFuture<@Nullable Shown<?>> party(Shown<TaskStep> step, Loader loader) {
        return loader.node(step.view().waiting().waiting().party(), step.moment());
    }

    @SchemaMapping(typeName = "TaskStep", field = "doneBy")
    CompletableFuture<@Nullable Shown<?>> doneBy(Shown<TaskStep> step, Loader loader) {
        StepDoneView done = step.view().done();
        return loader.node(done == null ? null : done.doneBy(), step.moment());
    }

    @SchemaMapping(typeName = "TaskStep", field = "event")
    CompletableFuture<@Nullable Shown<?>> event(Shown<TaskStep> step, Loader loader) {
        StepDoneView done = step.view().done();
        return loader.node(done == null ? null : done.event(), step.moment());
    }

    @SchemaMapping(typeName = "TaskStep", field = "rule")
    CompletableFuture<@Nullable Shown<?>> rule(Shown<TaskStep> step, Loader loader) {
        DueDay due = step.view().waiting().due();
        return loader.node(due == null ? null : due.rule(), step.moment());
    }
}
