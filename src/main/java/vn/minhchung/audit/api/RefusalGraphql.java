package vn.minhchung.audit.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.audit.RefusalBook;
import vn.minhchung.audit.Refused;
import vn.minhchung.audit.RefusedShown;
import vn.minhchung.kernel.AnyId;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/** Refused attempts, for inspectors. */
@Controller
final class RefusalGraphql {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RefusalBook refusals;
    private final StoryClock clock;

    RefusalGraphql(RefusalBook refusals, StoryClock clock) {
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Attempts are no events; under {@code asOf} those are shown that had happened by the moment's time. */
    @QueryMapping
    Connection<RefusedShown> refusals(@Argument @Nullable LocalDate day, Moment moment, PageArgs page) {
        Instant until = moment.past() ? moment.recordedAt() : clock.now();
        List<RefusalBook.Line> found = refusals.list(day, until, page.after(), page.first() + 1);
        return Connection.of(
                found.stream().limit(page.first()).toList(),
                line -> shown(line, moment),
                RefusalBook.Line::order,
                moment,
                page,
                found.size() > page.first(),
                () -> refusals.count(day, until));
    }

    private static RefusedShown shown(RefusalBook.Line line, Moment moment) {
        Refused refused = line.refused();
        return new RefusedShown(
                moment,
                "refused:" + line.order(),
                refused.at(),
                refused.day(),
                refused.kind(),
                refused.mutation(),
                refused.code(),
                refused.position(),
                refused.requestId(),
                refused);
    }

    @SchemaMapping(typeName = "RefusedAttempt")
    Object facts(RefusedShown attempt) {
        return JSON.readValue(attempt.refused().facts(), Object.class);
    }

    @SchemaMapping(typeName = "RefusedAttempt")
    CompletableFuture<@Nullable Shown<?>> account(RefusedShown attempt, Loader loader) {
        return loader.node(AnyId.of(attempt.refused().account()), attempt.moment());
    }

    @SchemaMapping(typeName = "RefusedAttempt")
    CompletableFuture<@Nullable Shown<?>> actor(RefusedShown attempt, Loader loader) {
        return loader.node(AnyId.of(attempt.refused().actor()), attempt.moment());
    }

    @SchemaMapping(typeName = "RefusedAttempt")
    CompletableFuture<@Nullable Shown<?>> rule(RefusedShown attempt, Loader loader) {
        RuleRef rule = attempt.refused().rule();
        AnyId id = rule == null ? null : new AnyId(rule.nodeId());
        return loader.node(id, attempt.moment());
    }
}
