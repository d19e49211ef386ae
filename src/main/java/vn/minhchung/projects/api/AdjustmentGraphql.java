package vn.minhchung.projects.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.projects.AdjustmentContent;
import vn.minhchung.projects.AdjustmentView;
import vn.minhchung.projects.TaskAdjustments;
import vn.minhchung.projects.TaskException;

/** What was adjusted of a task, and what an adjustment refers to. */
@Controller
class AdjustmentGraphql {
    private final BatchSource<TaskAdjustments.Key, TaskAdjustments> tasks;

    AdjustmentGraphql(BatchSource<TaskAdjustments.Key, TaskAdjustments> tasks) {
        this.tasks = tasks;
    }

    @SchemaMapping(typeName = "Project", field = "adjustments")
    CompletableFuture<List<Shown<AdjustmentView>>> adjustments(Shown<?> project, Viewer viewer, Loader loader) {
        return loader.batch(tasks, TaskAdjustments.Key.of(project))
                .thenApply(found -> found.adjustments().stream()
                        .filter(item -> item.view().visibleTo(viewer))
                        .map(item -> new Shown<>(project.moment(), item.id(), item.view()))
                        .toList());
    }

    @SchemaMapping(typeName = "Project", field = "exceptions")
    CompletableFuture<List<TaskException>> exceptions(Shown<?> project, Loader loader) {
        return loader.batch(tasks, TaskAdjustments.Key.of(project)).thenApply(TaskAdjustments::exceptions);
    }

    @SchemaMapping(typeName = "Adjustment", field = "project")
    CompletableFuture<@Nullable Shown<?>> project(Shown<AdjustmentView> adjustment, Loader loader) {
        return loader.node(adjustment.view().projectId(), adjustment.moment());
    }

    @SchemaMapping(typeName = "Adjustment", field = "host")
    CompletableFuture<@Nullable Shown<?>> host(Shown<AdjustmentView> adjustment, Loader loader) {
        return loader.node(adjustment.view().hostId(), adjustment.moment());
    }

    @SchemaMapping(typeName = "Adjustment", field = "askedBy")
    CompletableFuture<@Nullable Shown<?>> askedBy(Shown<AdjustmentView> adjustment, Loader loader) {
        return loader.node(adjustment.view().askedById(), adjustment.moment());
    }

    @SchemaMapping(typeName = "Adjustment", field = "appropriation")
    CompletableFuture<@Nullable Shown<?>> appropriation(Shown<AdjustmentView> adjustment, Loader loader) {
        return loader.node(adjustment.view().appropriationId(), adjustment.moment());
    }

    @SchemaMapping(typeName = "AdjustmentContent", field = "investigator")
    CompletableFuture<@Nullable Shown<?>> investigator(AdjustmentContent content, Moment moment, Loader loader) {
        return loader.node(content.investigator(), moment);
    }

    @SchemaMapping(typeName = "AdjustmentContent", field = "host")
    CompletableFuture<@Nullable Shown<?>> successor(AdjustmentContent content, Moment moment, Loader loader) {
        return loader.node(content.host(), moment);
    }
}
