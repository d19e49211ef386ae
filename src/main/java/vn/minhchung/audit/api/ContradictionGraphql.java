package vn.minhchung.audit.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.audit.AuditViews;
import vn.minhchung.audit.LogContinuedView;
import vn.minhchung.audit.LogContradiction;
import vn.minhchung.audit.LogContradictions;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Views;

/** What was found to contradict the log, for those who run or inspect the system. */
@Controller
final class ContradictionGraphql {
    private final LogContradictions contradictions;
    private final Views views;

    ContradictionGraphql(LogContradictions contradictions, Views views) {
        this.contradictions = contradictions;
        this.views = views;
    }

    record ShownContradiction(
            String id,
            LogContradiction.Kind kind,
            long size,
            String rootHash,
            String note,
            long ownSize,
            String ownRootHash,
            Instant foundAt,
            @Nullable Long decidedAt) {}

    @QueryMapping
    List<ShownContradiction> logContradictions(Moment moment) {
        List<LogContradiction> found = contradictions.list();
        Map<String, LogContinuedView> decided = views.findAll(
                AuditViews.LOG_CONTINUED,
                found.stream().map(each -> each.id().value()).toList(),
                moment.position());
        return found.stream().map(each -> shown(each, decided)).toList();
    }

    private static ShownContradiction shown(LogContradiction found, Map<String, LogContinuedView> decided) {
        LogContinuedView decision = decided.get(found.id().value());
        return new ShownContradiction(
                found.id().value(),
                found.kind(),
                found.size(),
                ShownCheckpoint.base64(found.root()),
                found.note().encoded(),
                found.ownSize(),
                ShownCheckpoint.base64(found.ownRoot()),
                found.foundAt(),
                decision == null ? null : decision.position());
    }
}
