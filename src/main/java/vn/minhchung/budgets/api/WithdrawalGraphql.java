package vn.minhchung.budgets.api;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.DepositAccountView;
import vn.minhchung.budgets.WithdrawalState;
import vn.minhchung.budgets.WithdrawalView;
import vn.minhchung.budgets.WithdrawalView.Signature;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;

/** Withdrawals and deposit accounts: staff see all, a host its own. */
@Controller
class WithdrawalGraphql {
    private final Views views;

    WithdrawalGraphql(Views views) {
        this.views = views;
    }

    @QueryMapping
    Connection<Shown<WithdrawalView>> withdrawals(
            @Argument @Nullable String project,
            @Argument @Nullable String appropriation,
            @Argument @Nullable WithdrawalState state,
            @Argument @Nullable Integer year,
            PageArgs page,
            Moment moment,
            Viewer viewer) {
        Filter filter = visible(viewer);
        if (project != null) filter.and("v.project = :project", "project", Ids.stable(project));
        if (appropriation != null)
            filter.and("v.appropriation = :appropriation", "appropriation", Ids.stable(appropriation));
        if (state != null) filter.and("v.state = :state", "state", state.name());
        if (year != null) filter.and("v.year = :year", "year", year);
        return Connection.of(
                views.page(BudgetsViews.WITHDRAWALS, filter, moment.position(), page.after(), page.first()),
                moment,
                page);
    }

    @QueryMapping
    Connection<Shown<DepositAccountView>> depositAccounts(
            @Argument @Nullable String host, PageArgs page, Moment moment, Viewer viewer) {
        Filter filter = visible(viewer);
        if (host != null) filter.and("v.host = :of", "of", Ids.stable(host));
        return Connection.of(
                views.page(BudgetsViews.DEPOSIT_ACCOUNTS, filter, moment.position(), page.after(), page.first()),
                moment,
                page);
    }

    private static Filter visible(Viewer viewer) {
        Filter filter = Filter.none();
        if (viewer.staff()) return filter;
        return filter.and(
                "v.host = any(string_to_array(:hosts, ','))",
                "hosts",
                viewer.hosts().stream().map(OrganisationId::value).collect(Collectors.joining(",")));
    }

    @SchemaMapping(typeName = "Withdrawal", field = "project")
    CompletableFuture<@Nullable Shown<?>> project(Shown<WithdrawalView> withdrawal, Loader loader) {
        return loader.node(withdrawal.view().project(), withdrawal.moment());
    }

    @SchemaMapping(typeName = "Withdrawal", field = "host")
    CompletableFuture<@Nullable Shown<?>> host(Shown<WithdrawalView> withdrawal, Loader loader) {
        return loader.node(withdrawal.view().host(), withdrawal.moment());
    }

    @SchemaMapping(typeName = "Withdrawal", field = "appropriation")
    CompletableFuture<@Nullable Shown<?>> appropriation(Shown<WithdrawalView> withdrawal, Loader loader) {
        return loader.node(withdrawal.view().appropriation(), withdrawal.moment());
    }

    @SchemaMapping(typeName = "Withdrawal", field = "preparer")
    CompletableFuture<@Nullable Shown<?>> preparer(Shown<WithdrawalView> withdrawal, Loader loader) {
        return loader.node(withdrawal.view().preparer(), withdrawal.moment());
    }

    @SchemaMapping(typeName = "Withdrawal", field = "secondSigner")
    CompletableFuture<@Nullable Shown<?>> secondSigner(Shown<WithdrawalView> withdrawal, Loader loader) {
        return signer(withdrawal.view().secondSignature(), withdrawal.moment(), loader);
    }

    @SchemaMapping(typeName = "Withdrawal", field = "secondSignedOn")
    @Nullable
    LocalDate secondSignedOn(Shown<WithdrawalView> withdrawal) {
        Signature signature = withdrawal.view().secondSignature();
        return signature == null ? null : signature.signedOn();
    }

    @SchemaMapping(typeName = "Withdrawal", field = "firstSigner")
    CompletableFuture<@Nullable Shown<?>> firstSigner(Shown<WithdrawalView> withdrawal, Loader loader) {
        return signer(withdrawal.view().firstSignature(), withdrawal.moment(), loader);
    }

    @SchemaMapping(typeName = "Withdrawal", field = "firstSignedOn")
    @Nullable
    LocalDate firstSignedOn(Shown<WithdrawalView> withdrawal) {
        Signature signature = withdrawal.view().firstSignature();
        return signature == null ? null : signature.signedOn();
    }

    private static CompletableFuture<@Nullable Shown<?>> signer(
            @Nullable Signature signature, Moment moment, Loader loader) {
        return loader.node(signature == null ? null : signature.signer(), moment);
    }

    @SchemaMapping(typeName = "Withdrawal", field = "depositAccount")
    CompletableFuture<@Nullable Shown<?>> depositAccount(Shown<WithdrawalView> withdrawal, Loader loader) {
        return loader.node(withdrawal.view().payee().depositAccount(), withdrawal.moment());
    }

    @SchemaMapping(typeName = "Withdrawal", field = "payeeAccount")
    String payeeAccount(Shown<WithdrawalView> withdrawal) {
        return withdrawal.view().payee().number();
    }

    @SchemaMapping(typeName = "Withdrawal", field = "totalInWords")
    String totalInWords(Shown<WithdrawalView> withdrawal) {
        return withdrawal.view().total().toWords();
    }

    @SchemaMapping(typeName = "DepositAccount", field = "host")
    CompletableFuture<@Nullable Shown<?>> host(Shown<DepositAccountView> account, Loader loader, Moment moment) {
        return loader.node(account.view().host(), moment);
    }
}
