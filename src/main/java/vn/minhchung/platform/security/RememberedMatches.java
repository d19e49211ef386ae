package vn.minhchung.platform.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A password hash is slow to compare on purpose, and HTTP Basic sends the password with every request. What matched is
 * remembered for a while, as a keyed digest of password and hash together: a replaced or blanked hash is compared anew, and
 * so is every wrong password. The key lives as long as the process and is nowhere else.
 */
final class RememberedMatches implements PasswordEncoder {
    static final Duration KEPT = Duration.ofMinutes(10);
    private static final int CAPACITY = 10_000;
    private static final String MAC = "HmacSHA256";

    private final PasswordEncoder encoder;
    private final LongSupplier nanos;
    private final SecretKeySpec key;
    private final Map<ByteBuffer, Long> matched = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Long> eldest) {
            return size() > CAPACITY;
        }
    };

    RememberedMatches(PasswordEncoder encoder, LongSupplier nanos) {
        this.encoder = encoder;
        this.nanos = nanos;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, MAC);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return encoder.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || hash == null) return false;
        ByteBuffer digest = digest(password, hash);
        if (remembered(digest)) return true;
        if (!encoder.matches(password, hash)) return false;
        synchronized (matched) {
            matched.put(digest, nanos.getAsLong());
        }
        return true;
    }

    private boolean remembered(ByteBuffer digest) {
        synchronized (matched) {
            Long since = matched.get(digest);
            if (since == null) return false;
            if (nanos.getAsLong() - since < KEPT.toNanos()) return true;
            matched.remove(digest);
            return false;
        }
    }

    /** The hash has no zero character: no other pair reads the same. */
    private ByteBuffer digest(CharSequence password, String hash) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal((hash + '\0' + password).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return encoder.upgradeEncoding(hash);
    }
}
