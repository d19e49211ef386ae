package vn.minhchung.platform.clock;

import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The real clock, or in the demo one that is driven; there is no property that drives it elsewhere. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    /** Before anything of the demo's story. */
    private static final Instant BEFORE_THE_STORY = Instant.parse("2023-01-01T00:00:00Z");

    @Bean
    @Profile("!demo")
    OneClock realClock() {
        return OneClock.real();
    }

    @Bean
    @Profile("demo")
    OneClock drivenClock() {
        return OneClock.drivenFrom(BEFORE_THE_STORY);
    }
}
