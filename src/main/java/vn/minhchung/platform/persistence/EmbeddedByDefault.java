package vn.minhchung.platform.persistence;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Without {@code spring.datasource.url} this is a demo: profile {@code demo}, an embedded PostgreSQL, and the loopback
 * address alone, because its accounts share a password that is printed.
 */
public final class EmbeddedByDefault implements EnvironmentPostProcessor, Ordered {
    public static final String DEMO = "demo";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("spring.datasource.url")) return;
        environment.addActiveProfile(DEMO);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("minhchung-demo", Map.of("server.address", "127.0.0.1")));
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
