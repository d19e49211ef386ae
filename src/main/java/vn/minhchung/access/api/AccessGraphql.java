package vn.minhchung.access.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.access.AccessViews;
import vn.minhchung.access.AccountView;
import vn.minhchung.access.DelegationView;
import vn.minhchung.access.SignatoryCommand;
import vn.minhchung.access.SignatoryListView;
import vn.minhchung.kernel.AnyId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.PersonalTexts;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;

/** Accounts, delegations and signatories: queries and references. */
@Controller
class AccessGraphql {
    private final Views views;
    private final PersonalTexts texts;
    private final DelegationsOfAccount delegations;

    AccessGraphql(Views views, PersonalTexts texts, DelegationsOfAccount delegations) {
        this.views = views;
        this.texts = texts;
        this.delegations = delegations;
    }

    @QueryMapping
    CompletableFuture<@Nullable Shown<?>> me(Moment moment, Viewer viewer, Loader loader) {
        return loader.node(viewer.actor() == null ? null : viewer.actor().account(), moment);
    }

    /** Staff and administrators list all; anybody else finds the own one. */
    @QueryMapping
    Connection<Shown<AccountView>> accounts(PageArgs page, Moment moment, Viewer viewer) {
        Filter filter = Filter.none();
        if (!viewer.staff() && !viewer.has(Role.ADMIN)) {
            filter.and(
                    "v.person = :self",
                    "self",
                    viewer.actor() == null ? "" : viewer.actor().person().value());
        }
        return Connection.of(views, AccessViews.ACCOUNTS, filter, moment, page);
    }

    @QueryMapping
    CompletableFuture<@Nullable Shown<?>> signatories(@Argument String unit, Moment moment, Loader loader) {
        OrganisationId of = new OrganisationId(GlobalId.stable(unit));
        return loader.node(new AnyId(SignatoryCommand.streamOf(of)), moment);
    }

    @SchemaMapping(typeName = "Account", field = "person")
    CompletableFuture<@Nullable Shown<?>> person(Shown<AccountView> account, Moment moment, Loader loader) {
        return loader.node(account.view().person(), moment);
    }

    @SchemaMapping(typeName = "Account", field = "login")
    CompletableFuture<String> login(Shown<AccountView> account, Loader loader) {
        return loader.batch(texts, account.view().login());
    }

    @SchemaMapping(typeName = "Account", field = "delegations")
    CompletableFuture<List<Shown<DelegationView>>> delegations(
            Shown<AccountView> account, Moment moment, Viewer viewer, Loader loader) {
        return loader.batch(delegations, new DelegationsOfAccount.Key(moment.position(), account.id()))
                .thenApply(found -> found.stream()
                        .filter(view -> view.visibleTo(viewer))
                        .map(view -> new Shown<>(moment, view.delegation().value(), view))
                        .toList());
    }

    @SchemaMapping(typeName = "HeldRole", field = "organisation")
    CompletableFuture<@Nullable Shown<?>> organisation(AccountView.HeldRole held, Moment moment, Loader loader) {
        return loader.node(held.organisation(), moment);
    }

    @SchemaMapping(typeName = "HeldRole", field = "grantedBy")
    CompletableFuture<@Nullable Shown<?>> grantedBy(AccountView.HeldRole held, Moment moment, Loader loader) {
        return loader.node(held.grantedBy(), moment);
    }

    @SchemaMapping(typeName = "HeldRole", field = "confirmedBy")
    CompletableFuture<@Nullable Shown<?>> confirmedBy(AccountView.HeldRole held, Moment moment, Loader loader) {
        return loader.node(held.confirmedBy(), moment);
    }

    @SchemaMapping(typeName = "Delegation", field = "delegator")
    CompletableFuture<@Nullable Shown<?>> delegator(Shown<DelegationView> of, Moment moment, Loader loader) {
        return loader.node(of.view().delegator(), moment);
    }

    @SchemaMapping(typeName = "Delegation", field = "delegate")
    CompletableFuture<@Nullable Shown<?>> delegate(Shown<DelegationView> of, Moment moment, Loader loader) {
        return loader.node(of.view().delegate(), moment);
    }

    @SchemaMapping(typeName = "Delegation", field = "organisation")
    CompletableFuture<@Nullable Shown<?>> organisationOf(Shown<DelegationView> of, Moment moment, Loader loader) {
        return loader.node(of.view().organisation(), moment);
    }

    @SchemaMapping(typeName = "Delegation", field = "under")
    CompletableFuture<@Nullable Shown<?>> under(Shown<DelegationView> of, Moment moment, Loader loader) {
        return loader.node(of.view().under(), moment);
    }

    @SchemaMapping(typeName = "Delegation", field = "confirmedBy")
    CompletableFuture<@Nullable Shown<?>> confirmedByOf(Shown<DelegationView> of, Moment moment, Loader loader) {
        return loader.node(of.view().confirmedBy(), moment);
    }

    @SchemaMapping(typeName = "SignatoryList", field = "unit")
    CompletableFuture<@Nullable Shown<?>> unit(Shown<SignatoryListView> list, Moment moment, Loader loader) {
        return loader.node(list.view().unit(), moment);
    }

    @SchemaMapping(typeName = "Signatory", field = "person")
    CompletableFuture<@Nullable Shown<?>> signatory(
            SignatoryListView.Signatory signatory, Moment moment, Loader loader) {
        return loader.node(signatory.person(), moment);
    }

    @SchemaMapping(typeName = "Signatory", field = "confirmedBy")
    CompletableFuture<@Nullable Shown<?>> signatoryConfirmedBy(
            SignatoryListView.Signatory signatory, Moment moment, Loader loader) {
        return loader.node(signatory.confirmedBy(), moment);
    }
}
