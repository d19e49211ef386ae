package vn.minhchung.budgets.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.budgets.AppropriationView;
import vn.minhchung.budgets.SettlementCut;
import vn.minhchung.budgets.SettlementLine;
import vn.minhchung.budgets.SettlementView;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.SettlementId;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.view.Shown;

/** The two settlements: of a year, by its appropriation, and of a task. */
@Controller
class SettlementGraphql {
    @SchemaMapping(typeName = "Project", field = "settlement")
    CompletableFuture<@Nullable Shown<?>> ofTask(Shown<?> project, Loader loader) {
        return loader.node(SettlementId.of(new ProjectId(project.id())), project.moment());
    }

    @SchemaMapping(typeName = "Appropriation", field = "settlement")
    CompletableFuture<@Nullable Shown<?>> ofYear(Shown<AppropriationView> appropriation, Loader loader) {
        return loader.node(SettlementId.of(appropriation.view().appropriation()), appropriation.moment());
    }

    @SchemaMapping(typeName = "Settlement", field = "appropriation")
    CompletableFuture<@Nullable Shown<?>> appropriation(Shown<SettlementView> settlement, Loader loader) {
        return loader.node(settlement.view().appropriation(), settlement.moment());
    }

    @SchemaMapping(typeName = "Settlement", field = "project")
    CompletableFuture<@Nullable Shown<?>> project(Shown<SettlementView> settlement, Loader loader) {
        return loader.node(settlement.view().project(), settlement.moment());
    }

    @SchemaMapping(typeName = "Settlement", field = "by")
    CompletableFuture<@Nullable Shown<?>> by(Shown<SettlementView> settlement, Loader loader) {
        return loader.node(settlement.view().by(), settlement.moment());
    }

    @SchemaMapping(typeName = "Settlement", field = "lines")
    List<Shown<SettlementLine>> lines(Shown<SettlementView> settlement) {
        return settlement.view().lines().stream()
                .map(line -> new Shown<>(settlement.moment(), settlement.id(), line))
                .toList();
    }

    @SchemaMapping(typeName = "Settlement", field = "cuts")
    List<Shown<SettlementCut>> cuts(Shown<SettlementView> settlement) {
        return settlement.view().cuts().stream()
                .map(cut -> new Shown<>(settlement.moment(), settlement.id(), cut))
                .toList();
    }

    @SchemaMapping(typeName = "SettlementLine", field = "project")
    CompletableFuture<@Nullable Shown<?>> ofLine(Shown<SettlementLine> line, Loader loader) {
        return loader.node(line.view().project(), line.moment());
    }

    @SchemaMapping(typeName = "SettlementCut", field = "project")
    CompletableFuture<@Nullable Shown<?>> ofCut(Shown<SettlementCut> cut, Loader loader) {
        return loader.node(cut.view().project(), cut.moment());
    }
}
