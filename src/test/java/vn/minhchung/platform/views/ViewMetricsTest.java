package vn.minhchung.platform.views;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.platform.views.ViewsFixture.OTHER;
import static vn.minhchung.platform.views.ViewsFixture.VIEW;
import static vn.minhchung.testing.Eventually.eventually;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.platform.views.ViewsFixture.Choking;
import vn.minhchung.platform.views.ViewsFixture.Sales;
import vn.minhchung.platform.views.ViewsFixture.Shelves;

class ViewMetricsTest {
    private final ViewsFixture fixture = new ViewsFixture();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.now());
    private final AtomicLong nanos = new AtomicLong();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_view_says_how_far_it_is_behind_and_for_how_long() {
        Follower follower = fixture.follow("one", new Choking(2), new Sales());
        new ViewMetrics(follower, fixture.kept(), time::get, nanos::get).bindTo(registry);
        assertThat(fixture.views().await(fixture.shelved("shelf:a", "Số đỏ", 50_000)))
                .isTrue();
        eventually(() -> assertThat(follower.caughtUp()).isTrue());

        assertThat(value("minhchung.view.behind", VIEW)).isZero();
        assertThat(value("minhchung.view.behind.seconds", VIEW)).isZero();
        assertThat(value("minhchung.view.stopped", VIEW)).isZero();
        assertThat(registry.get("minhchung.views.follows").gauge().value()).isEqualTo(1);

        fixture.shelved("shelf:a", "Vỡ đê", 40_000);
        assertThat(fixture.views().await(fixture.shelved("shelf:a", "Tắt đèn", 1_000)))
                .isTrue();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        time.set(Instant.now().plusSeconds(90));

        assertThat(value("minhchung.view.behind", VIEW)).isEqualTo(2);
        assertThat(value("minhchung.view.behind.seconds", VIEW)).isBetween(80.0, 300.0);
        assertThat(value("minhchung.view.stopped", VIEW)).isEqualTo(1);
        assertThat(value("minhchung.view.behind", OTHER)).isZero();
        assertThat(value("minhchung.view.stopped", OTHER)).isZero();
    }

    @Test
    void what_nobody_can_tell_is_no_number() {
        Follower follower = fixture.follow("one", new Shelves());
        new ViewMetrics(follower, fixture.kept(), time::get, nanos::get).bindTo(registry);

        assertThat(registry.get("minhchung.rebuild.behind").gauge().value()).isNaN();
        assertThat(registry.get("minhchung.rebuild.rate").gauge().value()).isNaN();
    }

    private double value(String name, String view) {
        return registry.get(name).tag("view", view).gauge().value();
    }
}
