package vn.minhchung.audit.api;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.audit.EventView;
import vn.minhchung.kernel.AnyId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.graphql.Confidential;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/** The fields of a recorded event that do not stand in its row. */
@Controller
@SchemaMapping(typeName = "RecordedEvent")
final class EventGraphql {
    /** Where the platform keeps the language the caller asked for. */
    private static final String LANGUAGE = "minhchung.language";

    private final Sentences sentences;
    private final Names names;
    private final PayloadJson payloads;

    EventGraphql(Sentences sentences, Names names, PayloadJson payloads) {
        this.sentences = sentences;
        this.names = names;
        this.payloads = payloads;
    }

    @SchemaMapping
    @Nullable
    ShownActor actor(Shown<EventView> event) {
        Decision decision = event.view().envelope().decision();
        return decision == null ? null : new ShownActor(event.moment(), decision.actor());
    }

    @SchemaMapping
    @Nullable
    ShownDecider decidedBy(Shown<EventView> event) {
        Decision decision = event.view().envelope().decision();
        return decision == null
                ? null
                : new ShownDecider(
                        event.moment(), decision.decidedBy(), event.view().confirmedById());
    }

    @SchemaMapping
    CompletableFuture<List<Shown<?>>> subjects(Shown<EventView> event, Loader loader) {
        return loader.nodes(event.view().subjectIds().stream().map(AnyId::new).toList(), event.moment());
    }

    @SchemaMapping
    CompletableFuture<List<Shown<?>>> rules(Shown<EventView> event, Loader loader) {
        List<AnyId> ids = event.view().envelope().rules().stream()
                .map(rule -> new AnyId(rule.nodeId()))
                .toList();
        return loader.nodes(ids, event.moment());
    }

    @SchemaMapping
    List<String> warnings(Shown<EventView> event) {
        return event.view().envelope().warnings();
    }

    @SchemaMapping
    CompletableFuture<@Nullable Shown<?>> causedBy(Shown<EventView> event, Loader loader) {
        return loader.node(AnyId.of(event.view().causedById()), event.moment());
    }

    @SchemaMapping
    CompletableFuture<@Nullable Shown<?>> corrects(Shown<EventView> event, Loader loader) {
        return loader.node(AnyId.of(event.view().correctsId()), event.moment());
    }

    @SchemaMapping
    CompletableFuture<@Nullable Shown<?>> correctedBy(Shown<EventView> event, Loader loader) {
        return loader.node(AnyId.of(event.view().correctedById()), event.moment());
    }

    @SchemaMapping
    CompletableFuture<String> sentence(
            Shown<EventView> event,
            @Argument @Nullable String lang,
            @ContextValue(name = LANGUAGE, required = false) @Nullable Locale caller,
            Viewer viewer,
            Loader loader) {
        Locale otherwise = caller == null ? Texts.VI : caller;
        String language = lang == null ? otherwise.getLanguage() : lang.toLowerCase(Locale.ROOT);
        return loader.batch(
                sentences,
                new Sentences.Key(
                        event.view(),
                        language.equals("en") ? "en" : "vi",
                        event.moment().position(),
                        viewer));
    }

    @SchemaMapping
    @Nullable
    Object payload(Shown<EventView> event, Viewer viewer, Confidential confidential) {
        return payloads.of(event.view().json(), viewer, confidential);
    }

    @SchemaMapping(typeName = "Actor", field = "account")
    CompletableFuture<@Nullable Shown<?>> account(ShownActor actor, Loader loader) {
        return loader.node(actor.actor().account(), actor.moment());
    }

    @SchemaMapping(typeName = "Actor", field = "person")
    CompletableFuture<@Nullable Shown<?>> person(ShownActor actor, Loader loader) {
        return loader.node(actor.actor().person(), actor.moment());
    }

    @SchemaMapping(typeName = "Actor", field = "name")
    CompletableFuture<String> actorName(ShownActor actor, Viewer viewer, Loader loader) {
        return name(actor.actor().person(), actor.moment(), viewer, loader);
    }

    @SchemaMapping(typeName = "Decider", field = "name")
    CompletableFuture<String> deciderName(ShownDecider shown, Viewer viewer, Loader loader) {
        return name(shown.decider().person(), shown.moment(), viewer, loader);
    }

    @SchemaMapping(typeName = "Decider", field = "person")
    CompletableFuture<@Nullable Shown<?>> deciding(ShownDecider shown, Loader loader) {
        return loader.node(shown.decider().person(), shown.moment());
    }

    @SchemaMapping(typeName = "Decider", field = "onBehalfOf")
    CompletableFuture<@Nullable Shown<?>> onBehalfOf(ShownDecider shown, Loader loader) {
        return loader.node(shown.decider().onBehalfOf(), shown.moment());
    }

    @SchemaMapping(typeName = "Decider", field = "confirmedBy")
    CompletableFuture<@Nullable Shown<?>> confirmedBy(ShownDecider shown, Loader loader) {
        return loader.node(AnyId.of(shown.confirmedById()), shown.moment());
    }

    private CompletableFuture<String> name(PersonId person, Moment moment, Viewer viewer, Loader loader) {
        return loader.batch(names, new Names.Key(person.value(), moment.position(), viewer));
    }
}
