package vn.minhchung.audit.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.kernel.AnyId;
import vn.minhchung.kernel.graphql.Answers;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/** What differs between two moments of an object. */
@Controller
final class DifferenceGraphql {
    private final MomentInput.Reader reader;
    private final ObjectDifferences differences;
    private final Histories histories;

    DifferenceGraphql(MomentInput.Reader reader, ObjectDifferences differences, Histories histories) {
        this.reader = reader;
        this.differences = differences;
        this.histories = histories;
    }

    /** An object between two moments; shown at the later one. */
    record Difference(Moment moment, String object, Moment from) implements HasMoment {
        Moment to() {
            return moment;
        }
    }

    /** As {@code viewedAt} tells a moment. */
    record AtMoment(long position, @Nullable Instant recordedAt) {
        static AtMoment of(Moment moment) {
            return new AtMoment(moment.position(), moment.position() == 0 ? null : moment.recordedAt());
        }
    }

    /** Null where the object is not seen at either moment, which is how an unknown id answers. */
    @QueryMapping
    CompletableFuture<@Nullable Difference> difference(
            @Argument String of,
            @Argument MomentInput from,
            @Argument @Nullable MomentInput to,
            Moment moment,
            Loader loader) {
        MomentInput.Between between = reader.between(from, to, moment);
        Difference difference = new Difference(between.to(), GlobalId.stable(of), between.from());
        AnyId object = new AnyId(difference.object());
        return loader.node(object, between.from())
                .thenCombine(
                        loader.node(object, between.to()),
                        (then, now) -> then == null && now == null ? null : difference);
    }

    @SchemaMapping(typeName = "Difference")
    AtMoment from(Difference difference) {
        return AtMoment.of(difference.from());
    }

    @SchemaMapping(typeName = "Difference")
    AtMoment to(Difference difference) {
        return AtMoment.of(difference.to());
    }

    @SchemaMapping(typeName = "Difference")
    CompletableFuture<@Nullable Shown<?>> before(Difference difference, Loader loader) {
        return loader.node(new AnyId(difference.object()), difference.from());
    }

    @SchemaMapping(typeName = "Difference")
    CompletableFuture<@Nullable Shown<?>> after(Difference difference, Loader loader) {
        return loader.node(new AnyId(difference.object()), difference.to());
    }

    @SchemaMapping(typeName = "Difference")
    CompletableFuture<List<ShownChange>> changes(
            Difference difference,
            @Argument @Nullable String under,
            @ContextValue(name = HistoryGraphql.LANGUAGE, required = false) @Nullable Locale language,
            Viewer viewer,
            Loader loader) {
        long from = difference.from().position();
        long to = difference.to().position();
        var key = new ObjectDifferences.Key(
                difference.object(), from, to, Answers.Wanted.ALL, viewer, language == null ? Texts.VI : language);
        return loader.batch(differences, key)
                .thenApply(found -> ShownChange.of(found, from, to).stream()
                        .filter(change -> under == null || isUnder(change.path(), under))
                        .toList());
    }

    /** The path itself, what lies within it, and its items. */
    private static boolean isUnder(String path, String under) {
        return path.startsWith(under)
                && (path.length() == under.length()
                        || path.charAt(under.length()) == '.'
                        || path.charAt(under.length()) == '[');
    }

    @SchemaMapping(typeName = "Difference")
    HistoryPage history(Difference difference, Moment moment, PageArgs page, Viewer viewer) {
        return histories.page(difference.object(), moment, difference.from().position(), page, viewer);
    }
}
