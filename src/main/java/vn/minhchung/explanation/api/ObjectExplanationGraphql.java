package vn.minhchung.explanation.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.audit.InWords;
import vn.minhchung.budgets.WaitingDue;
import vn.minhchung.kernel.AnyId;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.rules.DueDay;
import vn.minhchung.rules.RuleVersionId;

/** Why an object's state, or another value of its, is what it is. */
@Controller
final class ObjectExplanationGraphql {
    private final ExplainableFields fields;
    private final StepsTo steps;
    private final Waiting waiting;
    private final Cited cited;
    private final ObjectSentence sentences;
    private final InWords words;

    ObjectExplanationGraphql(
            ExplainableFields fields,
            StepsTo steps,
            Waiting waiting,
            Cited cited,
            ObjectSentence sentences,
            InWords words) {
        this.fields = fields;
        this.steps = steps;
        this.waiting = waiting;
        this.cited = cited;
        this.sentences = sentences;
        this.words = words;
    }

    /** Null for an object the caller does not see, which is how an unknown id answers. */
    @QueryMapping
    CompletableFuture<@Nullable ObjectExplained> explain(
            @Argument String of,
            @Argument @Nullable String field,
            Moment moment,
            Locale locale,
            Viewer viewer,
            Loader loader) {
        String object = GlobalId.stable(of);
        return loader.node(new AnyId(object), moment)
                .thenApply(shown -> shown == null
                        ? null
                        : steps.of(object, fields.of(object, field), moment, viewer, Lang.of(null, locale)));
    }

    @SchemaMapping(typeName = "Explanation")
    CompletableFuture<@Nullable Shown<?>> of(ObjectExplained explained, Loader loader) {
        return loader.node(new AnyId(explained.object()), explained.moment());
    }

    @SchemaMapping(typeName = "Explanation")
    @Nullable
    String label(ObjectExplained explained, @Argument @Nullable String lang, Locale locale) {
        return explained.description().isBlank() ? null : words.label(explained.description(), Lang.of(lang, locale));
    }

    @SchemaMapping(typeName = "Explanation")
    CompletableFuture<List<Shown<WaitingDue>>> waitingFor(ObjectExplained explained, Viewer viewer, Loader loader) {
        return waiting.of(explained.object(), explained.moment(), viewer, loader);
    }

    /** Of the events that made it so and of the steps that wait. */
    @SchemaMapping(typeName = "Explanation")
    CompletableFuture<List<Shown<?>>> rules(ObjectExplained explained, Viewer viewer, Loader loader) {
        return waitingFor(explained, viewer, loader)
                .thenCompose(held -> loader.nodes(rules(explained, held), explained.moment()));
    }

    private static Set<RuleVersionId> rules(ObjectExplained explained, List<Shown<WaitingDue>> held) {
        Set<RuleVersionId> rules = new LinkedHashSet<>();
        explained.events().forEach(event -> {
            for (RuleRef rule : event.envelope().rules()) rules.add(RuleVersionId.of(rule));
        });
        for (Shown<WaitingDue> step : held) {
            DueDay due = step.view().due();
            if (due != null) rules.add(due.rule());
        }
        return rules;
    }

    @SchemaMapping(typeName = "Explanation")
    CompletableFuture<String> sentence(
            ObjectExplained explained, @Argument @Nullable String lang, Locale locale, Viewer viewer, Loader loader) {
        Locale language = Lang.of(lang, locale);
        return waitingFor(explained, viewer, loader)
                .thenCompose(held -> loader.nodes(rules(explained, held), explained.moment())
                        .thenApply(found ->
                                sentences.of(explained, held, viewer, language) + cited.words(found, language)));
    }
}
