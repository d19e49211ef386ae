package vn.minhchung.budgets.api;

import java.util.Iterator;
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
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.TaskMoney;
import vn.minhchung.budgets.WaitingDue;
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
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.rules.DueDay;

/** Whom a task waits for, until when and by which rule; and what waits for the caller. */
@Controller
class WaitingGraphql {
    private final Views views;
    private final BatchSource<TaskMoney.Key, TaskMoney> tasks;
    private final BatchSource<DueDay.Key, DueDay> dueDays;
    private final Texts texts;

    WaitingGraphql(
            Views views,
            BatchSource<TaskMoney.Key, TaskMoney> tasks,
            BatchSource<DueDay.Key, DueDay> dueDays,
            Texts texts) {
        this.views = views;
        this.tasks = tasks;
        this.dueDays = dueDays;
        this.texts = texts;
    }

    @SchemaMapping(typeName = "Project", field = "waitingFor")
    CompletableFuture<List<Shown<WaitingDue>>> waitingFor(Shown<?> project, Loader loader) {
        return loader.batch(tasks, TaskMoney.Key.of(project))
                .thenApply(money -> money.waiting().stream()
                        .map(step ->
                                new Shown<>(project.moment(), step.waiting().object(), step))
                        .toList());
    }

    /** What waits for the caller: a role of theirs, for their host where the step is a host's. */
    @QueryMapping
    Connection<Shown<WaitingDue>> inbox(PageArgs page, Moment moment, Viewer viewer) {
        String roles = viewer.actor() == null
                ? ""
                : viewer.actor().roles().stream().map(Role::name).collect(Collectors.joining(","));
        String hosts = viewer.hosts().stream().map(OrganisationId::value).collect(Collectors.joining(","));
        Filter filter = Filter.none()
                .and("string_to_array(v.roles, ',') && string_to_array(:roles, ',')", "roles", roles)
                .and("v.party is null or v.party = any(string_to_array(:hosts, ','))", "hosts", hosts);
        Page<WaitingView> found =
                views.page(BudgetsViews.WAITING, filter, moment.position(), page.after(), page.first());
        List<WaitingView> steps = found.items().stream().map(Page.Item::view).toList();
        Iterator<WaitingDue> due =
                WaitingDue.of(steps, moment.position(), dueDays).iterator();
        List<Page.Item<WaitingDue>> items = found.items().stream()
                .map(item -> new Page.Item<>(item.id(), item.order(), due.next()))
                .toList();
        return Connection.of(new Page<>(items, found.hasNext(), found.counting()), moment, page);
    }

    @SchemaMapping(typeName = "WaitingFor", field = "role")
    Role role(Shown<WaitingDue> waiting) {
        return waiting.view().roles().getFirst();
    }

    /** By the date of the moment shown, never by the clock: an answer about a moment stays what it was. */
    @SchemaMapping(typeName = "WaitingFor", field = "overdueDays")
    @Nullable
    Integer overdueDays(Shown<WaitingDue> waiting) {
        return waiting.view().overdueDays(waiting.moment().day());
    }

    @SchemaMapping(typeName = "WaitingFor", field = "rule")
    CompletableFuture<@Nullable Shown<?>> rule(Shown<WaitingDue> waiting, Loader loader) {
        DueDay due = waiting.view().due();
        return loader.node(due == null ? null : due.rule(), waiting.moment());
    }

    @SchemaMapping(typeName = "WaitingFor", field = "wayOut")
    @Nullable
    String wayOut(Shown<WaitingDue> waiting, @Argument @Nullable String lang, Locale locale) {
        Locale language = lang == null ? locale : Locale.of(lang.toLowerCase(Locale.ROOT));
        return texts.text("waiting." + waiting.view().step(), language, Map.of());
    }

    @SchemaMapping(typeName = "WaitingFor", field = "party")
    CompletableFuture<@Nullable Shown<?>> party(Shown<WaitingDue> waiting, Loader loader) {
        return loader.node(waiting.view().waiting().party(), waiting.moment());
    }

    @SchemaMapping(typeName = "WaitingFor", field = "project")
    CompletableFuture<@Nullable Shown<?>> project(Shown<WaitingDue> waiting, Loader loader) {
        return loader.node(waiting.view().waiting().project(), waiting.moment());
    }

    @SchemaMapping(typeName = "WaitingFor", field = "object")
    CompletableFuture<@Nullable Shown<?>> object(Shown<WaitingDue> waiting, Loader loader) {
        return loader.node(waiting.view().waiting()::object, waiting.moment());
    }
}
