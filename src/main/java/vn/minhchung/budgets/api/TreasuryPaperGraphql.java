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
import vn.minhchung.budgets.DepositAccountView;
import vn.minhchung.budgets.Payee;
import vn.minhchung.budgets.Recoded;
import vn.minhchung.budgets.TreasuryPaperState;
import vn.minhchung.budgets.TreasuryPaperView;
import vn.minhchung.budgets.TreasuryPaperView.Signature;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;

/** Papers for the treasury and deposit accounts: staff see all, a host its own. */
@Controller
class TreasuryPaperGraphql {
    private final Views views;

    TreasuryPaperGraphql(Views views) {
        this.views = views;
    }

    @QueryMapping
    Connection<Shown<TreasuryPaperView>> treasuryPapers(
            @Argument @Nullable String project,
            @Argument @Nullable String appropriation,
            @Argument @Nullable TreasuryPaperState state,
            @Argument @Nullable Integer year,
            PageArgs page,
            Moment moment,
            Viewer viewer) {
        Filter filter = HostLists.visibleOfTasks(viewer);
        if (project != null) filter.and("v.project = :project", "project", GlobalId.stable(project));
        if (appropriation != null)
            filter.and("v.appropriation = :appropriation", "appropriation", GlobalId.stable(appropriation));
        if (state != null) filter.and("v.state = :state", "state", state.name());
        if (year != null) filter.and("v.year = :year", "year", year);
        return Connection.of(views, BudgetsViews.TREASURY_PAPERS, filter, moment, page);
    }

    @QueryMapping
    Connection<Shown<DepositAccountView>> depositAccounts(
            @Argument @Nullable String host, PageArgs page, Moment moment, Viewer viewer) {
        Filter filter = HostLists.visible(viewer);
        if (host != null) filter.and("v.host = :of", "of", GlobalId.stable(host));
        return Connection.of(views, BudgetsViews.DEPOSIT_ACCOUNTS, filter, moment, page);
    }

    @SchemaMapping(typeName = "TreasuryPaper", field = "project")
    CompletableFuture<@Nullable Shown<?>> project(Shown<TreasuryPaperView> paper, Loader loader) {
        return loader.node(paper.view().project(), paper.moment());
    }

    @SchemaMapping(typeName = "TreasuryPaper", field = "host")
    CompletableFuture<@Nullable Shown<?>> host(Shown<TreasuryPaperView> paper, Loader loader) {
        return loader.node(paper.view().host(), paper.moment());
    }

    @SchemaMapping(typeName = "TreasuryPaper", field = "appropriation")
    CompletableFuture<@Nullable Shown<?>> appropriation(Shown<TreasuryPaperView> paper, Loader loader) {
        return loader.node(paper.view().appropriation(), paper.moment());
    }

    @SchemaMapping(typeName = "TreasuryPaper", field = "preparer")
    CompletableFuture<@Nullable Shown<?>> preparer(Shown<TreasuryPaperView> paper, Loader loader) {
        return loader.node(paper.view().preparer(), paper.moment());
    }

    @SchemaMapping(typeName = "TreasuryPaper", field = "secondSigner")
    CompletableFuture<@Nullable Shown<?>> secondSigner(Shown<TreasuryPaperView> paper, Loader loader) {
        return signer(paper.view().secondSignature(), paper.moment(), loader);
    }

    @SchemaMapping(typeName = "TreasuryPaper", field = "secondSignedOn")
    @Nullable
    LocalDate secondSignedOn(Shown<TreasuryPaperView> paper) {
        Signature signature = paper.view().secondSignature();
        return signature == null ? null : signature.signedOn();
    }

    @SchemaMapping(typeName = "TreasuryPaper", field = "firstSigner")
    CompletableFuture<@Nullable Shown<?>> firstSigner(Shown<TreasuryPaperView> paper, Loader loader) {
        return signer(paper.view().firstSignature(), paper.moment(), loader);
    }

    @SchemaMapping(typeName = "TreasuryPaper", field = "firstSignedOn")
    @Nullable
    LocalDate firstSignedOn(Shown<TreasuryPaperView> paper) {
        Signature signature = paper.view().firstSignature();
        return signature == null ? null : signature.signedOn();
    }

    private static CompletableFuture<@Nullable Shown<?>> signer(
            @Nullable Signature signature, Moment moment, Loader loader) {
        return loader.node(signature == null ? null : signature.signer(), moment);
    }

    @SchemaMapping(typeName = "TreasuryPaper", field = "depositAccount")
    CompletableFuture<@Nullable Shown<?>> depositAccount(Shown<TreasuryPaperView> paper, Loader loader) {
        Payee payee = paper.view().payee();
        return loader.node(payee == null ? null : payee.depositAccount(), paper.moment());
    }

    @SchemaMapping(typeName = "TreasuryPaper", field = "payeeAccount")
    @Nullable
    String payeeAccount(Shown<TreasuryPaperView> paper) {
        Payee payee = paper.view().payee();
        return payee == null ? null : payee.number();
    }

    @SchemaMapping(typeName = "TreasuryPaper", field = "volume")
    CompletableFuture<@Nullable Shown<?>> volume(Shown<TreasuryPaperView> paper, Loader loader) {
        return loader.node(paper.view().volume(), paper.moment());
    }

    @SchemaMapping(typeName = "TreasuryPaper", field = "advance")
    CompletableFuture<@Nullable Shown<?>> advance(Shown<TreasuryPaperView> paper, Loader loader) {
        return loader.node(paper.view().advance(), paper.moment());
    }

    @SchemaMapping(typeName = "TreasuryPaper", field = "settlements")
    CompletableFuture<List<Shown<?>>> settlements(Shown<TreasuryPaperView> paper, Loader loader) {
        return loader.nodes(paper.view().settlements(), paper.moment());
    }

    @SchemaMapping(typeName = "TreasuryPaper", field = "recodings")
    CompletableFuture<List<Shown<?>>> recodings(Shown<TreasuryPaperView> paper, Loader loader) {
        return loader.nodes(paper.view().recodings(), paper.moment());
    }

    @SchemaMapping(typeName = "TreasuryPaper", field = "recodes")
    @Nullable
    Shown<RecodedShown> recodes(Shown<TreasuryPaperView> paper) {
        Recoded recoded = paper.view().recoded();
        return recoded == null
                ? null
                : new Shown<>(paper.moment(), paper.id(), new RecodedShown(recoded, paper.view()));
    }

    @SchemaMapping(typeName = "Recoded", field = "paper")
    CompletableFuture<@Nullable Shown<?>> recodedPaper(Shown<RecodedShown> recoded, Loader loader) {
        return loader.node(recoded.view().recoded().of(), recoded.moment());
    }

    @SchemaMapping(typeName = "Recoded", field = "appropriation")
    CompletableFuture<@Nullable Shown<?>> recodedFrom(Shown<RecodedShown> recoded, Loader loader) {
        return loader.node(recoded.view().recoded().appropriation(), recoded.moment());
    }

    @SchemaMapping(typeName = "TreasuryPaper", field = "totalInWords")
    String totalInWords(Shown<TreasuryPaperView> paper) {
        return paper.view().total().toWords();
    }

    @SchemaMapping(typeName = "DepositAccount", field = "host")
    CompletableFuture<@Nullable Shown<?>> host(Shown<DepositAccountView> account, Loader loader, Moment moment) {
        return loader.node(account.view().host(), moment);
    }
}
