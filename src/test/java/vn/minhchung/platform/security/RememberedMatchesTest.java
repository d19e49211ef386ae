package vn.minhchung.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class RememberedMatchesTest {
    private final AtomicInteger compared = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final PasswordEncoder encoder = new RememberedMatches(new Slow(), nanos::get);

    /** Stands for a hash that takes its time: counts how often it was asked. */
    private final class Slow implements PasswordEncoder {
        @Override
        public String encode(@Nullable CharSequence password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            compared.incrementAndGet();
            return encode(password).equals(hash);
        }
    }

    @Test
    void what_matched_is_compared_once() {
        for (int i = 0; i < 5; i++)
            assertThat(encoder.matches("one", "hash of one")).isTrue();

        assertThat(compared).hasValue(1);
    }

    @Test
    void what_did_not_match_is_compared_every_time() {
        for (int i = 0; i < 5; i++)
            assertThat(encoder.matches("two", "hash of one")).isFalse();

        assertThat(compared).hasValue(5);
    }

    @Test
    void another_hash_is_compared_anew_so_that_a_replaced_password_opens_nothing() {
        assertThat(encoder.matches("one", "hash of one")).isTrue();

        assertThat(encoder.matches("one", "hash of two")).isFalse();
        assertThat(encoder.matches("one", "{noop-never}")).isFalse();
        assertThat(encoder.matches("one\0hash", "hash of one")).isFalse();
        assertThat(compared).hasValue(4);
    }

    @Test
    void it_is_compared_anew_after_a_while() {
        assertThat(encoder.matches("one", "hash of one")).isTrue();
        nanos.addAndGet(RememberedMatches.KEPT.toNanos() - 1);
        assertThat(encoder.matches("one", "hash of one")).isTrue();
        assertThat(compared).hasValue(1);

        nanos.incrementAndGet();
        assertThat(encoder.matches("one", "hash of one")).isTrue();
        assertThat(compared).hasValue(2);
    }

    @Test
    void no_password_and_no_hash_match_nothing() {
        assertThat(encoder.matches(null, "hash of one")).isFalse();
        assertThat(encoder.matches("one", null)).isFalse();
    }
}
