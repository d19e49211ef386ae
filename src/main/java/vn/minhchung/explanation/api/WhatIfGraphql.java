package vn.minhchung.explanation.api;

import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.explanation.api.WhatIf.Effect;
import vn.minhchung.explanation.api.WhatIf.SupposedDueDay;
import vn.minhchung.explanation.api.WhatIf.SupposedHit;
import vn.minhchung.kernel.AnyId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.oversight.AuditHitId;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.AuditHitUnit;
import vn.minhchung.oversight.AuditSeverity;
import vn.minhchung.oversight.SupposedRules;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.RuleVersionId;
import vn.minhchung.rules.RuleVersionView;

/** What would be otherwise under another rule version: only answered, clearly marked, and written nowhere. */
@Controller
final class WhatIfGraphql {
    private final SupposedRules rules;
    private final SupposedDueDays dueDays;
    private final Texts texts;

    WhatIfGraphql(SupposedRules rules, SupposedDueDays dueDays, Texts texts) {
        this.rules = rules;
        this.dueDays = dueDays;
        this.texts = texts;
    }

    /** Null for a version nobody put on record, which is how an unknown id answers. */
    @QueryMapping
    CompletableFuture<@Nullable WhatIf> whatIf(
            @Argument String version,
            @Argument @Nullable List<SupposedParameter> parameters,
            @Argument @Nullable String task,
            Moment moment,
            Loader loader) {
        return loader.node(new AnyId(GlobalId.stable(version)), moment)
                .thenApply(shown -> shown != null && shown.view() instanceof RuleVersionView view
                        ? judged(view.content(), parameters, task == null ? null : GlobalId.stable(task), moment)
                        : null);
    }

    private WhatIf judged(
            RuleVersion recorded, @Nullable List<SupposedParameter> parameters, @Nullable String task, Moment moment) {
        String family = recorded.family();
        boolean judges = rules.judges(family);
        if (!judges && !dueDays.sets(family))
            throw Refusal.of(ErrorCode.RULE_NOT_REPLAYABLE, "problem", why(family), "value", family)
                    .at("version");
        RuleVersion supposed = SupposedVersion.of(recorded, parameters);
        try {
            List<SupposedHit> hits = judges
                    ? WhatIf.differences(moment, rules.judge(supposed, moment.position(), moment.day()), task)
                    : List.of();
            return new WhatIf(moment, recorded, supposed, task, hits, dueDays.of(supposed, task, moment));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException unusable) {
            Refusal refusal = SupposedVersion.unusable(parameters);
            refusal.initCause(unusable);
            throw refusal;
        }
    }

    /** Which text says why nothing recorded can be judged anew. */
    private static String why(String family) {
        if (family.startsWith("four-eyes.") || family.startsWith("roles.")) return "identity";
        if (family.startsWith("council.") || family.equals("norms.council-fees")) return "councils";
        return "decision";
    }

    @SchemaMapping(typeName = "WhatIf")
    CompletableFuture<@Nullable Shown<?>> version(WhatIf whatIf, Loader loader) {
        return loader.node(RuleVersionId.of(whatIf.recorded().ref()), whatIf.moment());
    }

    @SchemaMapping(typeName = "WhatIf")
    CompletableFuture<@Nullable Shown<?>> task(WhatIf whatIf, Loader loader) {
        return loader.node(AnyId.of(whatIf.task()), whatIf.moment());
    }

    @SchemaMapping(typeName = "WhatIf")
    Connection<SupposedHit> hits(WhatIf whatIf, Moment moment, PageArgs page) {
        return page(whatIf.hits(), moment, page);
    }

    @SchemaMapping(typeName = "WhatIf")
    Connection<SupposedDueDay> dueDays(WhatIf whatIf, Moment moment, PageArgs page) {
        return page(whatIf.dueDays(), moment, page);
    }

    private record Placed<T>(long place, T item) {}

    /** By place: the same question finds the same, in the same order. */
    private static <T> Connection<T> page(List<T> all, Moment moment, PageArgs page) {
        List<Placed<T>> shown = IntStream.range(0, all.size())
                .filter(i -> i >= page.after())
                .limit(page.first())
                .mapToObj(i -> new Placed<>(i + 1L, all.get(i)))
                .toList();
        return Connection.of(
                shown, Placed::item, Placed::place, moment, page, page.after() + shown.size() < all.size(), all::size);
    }

    @SchemaMapping(typeName = "WhatIf")
    String sentence(WhatIf whatIf, @Argument @Nullable String lang, Locale locale) {
        Locale language = Lang.of(lang, locale);
        return Told.text(
                texts,
                whatIf.supposed().equals(whatIf.recorded()) ? "whatIf.version" : "whatIf.changed",
                language,
                Map.of(
                        "family", whatIf.recorded().family(),
                        "version", whatIf.recorded().version(),
                        "gained", Long.toString(whatIf.count(Effect.GAINED)),
                        "lost", Long.toString(whatIf.count(Effect.LOST)),
                        "changed", Long.toString(whatIf.count(Effect.CHANGED)),
                        "dueDays", Integer.toString(whatIf.dueDays().size())));
    }

    @SchemaMapping(typeName = "SupposedHit")
    CompletableFuture<@Nullable Shown<?>> rule(SupposedHit hit, Loader loader) {
        return loader.node(RuleVersionId.of(hit.either().rule()), hit.moment());
    }

    @SchemaMapping(typeName = "SupposedHit")
    AuditHitPart part(SupposedHit hit) {
        return hit.either().part();
    }

    @SchemaMapping(typeName = "SupposedHit")
    AuditSeverity severity(SupposedHit hit) {
        return hit.either().severity();
    }

    @SchemaMapping(typeName = "SupposedHit")
    CompletableFuture<@Nullable Shown<?>> subject(SupposedHit hit, Loader loader) {
        return loader.node(new AnyId(hit.either().subject()), hit.moment());
    }

    @SchemaMapping(typeName = "SupposedHit")
    String source(SupposedHit hit) {
        return hit.either().difference().source();
    }

    @SchemaMapping(typeName = "SupposedHit")
    @Nullable
    String target(SupposedHit hit) {
        return hit.recorded() == null ? null : hit.recorded().difference().target();
    }

    @SchemaMapping(typeName = "SupposedHit")
    @Nullable
    String supposedTarget(SupposedHit hit) {
        return hit.supposed() == null ? null : hit.supposed().difference().target();
    }

    @SchemaMapping(typeName = "SupposedHit")
    AuditHitUnit unit(SupposedHit hit) {
        return hit.either().difference().unit();
    }

    @SchemaMapping(typeName = "SupposedHit")
    CompletableFuture<List<Shown<?>>> events(SupposedHit hit, Loader loader) {
        return loader.nodes(
                hit.either().events().stream()
                        .map(event -> EventId.of(UUID.fromString(event)))
                        .toList(),
                hit.moment());
    }

    /** The hit on record, where it has been recorded by then. */
    @SchemaMapping(typeName = "SupposedHit")
    CompletableFuture<@Nullable Shown<?>> onRecord(SupposedHit hit, Loader loader) {
        AuditHitId id = hit.either().id();
        return loader.node(id, hit.moment());
    }
}
