package vn.minhchung.audit.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import vn.minhchung.audit.EventBook;
import vn.minhchung.audit.EventQuery;
import vn.minhchung.audit.EventView;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.graphql.Logins;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Moments;
import vn.minhchung.kernel.view.Shown;

/**
 * Events as they are recorded, in order, each at least once: a client that comes again names the last position it saw.
 * Rights are those of the moment an event is sent. When the account is locked or gone, or its password replaced, the
 * stream ends with the code NOT_SIGNED_IN; when a role it began with is lost, with NOT_ALLOWED: going quiet would look
 * like nothing happening.
 */
@Controller
final class LiveEvents {
    private static final Duration LOOK = Duration.ofMillis(200);
    /** Looks without an event after which the position is told all the same: 10 s. */
    private static final int HEARTBEAT_LOOKS = 50;

    private static final int BATCH = 100;

    private final EventBook events;
    private final Moments moments;
    private final Logins logins;

    LiveEvents(EventBook events, Moments moments, Logins logins) {
        this.events = events;
        this.moments = moments;
        this.logins = logins;
    }

    /**
     * One message.
     *
     * @param position everything the subscriber may see up to here has been sent
     * @param event null in a heartbeat
     */
    record EventTick(long position, @Nullable Shown<EventView> event) {}

    @SubscriptionMapping
    Flux<EventTick> events(@Argument @Nullable Long after, @Argument @Nullable EventFilter filter, Viewer viewer) {
        Actor actor = viewer.actor();
        if (actor == null) throw Refusal.of(ErrorCode.NOT_SIGNED_IN, "subscription", "events");
        long start = after == null ? moments.now().position() : after;
        Follow follow = new Follow(EventFilter.query(filter), actor, start);
        return Flux.interval(Duration.ZERO, LOOK)
                .onBackpressureDrop()
                .concatMap(
                        _ -> Flux.defer(() -> Flux.fromIterable(follow.look()))
                                .subscribeOn(Schedulers.boundedElastic()),
                        1);
    }

    /** One subscriber's place in the record. Looks come one after the other. */
    private final class Follow {
        private final EventQuery query;
        private final Actor actor;
        private long seen;
        private int silent;

        Follow(EventQuery query, Actor actor, long seen) {
            this.query = query;
            this.actor = actor;
            this.seen = seen;
        }

        synchronized List<EventTick> look() {
            Moment now = moments.now();
            boolean heartbeat = ++silent >= HEARTBEAT_LOOKS;
            if (now.position() <= seen && !heartbeat) return List.of();
            List<EventTick> ticks = new ArrayList<>();
            Viewer present = new Viewer(present());
            if (now.position() > seen) {
                List<EventView> found = events.list(query, present, seen, now.position(), BATCH);
                for (EventView event : found) {
                    ticks.add(new EventTick(event.position(), new Shown<>(now, event.id(), event)));
                }
                seen = found.size() == BATCH ? found.getLast().position() : now.position();
            }
            if (ticks.isEmpty() && heartbeat) ticks.add(new EventTick(seen, null));
            if (!ticks.isEmpty()) silent = 0;
            return ticks;
        }

        private Actor present() {
            Actor now = logins.present(actor)
                    .orElseThrow(() -> Refusal.of(ErrorCode.NOT_SIGNED_IN, "subscription", "events"));
            if (!now.holdsAll(actor)) throw Refusal.of(ErrorCode.NOT_ALLOWED, "subscription", "events");
            return now;
        }
    }
}
