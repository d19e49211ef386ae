package vn.minhchung.eventstore;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Health that is up until somebody names a reason. */
public final class StoreHealth {
    private StoreHealth() {}

    public static HealthIndicator downBy(Supplier<@Nullable String> trouble) {
        return () -> health(Health.down(), trouble.get());
    }

    /** For readiness: nobody is to be sent to this node, whatever the others do. */
    public static HealthIndicator outOfServiceBy(Supplier<@Nullable String> trouble) {
        return () -> health(Health.outOfService(), trouble.get());
    }

    private static Health health(Health.Builder otherwise, @Nullable String trouble) {
        return trouble == null
                ? Health.up().build()
                : otherwise.withDetail("trouble", trouble).build();
    }
}
