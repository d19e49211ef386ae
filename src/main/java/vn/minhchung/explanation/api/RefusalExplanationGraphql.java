package vn.minhchung.explanation.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.audit.EventBook;
import vn.minhchung.audit.EventQuery;
import vn.minhchung.audit.EventView;
import vn.minhchung.audit.InWords;
import vn.minhchung.audit.Refused;
import vn.minhchung.audit.RefusedShown;
import vn.minhchung.kernel.AnyId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.RefusalTexts;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Moments;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.rules.RuleVersionId;

/** Why an attempt was refused: by which rule, on which facts, and what was on record of the objects it named. */
@Controller
final class RefusalExplanationGraphql {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final RefusalTexts refusals;
    private final EventBook events;
    private final Moments moments;
    private final Cited cited;
    private final InWords words;
    private final Texts texts;

    RefusalExplanationGraphql(
            RefusalTexts refusals, EventBook events, Moments moments, Cited cited, InWords words, Texts texts) {
        this.refusals = refusals;
        this.events = events;
        this.moments = moments;
        this.cited = cited;
        this.words = words;
        this.texts = texts;
    }

    /**
     * A refused attempt to be explained.
     *
     * @param moment that it was decided on; of a log-in the one when it was tried
     */
    record RefusalExplained(Moment moment, RefusedShown attempt, Refusal refusal) implements HasMoment {
        public String code() {
            return refusal.code().name();
        }
    }

    /** @param value as kept */
    record Fact(Moment moment, RefusalExplained of, String name, String value) implements HasMoment {}

    /** As {@code viewedAt} tells a moment. */
    record AtMoment(long position, java.time.@Nullable Instant recordedAt) {}

    @SchemaMapping(typeName = "RefusedAttempt")
    RefusalExplained explain(RefusedShown attempt) {
        Refused refused = attempt.refused();
        Long position = refused.position();
        Moment decidedOn = position == null
                ? moments.at(refused.at())
                : moments.at(position).orElseGet(() -> moments.at(refused.at()));
        Refusal refusal = new Refusal(
                ErrorCode.valueOf(refused.code()),
                new LinkedHashMap<>(JSON.readValue(refused.facts(), FACTS)),
                List.of(),
                refused.rule());
        return new RefusalExplained(decidedOn, attempt, refusal);
    }

    @SchemaMapping(typeName = "RefusalExplanation")
    String message(RefusalExplained explained, @Argument @Nullable String lang, Locale locale) {
        return refusals.message(explained.refusal(), Lang.of(lang, locale));
    }

    @SchemaMapping(typeName = "RefusalExplanation")
    @Nullable
    String wayOut(RefusalExplained explained, @Argument @Nullable String lang, Locale locale) {
        return refusals.wayOut(explained.refusal(), Lang.of(lang, locale));
    }

    @SchemaMapping(typeName = "RefusalExplanation")
    AtMoment decidedAt(RefusalExplained explained) {
        Moment moment = explained.moment();
        return new AtMoment(moment.position(), moment.position() == 0 ? null : moment.recordedAt());
    }

    @SchemaMapping(typeName = "RefusalExplanation")
    CompletableFuture<List<Shown<?>>> rules(RefusalExplained explained, Loader loader) {
        RuleRef rule = explained.refusal().rule();
        return loader.nodes(rule == null ? List.of() : List.of(RuleVersionId.of(rule)), explained.moment());
    }

    @SchemaMapping(typeName = "RefusalExplanation")
    List<Fact> facts(RefusalExplained explained) {
        List<Fact> facts = new ArrayList<>();
        explained
                .refusal()
                .facts()
                .forEach((name, value) -> facts.add(new Fact(explained.moment(), explained, name, value)));
        return facts;
    }

    @SchemaMapping(typeName = "ExplainedFact")
    String text(Fact fact, @Argument @Nullable String lang, Locale locale, Viewer viewer) {
        if (object(fact.value()))
            return words.names(List.of(fact.value()), fact.moment().position(), viewer)
                    .getOrDefault(fact.value(), fact.value());
        return refusals.facts(fact.of().refusal(), Lang.of(lang, locale)).getOrDefault(fact.name(), fact.value());
    }

    @SchemaMapping(typeName = "ExplainedFact")
    CompletableFuture<@Nullable Shown<?>> node(Fact fact, Loader loader) {
        return loader.node(object(fact.value()) ? new AnyId(fact.value()) : null, fact.moment());
    }

    /** The newest event of each object the facts name, as of the decision: what made it what was judged. */
    @SchemaMapping(typeName = "RefusalExplanation")
    List<Shown<EventView>> events(RefusalExplained explained, Viewer viewer) {
        Moment moment = explained.moment();
        Map<String, Shown<EventView>> found = new LinkedHashMap<>();
        for (String value : explained.refusal().facts().values())
            if (object(value))
                events.last(EventQuery.about(value), viewer, moment.position() + 1, moment.position())
                        .ifPresent(event -> found.put(event.id(), new Shown<>(moment, event.id(), event)));
        return List.copyOf(found.values());
    }

    /** Typed ids stand alone and name no address on the web. */
    private static boolean object(String value) {
        return value.matches("[a-z][a-z-]*:(?!//)\\S{1,200}");
    }

    @SchemaMapping(typeName = "RefusalExplanation")
    CompletableFuture<String> sentence(
            RefusalExplained explained, @Argument @Nullable String lang, Locale locale, Viewer viewer, Loader loader) {
        Locale language = Lang.of(lang, locale);
        return rules(explained, loader)
                .thenApply(rules -> told(explained, viewer, language) + cited.words(rules, language));
    }

    private String told(RefusalExplained explained, Viewer viewer, Locale language) {
        Refused refused = explained.attempt().refused();
        String actor = refused.actor();
        String who = actor == null
                ? text("explain.refusal.nobody", language, Map.of())
                : words.names(List.of(actor), explained.moment().position(), viewer)
                        .getOrDefault(actor, actor);
        String wayOut = refusals.wayOut(explained.refusal(), language);
        String told = text(
                "explain.refusal." + refused.kind(),
                language,
                Map.of(
                        "actor", who,
                        "at", words.value(refused.at(), language),
                        "mutation", refused.mutation() == null ? words.value(null, language) : refused.mutation(),
                        "position", Long.toString(explained.moment().position()),
                        "message", refusals.message(explained.refusal(), language)));
        return Told.capital(told, language)
                + (wayOut == null ? "" : text("explain.refusal.wayOut", language, Map.of("wayOut", wayOut)));
    }

    private String text(String key, Locale language, Map<String, String> values) {
        return Told.text(texts, key, language, values);
    }
}
