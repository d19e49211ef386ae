package vn.minhchung.platform.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.view.Moments;
import vn.minhchung.kernel.view.Shown;

/** The rule version a refusal cites, in the payload of whichever mutation. */
@Controller
final class RuleOfRefusal {
    private final Moments moments;

    RuleOfRefusal(Moments moments) {
        this.moments = moments;
    }

    /** As the views stand at the refusal: the operation's own "now" lies before what its earlier mutations did. */
    @SchemaMapping(typeName = "UserError")
    CompletableFuture<@Nullable Shown<?>> rule(Errors.UserError refusal, DataFetchingEnvironment env) {
        RuleRef rule = refusal.rule();
        return new OperationLoader(env).node(rule == null ? null : rule.nodeId(), moments.now());
    }
}
