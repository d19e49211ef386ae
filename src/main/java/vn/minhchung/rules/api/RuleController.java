package vn.minhchung.rules.api;

import static vn.minhchung.rules.RuleViews.FAMILIES;
import static vn.minhchung.rules.RuleViews.GAPS;
import static vn.minhchung.rules.RuleViews.VERSIONS;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.rules.RuleFamilyId;
import vn.minhchung.rules.RuleFamilyView;
import vn.minhchung.rules.RuleGapView;
import vn.minhchung.rules.RuleState;
import vn.minhchung.rules.RuleVersionId;
import vn.minhchung.rules.RuleVersionView;

/** Rule versions, families and the officer's queue of gaps. */
@Controller
class RuleController {
    private final Views views;

    RuleController(Views views) {
        this.views = views;
    }

    @QueryMapping
    Connection<Shown<RuleVersionView>> ruleVersions(
            @Argument @Nullable String family, @Argument @Nullable LocalDate on, PageArgs page, Moment moment) {
        Filter filter = on == null ? Filter.none() : RuleFilters.inForceOn(on);
        if (family != null) filter.and("v.family = :family", "family", family);
        return Connection.of(views, VERSIONS, filter, moment, page);
    }

    @QueryMapping
    @Nullable
    Shown<RuleVersionView> ruleVersion(@Argument String family, @Argument String version, Moment moment) {
        String id = RuleVersionId.of(family, version).value();
        return views.find(VERSIONS, id, moment.position())
                .map(view -> new Shown<>(moment, id, view))
                .orElse(null);
    }

    @QueryMapping
    Connection<Shown<RuleFamilyView>> ruleFamilies(PageArgs page, Moment moment) {
        return Connection.of(views, FAMILIES, Filter.none(), moment, page);
    }

    /** Who may not see the queue sees an empty one: even the number of entries tells about hidden tasks. */
    @QueryMapping
    Connection<Shown<RuleGapView>> ruleGaps(PageArgs page, Moment moment, Viewer viewer) {
        Filter filter = viewer.staff() ? Filter.none() : Filter.none().and("false");
        return Connection.of(views, GAPS, filter, moment, page);
    }

    @SchemaMapping(typeName = "RuleFamily")
    CompletableFuture<List<Shown<?>>> versions(Shown<RuleFamilyView> family, Loader loader) {
        return loader.nodes(family.view().versionIds(), family.moment());
    }

    @SchemaMapping(typeName = "RuleVersion", field = "inFamily")
    CompletableFuture<@Nullable Shown<?>> inFamily(Shown<RuleVersionView> version, Loader loader) {
        return loader.node(RuleFamilyId.of(version.view().family()), version.moment());
    }

    @SchemaMapping(typeName = "RuleVersion")
    boolean inForce(Shown<RuleVersionView> version) {
        return version.view().state() == RuleState.IN_FORCE;
    }

    @SchemaMapping(typeName = "RuleGap")
    CompletableFuture<List<Shown<?>>> events(Shown<RuleGapView> gap, Loader loader) {
        return loader.nodes(gap.view().eventIds(), gap.moment());
    }
}
