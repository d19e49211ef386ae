package vn.minhchung.budgets.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.budgets.BudgetView;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.Formula;
import vn.minhchung.budgets.LedgerQuery.Dimension;
import vn.minhchung.budgets.LedgerQuery.Sum;
import vn.minhchung.budgets.LedgerQuery.SumKey;
import vn.minhchung.budgets.SavingsReportView;
import vn.minhchung.budgets.SpendingReportState;
import vn.minhchung.budgets.SpendingReportView;
import vn.minhchung.budgets.SpendingVoucher;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;

/** What hosts spent and saved: staff see all, a host its own. */
@Controller
class SpendingGraphql {
    private final Views views;
    private final BatchSource<SumKey, List<Sum>> sums;

    SpendingGraphql(Views views, BatchSource<SumKey, List<Sum>> sums) {
        this.views = views;
        this.sums = sums;
    }

    @QueryMapping
    Connection<Shown<SpendingReportView>> spendingReports(
            @Argument @Nullable String project,
            @Argument @Nullable SpendingReportState state,
            PageArgs page,
            Moment moment,
            Viewer viewer) {
        Filter filter = HostLists.visibleOfTasks(viewer);
        if (project != null) filter.and("v.project = :project", "project", GlobalId.stable(project));
        if (state != null) filter.and("v.state = :state", "state", state.name());
        return Connection.of(views, BudgetsViews.SPENDING_REPORTS, filter, moment, page);
    }

    @QueryMapping
    Connection<Shown<SavingsReportView>> savingsReports(
            @Argument @Nullable String project, PageArgs page, Moment moment, Viewer viewer) {
        Filter filter = HostLists.visibleOfTasks(viewer);
        if (project != null) filter.and("v.project = :project", "project", GlobalId.stable(project));
        return Connection.of(views, BudgetsViews.SAVINGS_REPORTS, filter, moment, page);
    }

    @SchemaMapping(typeName = "SpendingReport", field = "project")
    CompletableFuture<@Nullable Shown<?>> project(Shown<SpendingReportView> report, Loader loader) {
        return loader.node(report.view().project(), report.moment());
    }

    @SchemaMapping(typeName = "SpendingReport", field = "filer")
    CompletableFuture<@Nullable Shown<?>> filer(Shown<SpendingReportView> report, Loader loader) {
        return loader.node(report.view().filer(), report.moment());
    }

    @SchemaMapping(typeName = "SpendingVoucher", field = "person")
    CompletableFuture<@Nullable Shown<?>> person(SpendingVoucher voucher, Moment moment, Loader loader) {
        return loader.node(voucher.person(), moment);
    }

    @SchemaMapping(typeName = "SavingsReport", field = "project")
    CompletableFuture<@Nullable Shown<?>> savingProject(Shown<SavingsReportView> report, Loader loader) {
        return loader.node(report.view().project(), report.moment());
    }

    @SchemaMapping(typeName = "Budget", field = "counterpart")
    CompletableFuture<Counterpart> counterpart(Shown<BudgetView> budget, Loader loader) {
        SumKey approved = FigureFields.of(budget, Formula.APPROVED, null).sums(Dimension.SOURCE);
        SumKey spent = FigureFields.of(budget, Formula.SPENT, null).sums(Dimension.SOURCE);
        return loader.batch(sums, approved)
                .thenCombine(loader.batch(sums, spent), (one, other) -> Counterpart.of(one, other));
    }
}
