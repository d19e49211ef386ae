package vn.minhchung.oversight.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.oversight.AuditHitView;
import vn.minhchung.oversight.AuditRoundView;
import vn.minhchung.oversight.HitSubject;
import vn.minhchung.oversight.OversightViews;
import vn.minhchung.rules.RuleVersionId;

/** What continuous audit found, for staff; when it looked, for inspectors and operators. */
@Controller
final class OversightGraphql {
    private final Views views;

    OversightGraphql(Views views) {
        this.views = views;
    }

    @QueryMapping
    Connection<Shown<AuditHitView>> auditHits(
            @Argument @Nullable AuditHitFilter filter, PageArgs page, Moment moment, Viewer viewer) {
        Filter wanted = filter == null ? Filter.none() : filter.condition();
        if (!viewer.staff()) wanted.and("false");
        return Connection.of(views, OversightViews.HITS, wanted, moment, page);
    }

    @QueryMapping
    Connection<Shown<AuditRoundView>> auditRounds(PageArgs page, Moment moment, Viewer viewer) {
        Filter wanted = Filter.none();
        if (!viewer.operates()) wanted.and("false");
        return Connection.of(views, OversightViews.ROUNDS, wanted, moment, page);
    }

    @SchemaMapping(typeName = "AuditHit")
    CompletableFuture<@Nullable Shown<?>> rule(Shown<AuditHitView> hit, Loader loader) {
        return loader.node(RuleVersionId.of(hit.view().ruleVersion()), hit.moment());
    }

    /** Null where no view shows one, as of a guard. */
    @SchemaMapping(typeName = "AuditHit")
    CompletableFuture<@Nullable Shown<?>> subject(Shown<AuditHitView> hit, Loader loader) {
        return loader.node(new HitSubject(hit.view().subjectId()), hit.moment());
    }

    @SchemaMapping(typeName = "AuditHit")
    CompletableFuture<List<Shown<?>>> events(Shown<AuditHitView> hit, Loader loader) {
        return loader.nodes(hit.view().eventIds().stream().map(EventId::new).toList(), hit.moment());
    }

    @SchemaMapping(typeName = "AuditHit")
    CompletableFuture<@Nullable Shown<?>> explainedBy(Shown<AuditHitView> hit, Loader loader) {
        return loader.node(hit.view().explainedById(), hit.moment());
    }
}
