package vn.minhchung.budgets.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.budgets.RefundView;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RefundId;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.rules.RuleVersionId;

/** What has to come back of a task's money. */
@Controller
class RefundGraphql {
    @SchemaMapping(typeName = "Project", field = "refund")
    CompletableFuture<@Nullable Shown<?>> refund(Shown<?> project, Loader loader) {
        return loader.node(RefundId.of(new ProjectId(project.id())), project.moment());
    }

    @SchemaMapping(typeName = "Refund", field = "project")
    CompletableFuture<@Nullable Shown<?>> project(Shown<RefundView> refund, Loader loader) {
        return loader.node(refund.view().project(), refund.moment());
    }

    @SchemaMapping(typeName = "Refund", field = "host")
    CompletableFuture<@Nullable Shown<?>> host(Shown<RefundView> refund, Loader loader) {
        return loader.node(refund.view().host(), refund.moment());
    }

    @SchemaMapping(typeName = "Refund", field = "rule")
    CompletableFuture<@Nullable Shown<?>> rule(Shown<RefundView> refund, Loader loader) {
        RuleRef rule = refund.view().rule();
        return loader.node(rule == null ? null : RuleVersionId.of(rule), refund.moment());
    }

    @SchemaMapping(typeName = "Refund", field = "barredHosts")
    CompletableFuture<List<Shown<?>>> barredHosts(Shown<RefundView> refund, Loader loader) {
        List<OrganisationId> hosts = refund.view().barred().stream()
                .filter(id -> Id.kindOf(id).equals("organisation"))
                .map(OrganisationId::new)
                .toList();
        return loader.nodes(hosts, refund.moment());
    }

    @SchemaMapping(typeName = "Refund", field = "barredPersons")
    CompletableFuture<List<Shown<?>>> barredPersons(Shown<RefundView> refund, Loader loader) {
        List<PersonId> persons = refund.view().barred().stream()
                .filter(id -> Id.kindOf(id).equals("person"))
                .map(PersonId::new)
                .toList();
        return loader.nodes(persons, refund.moment());
    }
}
