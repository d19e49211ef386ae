package vn.minhchung.audit.api;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.audit.ValueThen;
import vn.minhchung.kernel.AnyId;
import vn.minhchung.kernel.graphql.Answer;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Moments;
import vn.minhchung.kernel.view.Shown;

/** One value that differs, as people read it. */
@Controller
final class ChangeGraphql {
    private final AnswerTexts texts;
    private final Names names;
    private final Moments moments;

    ChangeGraphql(AnswerTexts texts, Names names, Moments moments) {
        this.texts = texts;
        this.names = names;
        this.moments = moments;
    }

    @SchemaMapping(typeName = "FieldChange")
    String label(
            ShownChange change,
            @Argument @Nullable String lang,
            @ContextValue(name = HistoryGraphql.LANGUAGE, required = false) @Nullable Locale caller) {
        return texts.label(change.steps(), language(lang, caller));
    }

    @SchemaMapping(typeName = "FieldValue")
    CompletableFuture<@Nullable String> text(
            ValueThen value,
            @Argument @Nullable String lang,
            @ContextValue(name = HistoryGraphql.LANGUAGE, required = false) @Nullable Locale caller,
            Viewer viewer,
            Loader loader) {
        if (value.answer() instanceof Answer.Named named)
            return loader.batch(names, new Names.Key(named.id(), value.position(), viewer))
                    .thenApply(name -> name);
        return CompletableFuture.completedFuture(texts.of(value.answer(), language(lang, caller)));
    }

    @SchemaMapping(typeName = "FieldValue")
    CompletableFuture<@Nullable Shown<?>> node(ValueThen value, Loader loader) {
        if (!(value.answer() instanceof Answer.Named named)) return CompletableFuture.completedFuture(null);
        return moments.at(value.position())
                .map(moment -> loader.node(new AnyId(named.id()), moment))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private static Locale language(@Nullable String asked, @Nullable Locale caller) {
        if (asked != null) return asked.equals("EN") ? Locale.ENGLISH : Texts.VI;
        return caller == null ? Texts.VI : caller;
    }
}
