package vn.minhchung.platform.graphql;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Moments;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;

/** The root fields that belong to no module: moments, nodes, the position. */
@Controller
final class RootController {
    private static final Duration HEARTBEAT = Duration.ofMillis(500);

    private final Moments moments;
    private final Views views;
    private final StoryClock clock;

    RootController(Moments moments, Views views, StoryClock clock) {
        this.moments = moments;
        this.views = views;
        this.clock = clock;
    }

    /** The recorded time is null before the first event. */
    record ViewedAt(long position, @Nullable Instant recordedAt) {}

    @QueryMapping
    DataFetcherResult<Moment> asOf(
            @Argument @Nullable Instant at, @Argument @Nullable Long position, DataFetchingEnvironment env) {
        if (Operation.moment(env).past()) throw refused("nested", "asOf");
        if ((at == null) == (position == null)) throw refused("exactly one of", "at, position");
        if (at != null && at.isAfter(clock.now())) throw refused("future", at);
        Moment moment = at != null
                ? moments.at(at)
                : moments.at(Objects.requireNonNull(position)).orElseThrow(() -> refused("future", position));
        return DataFetcherResult.<Moment>newResult()
                .data(moment)
                .localContext(moment)
                .build();
    }

    private static Refusal refused(String problem, @Nullable Object value) {
        return Refusal.of(ErrorCode.ASOF_ARGUMENT, "problem", problem, "value", String.valueOf(value))
                .at("asOf");
    }

    @QueryMapping
    ViewedAt viewedAt(Moment moment) {
        return new ViewedAt(moment.position(), moment.position() == 0 ? null : moment.recordedAt());
    }

    /** An id that carries a position gives the object of that position back, wherever it is asked. */
    @QueryMapping
    CompletableFuture<DataFetcherResult<@Nullable Shown<?>>> node(@Argument String id, DataFetchingEnvironment env) {
        GlobalId global = GlobalId.read(id);
        Optional<Moment> moment =
                global.position() == null ? Optional.of(Operation.moment(env)) : moments.at(global.position());
        if (moment.isEmpty()) return CompletableFuture.completedFuture(result(null, null));
        return new OperationLoader(env)
                .node(global.stableId(), moment.get())
                .thenApply(shown -> result(shown, moment.get()));
    }

    private static DataFetcherResult<@Nullable Shown<?>> result(@Nullable Shown<?> shown, @Nullable Moment moment) {
        return DataFetcherResult.<@Nullable Shown<?>>newResult()
                .data(shown)
                .localContext(moment)
                .build();
    }

    @MutationMapping
    long ping() {
        return views.position();
    }

    @SubscriptionMapping
    Publisher<Long> position() {
        return Flux.interval(Duration.ZERO, HEARTBEAT)
                .map(_ -> views.position())
                .distinctUntilChanged();
    }
}
