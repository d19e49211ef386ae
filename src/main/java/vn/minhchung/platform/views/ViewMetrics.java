package vn.minhchung.platform.views;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.view.ViewKeeper;
import vn.minhchung.kernel.view.ViewKeeper.Standing;
import vn.minhchung.kernel.view.ViewKeeper.State;

/**
 * How far each view is behind, in events and in seconds, and how a rebuild comes on. A number nobody can tell just now is
 * not a number: seconds of views that are followed elsewhere, everything while the database is away.
 */
final class ViewMetrics implements MeterBinder {
    private static final long FRESH_NANOS = 1_000_000_000;

    private final Follower follower;
    private final ViewKeeper keeper;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private Map<String, Standing> standings = Map.of();
    private long readAt;

    /** @param clock the real one, never the driven one */
    ViewMetrics(Follower follower, ViewKeeper keeper, InstantSource clock, LongSupplier nanos) {
        this.follower = follower;
        this.keeper = keeper;
        this.clock = clock;
        this.nanos = nanos;
        this.readAt = nanos.getAsLong() - 2 * FRESH_NANOS;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String view : keeper.names()) {
            gauge(registry, "minhchung.view.behind", "Events the view has not seen", view, Standing::behind);
            gauge(registry, "minhchung.view.behind.seconds", "How long it has not seen all", view, this::seconds);
            gauge(
                    registry,
                    "minhchung.view.stopped",
                    "1 while an event stops the view",
                    view,
                    standing -> standing.state() == State.FOLLOWING ? 0L : 1L);
        }
        Gauge.builder("minhchung.views.follows", () -> follower.leading() ? 1 : 0)
                .description("1 on the node that follows")
                .register(registry);
        Gauge.builder("minhchung.rebuild.behind", () -> measured(it -> it.goal() - it.position()))
                .description("Events a rebuild has still to take in")
                .register(registry);
        Gauge.builder("minhchung.rebuild.rate", () -> measured(ShadowRebuild.Measure::perSecond))
                .description("Events per second it has taken in")
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            String description,
            String view,
            Function<Standing, @Nullable Long> value) {
        Gauge.builder(name, () -> {
                    Standing standing = standings().get(view);
                    return standing == null ? null : value.apply(standing);
                })
                .description(description)
                .tag("view", view)
                .register(registry);
    }

    private @Nullable Long seconds(Standing standing) {
        if (standing.since() != null)
            return Duration.between(standing.since(), clock.instant()).toSeconds();
        if (standing.behind() == 0) return 0L;
        return follower.leading() ? follower.sinceAtHead().toSeconds() : null;
    }

    private @Nullable Long measured(Function<ShadowRebuild.Measure, Long> what) {
        ShadowRebuild rebuild = follower.rebuild();
        return rebuild == null ? null : what.apply(rebuild.measure());
    }

    /** Read once for all gauges of a scrape. */
    private synchronized Map<String, Standing> standings() {
        if (nanos.getAsLong() - readAt < FRESH_NANOS) return standings;
        readAt = nanos.getAsLong();
        try {
            standings = keeper.standings().stream().collect(Collectors.toMap(Standing::view, standing -> standing));
        } catch (Refusal e) {
            standings = Map.of();
        }
        return standings;
    }
}
