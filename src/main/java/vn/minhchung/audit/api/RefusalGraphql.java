package vn.minhchung.audit.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.audit.AuditViews;
import vn.minhchung.audit.RefusalBook;
import vn.minhchung.audit.RefusalSealView;
import vn.minhchung.audit.Refused;
import vn.minhchung.audit.RefusedShown;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;

/** Refused attempts and the seals over them, for inspectors. */
@Controller
final class RefusalGraphql {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RefusalBook refusals;
    private final Views views;
    private final Seals seals;
    private final StoryClock clock;

    RefusalGraphql(RefusalBook refusals, Views views, Seals seals, StoryClock clock) {
        this.refusals = refusals;
        this.views = views;
        this.seals = seals;
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

    @QueryMapping
    Connection<Shown<RefusalSealView>> refusalSeals(Moment moment, PageArgs page) {
        Page<RefusalSealView> found =
                views.page(AuditViews.REFUSAL_SEAL, Filter.none(), moment.position(), page.after(), page.first());
        return Connection.of(found, moment, page);
    }

    @SchemaMapping(typeName = "RefusalSeal")
    CompletableFuture<Boolean> matches(Shown<RefusalSealView> seal, Loader loader) {
        return loader.batch(seals, new SealKey(seal.view(), seal.moment().position()));
    }

    /** @param position of the moment that is shown */
    record SealKey(RefusalSealView seal, long position) {}

    /** Whether the rows, recomputed now, are still those that were sealed. */
    @Component
    static final class Seals implements BatchSource<SealKey, Boolean> {
        private final RefusalBook refusals;

        Seals(RefusalBook refusals) {
            this.refusals = refusals;
        }

        @Override
        public String name() {
            return "audit.seals";
        }

        @Override
        public Map<SealKey, Boolean> load(Collection<SealKey> keys) {
            var digests = refusals.digests(
                    keys.stream().map(key -> key.seal().day()).distinct().toList());
            Map<SealKey, Boolean> matches = new HashMap<>();
            for (SealKey key : keys) {
                var sealed =
                        new RefusalBook.Digest(key.seal().count(), key.seal().hash());
                matches.put(key, sealed.equals(digests.get(key.seal().day())));
            }
            return matches;
        }
    }
}
