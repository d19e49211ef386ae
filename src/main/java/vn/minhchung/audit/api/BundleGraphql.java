package vn.minhchung.audit.api;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.audit.AuditViews;
import vn.minhchung.audit.BundleId;
import vn.minhchung.audit.BundleView;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;

/** Exports of evidence, for inspectors. */
@Controller
final class BundleGraphql {
    private final Views views;

    BundleGraphql(Views views) {
        this.views = views;
    }

    @QueryMapping
    Connection<Shown<BundleView>> bundles(@Argument @Nullable String of, PageArgs page, Moment moment, Viewer viewer) {
        Filter wanted = Filter.none();
        if (of != null) wanted.and("v.of_id = :of", "of", RuleRef.streamOfNode(GlobalId.stable(of)));
        return Connection.of(views, AuditViews.BUNDLE, wanted, moment, page);
    }

    @QueryMapping
    CompletableFuture<@Nullable Shown<?>> bundle(@Argument String id, Moment moment, Loader loader) {
        return loader.node(new BundleId(GlobalId.stable(id)), moment);
    }

    @SchemaMapping(typeName = "Bundle")
    CompletableFuture<@Nullable Shown<?>> of(Shown<BundleView> bundle, Loader loader) {
        return loader.node(bundle.view().ofId(), bundle.moment());
    }

    @SchemaMapping(typeName = "Bundle")
    CompletableFuture<@Nullable Shown<?>> exportedBy(Shown<BundleView> bundle, Loader loader) {
        return loader.node(bundle.view().exportedById(), bundle.moment());
    }

    @SchemaMapping(typeName = "Bundle")
    String path(Shown<BundleView> bundle) {
        return BundlePages.PATH + bundle.id();
    }

    @SchemaMapping(typeName = "Bundle")
    String fileName(Shown<BundleView> bundle) {
        return BundlePages.fileName(bundle.view());
    }
}
