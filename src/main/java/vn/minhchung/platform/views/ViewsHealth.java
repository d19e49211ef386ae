package vn.minhchung.platform.views;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.view.ViewKeeper;
import vn.minhchung.kernel.view.ViewKeeper.Standing;
import vn.minhchung.kernel.view.ViewKeeper.State;

/** Down while a view is stopped, wherever it is followed, or when nothing can be followed at all. */
final class ViewsHealth implements HealthIndicator {
    private final Follower follower;
    private final ViewKeeper keeper;

    ViewsHealth(Follower follower, ViewKeeper keeper) {
        this.follower = follower;
        this.keeper = keeper;
    }

    @Override
    public Health health() {
        Map<String, String> stopped = new TreeMap<>();
        String trouble = follower.trouble();
        try {
            for (Standing standing : keeper.standings()) {
                if (standing.state() == State.FOLLOWING) continue;
                stopped.put(
                        standing.view(),
                        "%s, seen up to position %d: %s"
                                .formatted(standing.state(), standing.position(), standing.cause()));
            }
        } catch (Refusal e) {
            if (trouble == null) trouble = e.getMessage();
        }
        Health.Builder health = trouble == null && stopped.isEmpty() ? Health.up() : Health.down();
        if (trouble != null) health.withDetail("trouble", trouble);
        if (!stopped.isEmpty()) health.withDetail("stopped", stopped);
        return health.withDetail("position", follower.seen().position())
                .withDetail("caughtUp", follower.caughtUp())
                .withDetail("follows", follower.leading())
                .build();
    }
}
