package vn.minhchung.platform.views;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewKeeper;

/** The views of every module's projectors, over whichever store keeps the record. */
@Configuration(proxyBeanMethods = false)
class ViewsConfiguration {
    @Bean
    ViewSchema viewSchema(ObjectProvider<Projector> projectors) {
        return ViewSchema.ofThisBuild(projectors.orderedStream().toList());
    }

    @Bean(initMethod = "start")
    Follower follower(DataSource dataSource, RecordedEvents events, ViewSchema schema) {
        return new Follower(ConnectionSource.of(dataSource), events, schema);
    }

    @Bean
    PostgresViews views(DataSource dataSource, ViewSchema schema, Follower follower) {
        return new PostgresViews(dataSource, schema, follower);
    }

    @Bean
    Rebuild rebuild(DataSource dataSource, RecordedEvents events, ViewSchema schema) {
        return new Rebuild(ConnectionSource.of(dataSource), events, schema);
    }

    @Bean
    ViewKeeper viewKeeper(DataSource dataSource, RecordedEvents events, ViewSchema schema) {
        return new KeptViews(dataSource, events, schema);
    }

    @Bean
    HealthIndicator viewsHealthIndicator(Follower follower, ViewKeeper keeper) {
        return new ViewsHealth(follower, keeper);
    }

    /** Part of readiness: nobody is sent here while the views are still being filled. */
    @Bean
    HealthIndicator viewsFilledHealthIndicator(Follower follower) {
        return () -> follower.caughtUp()
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("position", follower.seen().position())
                        .build();
    }

    @Bean
    ViewMetrics viewMetrics(Follower follower, ViewKeeper keeper) {
        return new ViewMetrics(follower, keeper, InstantSource.system(), System::nanoTime);
    }
}
