package vn.minhchung.audit.api;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.audit.EventView;
import vn.minhchung.kernel.AnyId;
import vn.minhchung.kernel.graphql.Answers;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Moments;
import vn.minhchung.kernel.view.Shown;

/** The history of an object, step by step: what each event changed, and what whoever decided had seen. */
@Controller
final class HistoryGraphql {
    /** Where the platform keeps the language the caller asked for. */
    static final String LANGUAGE = "minhchung.language";

    private final Histories histories;
    private final ObjectDifferences differences;
    private final Moments moments;

    HistoryGraphql(Histories histories, ObjectDifferences differences, Moments moments) {
        this.histories = histories;
        this.differences = differences;
        this.moments = moments;
    }

    /** Null for an object without an event that may be seen, which is how an unknown id answers. */
    @QueryMapping
    @Nullable
    HistoryPage history(@Argument String of, Moment moment, PageArgs page, Viewer viewer) {
        HistoryPage found = histories.page(GlobalId.stable(of), moment, 0, page, viewer);
        return found.edges().isEmpty() && !found.pageInfo().hasPreviousPage() ? null : found;
    }

    @SchemaMapping(typeName = "Project", field = "history")
    HistoryPage ofTask(Shown<?> task, Moment moment, PageArgs page, Viewer viewer) {
        return histories.page(task.id(), moment, 0, page, viewer);
    }

    @SchemaMapping(typeName = "HistoryConnection")
    long totalCount(HistoryPage page, Viewer viewer) {
        return histories.count(page, viewer);
    }

    @SchemaMapping(typeName = "HistoryEdge")
    CompletableFuture<List<ShownChange>> changes(
            HistoryPage.Step step,
            @ContextValue(name = LANGUAGE, required = false) @Nullable Locale language,
            Viewer viewer,
            Loader loader) {
        var key = new ObjectDifferences.Key(
                step.object(),
                step.before(),
                step.after(),
                Answers.Wanted.ALL,
                viewer,
                language == null ? Texts.VI : language);
        return loader.batch(differences, key).thenApply(found -> ShownChange.of(found, step.before(), step.after()));
    }

    @SchemaMapping(typeName = "HistoryEdge")
    CompletableFuture<@Nullable Shown<?>> before(HistoryPage.Step step, Loader loader) {
        return at(step, step.before(), loader);
    }

    @SchemaMapping(typeName = "HistoryEdge")
    CompletableFuture<@Nullable Shown<?>> after(HistoryPage.Step step, Loader loader) {
        return at(step, step.after(), loader);
    }

    @SchemaMapping(typeName = "HistoryEdge")
    @Nullable
    Long seenAt(HistoryPage.Step step) {
        return step.seen();
    }

    @SchemaMapping(typeName = "HistoryEdge")
    CompletableFuture<@Nullable Shown<?>> seen(HistoryPage.Step step, Loader loader) {
        return at(step, step.seen(), loader);
    }

    private CompletableFuture<@Nullable Shown<?>> at(HistoryPage.Step step, @Nullable Long position, Loader loader) {
        if (position == null) return CompletableFuture.completedFuture(null);
        return moments.at(position)
                .map(moment -> loader.node(new AnyId(step.object()), moment))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    @SchemaMapping(typeName = "HistoryEdge")
    @Nullable
    Shown<EventView> previous(HistoryPage.Step step, Viewer viewer) {
        if (step.preceding() != null) return shown(step, List.of(step.preceding()));
        return shown(step, histories.preceding(step, viewer));
    }

    @SchemaMapping(typeName = "HistoryEdge")
    @Nullable
    Shown<EventView> next(HistoryPage.Step step, Viewer viewer) {
        if (step.following() != null) return shown(step, List.of(step.following()));
        return shown(step, histories.following(step, viewer));
    }

    private static @Nullable Shown<EventView> shown(HistoryPage.Step step, List<EventView> event) {
        return event.isEmpty()
                ? null
                : new Shown<>(step.moment(), event.getFirst().id(), event.getFirst());
    }
}
