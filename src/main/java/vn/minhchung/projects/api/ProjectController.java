package vn.minhchung.projects.api;

import static vn.minhchung.projects.ProjectViews.PROJECTS;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.projects.ProjectView;
import vn.minhchung.projects.ProjectViews;
import vn.minhchung.projects.WaitingTasks;

/** Tasks by id, by code, in lists, and what they refer to. */
@Controller
class ProjectController {
    private final Views views;
    private final ProjectLists lists;
    private final WaitingTasks waiting;

    ProjectController(Views views, ProjectLists lists, WaitingTasks waiting) {
        this.views = views;
        this.lists = lists;
        this.waiting = waiting;
    }

    @QueryMapping
    @Nullable
    Shown<ProjectView> project(
            @Argument @Nullable String id, @Argument @Nullable String code, Moment moment, Viewer viewer) {
        if ((id == null) == (code == null)) {
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "id or code");
        }
        return id != null ? byId(id, moment, viewer) : byCode(Objects.requireNonNull(code), moment, viewer);
    }

    @QueryMapping
    Connection<Shown<ProjectView>> projects(
            @Argument @Nullable ProjectFilterInput filter,
            @Argument @Nullable ProjectOrder orderBy,
            Moment moment,
            Viewer viewer,
            PageArgs page) {
        ProjectFilterInput wanted = filter == null ? ProjectFilterInput.NONE : filter;
        ProjectOrder order = orderBy == null ? ProjectOrder.RECORDED : orderBy;
        return lists.list(wanted.conditions(viewer, moment, waiting), order, moment, page);
    }

    @SchemaMapping(typeName = "Project")
    CompletableFuture<@Nullable Shown<?>> principalInvestigator(Shown<ProjectView> project, Loader loader) {
        List<PersonId> all = project.view().investigators();
        return loader.node(all.isEmpty() ? null : all.getFirst(), project.moment());
    }

    @SchemaMapping(typeName = "Project")
    CompletableFuture<List<Shown<?>>> principalInvestigators(Shown<ProjectView> project, Loader loader) {
        return loader.nodes(project.view().investigators(), project.moment());
    }

    @SchemaMapping(typeName = "Project")
    CompletableFuture<@Nullable Shown<?>> host(Shown<ProjectView> project, Loader loader) {
        return loader.node(project.view().hostId(), project.moment());
    }

    @SchemaMapping(typeName = "Project")
    boolean published(Shown<ProjectView> project) {
        return project.view().open();
    }

    private @Nullable Shown<ProjectView> byId(String id, Moment moment, Viewer viewer) {
        String stable = GlobalId.stable(id);
        return views.find(PROJECTS, new ProjectId(stable).value(), moment.position())
                .filter(view -> view.visibleTo(viewer))
                .map(view -> new Shown<>(moment, stable, view))
                .orElse(null);
    }

    /** Among the tasks the viewer may know of: a hidden task never makes a code ambiguous. */
    private @Nullable Shown<ProjectView> byCode(String code, Moment moment, Viewer viewer) {
        Filter filter = ProjectViews.visibleTo(viewer).and(":code = any(v.codes)", "code", ProjectViews.codeKey(code));
        Page<ProjectView> found = views.page(PROJECTS, filter, moment.position(), 0, 2);
        if (found.items().size() > 1) {
            throw Refusal.of(ErrorCode.AMBIGUOUS_CODE, "code", code, "tasks", found.totalCount())
                    .at("code");
        }
        return found.items().stream()
                .findFirst()
                .map(item -> new Shown<>(moment, item.id(), item.view()))
                .orElse(null);
    }
}
