package vn.minhchung.budgets.api;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.budgets.EstimateView;
import vn.minhchung.kernel.EstimateId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.projects.Labour;

/** Estimates of tasks: staff see all, a host its own. */
@Controller
class EstimateGraphql {
    @SchemaMapping(typeName = "Project", field = "estimate")
    CompletableFuture<@Nullable Shown<?>> estimate(Shown<?> project, Loader loader) {
        return loader.node(EstimateId.of(new ProjectId(project.id())), project.moment());
    }

    @SchemaMapping(typeName = "Estimate", field = "project")
    CompletableFuture<@Nullable Shown<?>> project(Shown<EstimateView> estimate, Loader loader) {
        return loader.node(estimate.view().project(), estimate.moment());
    }

    @SchemaMapping(typeName = "Labour", field = "person")
    CompletableFuture<@Nullable Shown<?>> person(Labour labour, Moment moment, Loader loader) {
        return loader.node(labour.person(), moment);
    }
}
