package vn.minhchung.budgets.api;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.TreasuryPaperView.Signature;
import vn.minhchung.budgets.VolumeState;
import vn.minhchung.budgets.VolumeView;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;

/** Tables of completed work: staff see all, a host its own. */
@Controller
class VolumeGraphql {
    private final Views views;

    VolumeGraphql(Views views) {
        this.views = views;
    }

    @QueryMapping
    Connection<Shown<VolumeView>> volumes(
            @Argument @Nullable String project,
            @Argument @Nullable VolumeState state,
            PageArgs page,
            Moment moment,
            Viewer viewer) {
        Filter filter = HostLists.visibleOfTasks(viewer);
        if (project != null) filter.and("v.project = :project", "project", GlobalId.stable(project));
        if (state != null) filter.and("v.state = :state", "state", state.name());
        return Connection.of(views, BudgetsViews.VOLUMES, filter, moment, page);
    }

    @SchemaMapping(typeName = "Volume", field = "project")
    CompletableFuture<@Nullable Shown<?>> project(Shown<VolumeView> volume, Loader loader) {
        return loader.node(volume.view().project(), volume.moment());
    }

    @SchemaMapping(typeName = "Volume", field = "host")
    CompletableFuture<@Nullable Shown<?>> host(Shown<VolumeView> volume, Loader loader) {
        return loader.node(volume.view().host(), volume.moment());
    }

    @SchemaMapping(typeName = "Volume", field = "unit")
    CompletableFuture<@Nullable Shown<?>> unit(Shown<VolumeView> volume, Loader loader) {
        return loader.node(volume.view().unit(), volume.moment());
    }

    @SchemaMapping(typeName = "Volume", field = "drawers")
    CompletableFuture<List<Shown<?>>> drawers(Shown<VolumeView> volume, Loader loader) {
        return loader.nodes(volume.view().drawers(), volume.moment());
    }

    @SchemaMapping(typeName = "Volume", field = "papers")
    CompletableFuture<List<Shown<?>>> papers(Shown<VolumeView> volume, Loader loader) {
        return loader.nodes(
                volume.view().uses().stream().map(VolumeView.Use::paper).toList(), volume.moment());
    }

    @SchemaMapping(typeName = "Volume", field = "secondSigner")
    CompletableFuture<@Nullable Shown<?>> secondSigner(Shown<VolumeView> volume, Loader loader) {
        return signer(volume.view().secondSignature(), volume.moment(), loader);
    }

    @SchemaMapping(typeName = "Volume", field = "secondSignedOn")
    @Nullable
    LocalDate secondSignedOn(Shown<VolumeView> volume) {
        return day(volume.view().secondSignature());
    }

    @SchemaMapping(typeName = "Volume", field = "firstSigner")
    CompletableFuture<@Nullable Shown<?>> firstSigner(Shown<VolumeView> volume, Loader loader) {
        return signer(volume.view().firstSignature(), volume.moment(), loader);
    }

    @SchemaMapping(typeName = "Volume", field = "firstSignedOn")
    @Nullable
    LocalDate firstSignedOn(Shown<VolumeView> volume) {
        return day(volume.view().firstSignature());
    }

    private static CompletableFuture<@Nullable Shown<?>> signer(
            @Nullable Signature signature, Moment moment, Loader loader) {
        return loader.node(signature == null ? null : signature.signer(), moment);
    }

    private static @Nullable LocalDate day(@Nullable Signature signature) {
        return signature == null ? null : signature.signedOn();
    }
}
