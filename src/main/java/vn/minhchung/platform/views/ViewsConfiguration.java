package vn.minhchung.platform.views;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.view.Projector;

/** The views of every module's projectors, over whichever store keeps the record. */
@Configuration(proxyBeanMethods = false)
class ViewsConfiguration {
    @Bean
    ViewSchema viewSchema(ObjectProvider<Projector> projectors) {
        return new ViewSchema(projectors.orderedStream().toList(), CodeFingerprint.ofViews());
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
    HealthIndicator viewsHealthIndicator(Follower follower) {
        return () -> {
            String trouble = follower.trouble();
            Health.Builder health =
                    trouble == null ? Health.up() : Health.down().withDetail("trouble", trouble);
            return health.withDetail("position", follower.seen().position())
                    .withDetail("caughtUp", follower.caughtUp())
                    .build();
        };
    }
}
