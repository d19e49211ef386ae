package vn.minhchung.budgets.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.budgets.BudgetView;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.TaskMoney;
import vn.minhchung.budgets.WaitingView;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;

/** The money side of a task, and whom it waits for. */
@Controller
class BudgetGraphql {
    private final Views views;
    private final BatchSource<TaskMoney.Key, TaskMoney> tasks;
    private final Texts texts;

    BudgetGraphql(Views views, BatchSource<TaskMoney.Key, TaskMoney> tasks, Texts texts) {
        this.views = views;
        this.tasks = tasks;
        this.texts = texts;
    }

    @SchemaMapping(typeName = "Project", field = "budget")
    CompletableFuture<@Nullable Shown<BudgetView>> budget(Shown<?> project, Loader loader) {
        return money(project, loader).thenApply(money -> {
            BudgetView budget = money.budget();
            return budget == null ? null : new Shown<>(project.moment(), project.id(), budget);
        });
    }

    @SchemaMapping(typeName = "Project", field = "waitingFor")
    CompletableFuture<List<Shown<WaitingView>>> waitingFor(Shown<?> project, Loader loader) {
        return money(project, loader)
                .thenApply(money -> money.waiting().stream()
                        .map(step -> new Shown<>(project.moment(), step.object(), step))
                        .toList());
    }

    private CompletableFuture<TaskMoney> money(Shown<?> project, Loader loader) {
        return loader.batch(tasks, new TaskMoney.Key(project.moment().position(), project.id()));
    }

    @SchemaMapping(typeName = "Budget", field = "lines")
    List<Shown<BudgetLineShown>> lines(Shown<BudgetView> budget) {
        return budget.view().lines().stream()
                .map(line -> new Shown<>(budget.moment(), budget.id(), new BudgetLineShown(budget.view(), line)))
                .toList();
    }

    @SchemaMapping(typeName = "Budget", field = "tranches")
    List<Shown<TrancheShown>> tranches(Shown<BudgetView> budget) {
        return budget.view().tranches().stream()
                .map(plan ->
                        new Shown<>(budget.moment(), budget.id(), new TrancheShown(budget.view(), plan.number(), plan)))
                .toList();
    }

    /** What waits for the caller: a role of theirs, for their host where the step is a host's. */
    @QueryMapping
    Connection<Shown<WaitingView>> inbox(PageArgs page, Moment moment, Viewer viewer) {
        String roles = viewer.actor() == null
                ? ""
                : viewer.actor().roles().stream().map(Role::name).collect(Collectors.joining(","));
        String hosts = viewer.hosts().stream().map(OrganisationId::value).collect(Collectors.joining(","));
        Filter filter = Filter.none()
                .and("string_to_array(v.roles, ',') && string_to_array(:roles, ',')", "roles", roles)
                .and("v.party is null or v.party = any(string_to_array(:hosts, ','))", "hosts", hosts);
        return Connection.of(
                views.page(BudgetsViews.WAITING, filter, moment.position(), page.after(), page.first()), moment, page);
    }

    @SchemaMapping(typeName = "WaitingFor", field = "role")
    Role role(Shown<WaitingView> waiting) {
        return waiting.view().roles().getFirst();
    }

    @SchemaMapping(typeName = "WaitingFor", field = "wayOut")
    @Nullable
    String wayOut(Shown<WaitingView> waiting, @Argument @Nullable String lang, Locale locale) {
        Locale language = lang == null ? locale : Locale.of(lang.toLowerCase(Locale.ROOT));
        return texts.text("waiting." + waiting.view().step(), language, Map.of());
    }

    @SchemaMapping(typeName = "WaitingFor", field = "party")
    CompletableFuture<@Nullable Shown<?>> party(Shown<WaitingView> waiting, Loader loader) {
        return loader.node(waiting.view().party(), waiting.moment());
    }

    @SchemaMapping(typeName = "WaitingFor", field = "project")
    CompletableFuture<@Nullable Shown<?>> project(Shown<WaitingView> waiting, Loader loader) {
        return loader.node(waiting.view().project(), waiting.moment());
    }

    @SchemaMapping(typeName = "WaitingFor", field = "object")
    CompletableFuture<@Nullable Shown<?>> object(Shown<WaitingView> waiting, Loader loader) {
        return loader.node(waiting.view()::object, waiting.moment());
    }
}
