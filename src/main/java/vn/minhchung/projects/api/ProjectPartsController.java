package vn.minhchung.projects.api;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.projects.PinnedRule;
import vn.minhchung.projects.ProjectView;
import vn.minhchung.projects.TaskCode;
import vn.minhchung.projects.TaskMember;
import vn.minhchung.rules.RuleVersionId;

/** What the parts of a task refer to. */
@Controller
class ProjectPartsController {

    @SchemaMapping(typeName = "TaskCode")
    CompletableFuture<@Nullable Shown<?>> issuer(TaskCode code, Moment moment, Loader loader) {
        return loader.node(code.issuer(), moment);
    }

    @SchemaMapping(typeName = "TaskMember")
    CompletableFuture<@Nullable Shown<?>> person(TaskMember member, Moment moment, Loader loader) {
        return loader.node(member.person(), moment);
    }

    @SchemaMapping(typeName = "PinnedRule")
    CompletableFuture<@Nullable Shown<?>> version(PinnedRule rule, Moment moment, Loader loader) {
        String version = rule.version();
        return loader.node(version == null ? null : RuleVersionId.of(rule.family(), version), moment);
    }

    @SchemaMapping(typeName = "TaskContract")
    CompletableFuture<@Nullable Shown<?>> department(ProjectView.Contract contract, Moment moment, Loader loader) {
        return loader.node(contract.departmentId(), moment);
    }

    @SchemaMapping(typeName = "TaskContract")
    CompletableFuture<@Nullable Shown<?>> departmentSignatory(
            ProjectView.Contract contract, Moment moment, Loader loader) {
        return loader.node(contract.departmentSignatoryId(), moment);
    }

    @SchemaMapping(typeName = "TaskContract")
    CompletableFuture<@Nullable Shown<?>> hostSignatory(ProjectView.Contract contract, Moment moment, Loader loader) {
        return loader.node(contract.hostSignatoryId(), moment);
    }
}
