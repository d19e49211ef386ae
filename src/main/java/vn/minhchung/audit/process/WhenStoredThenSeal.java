package vn.minhchung.audit.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.SealedLog;
import vn.minhchung.kernel.log.NoteFault;
import vn.minhchung.kernel.log.StoredLog;

/**
 * Seals what was stored, a few times a second, and compares once after the start, on a thread of its own, all that was sealed with the
 * log. Where the two differ this node seals no more and says so in health: what is signed must not cover it up.
 */
@Component("logSealing")
final class WhenStoredThenSeal implements SmartLifecycle, HealthIndicator, MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(WhenStoredThenSeal.class);
    private static final Duration EVERY = Duration.ofMillis(200);
    private static final Duration LOOKS_AROUND = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /** So long without a step that succeeded, and events that wait: no longer a hiccup. */
    private static final Duration LONGEST_FAILING = Duration.ofSeconds(30);

    private final Sealing sealing;
    private final SealedLog sealed;
    private final StoredLog log;
    private final KeptContradictions contradictions;
    private final LastWitnessed witnessed;
    private final LongSupplier nanos;
    private volatile boolean running;
    private volatile long lastStep;
    private volatile String failing = "";
    private volatile @Nullable String altered;
    private volatile @Nullable Thread thread;

    @Autowired
    WhenStoredThenSeal(
            Sealing sealing,
            SealedLog sealed,
            StoredLog log,
            KeptContradictions contradictions,
            LastWitnessed witnessed) {
        this(sealing, sealed, log, contradictions, witnessed, System::nanoTime);
    }

    WhenStoredThenSeal(
            Sealing sealing,
            SealedLog sealed,
            StoredLog log,
            KeptContradictions contradictions,
            LastWitnessed witnessed,
            LongSupplier nanos) {
        this.sealing = sealing;
        this.sealed = sealed;
        this.log = log;
        this.contradictions = contradictions;
        this.witnessed = witnessed;
        this.nanos = nanos;
    }

    @Override
    public void start() {
        running = true;
        lastStep = nanos.getAsLong();
        thread = Thread.ofVirtual().name("log-sealing").start(() -> until(this::sealAll));
        Thread.ofVirtual().name("log-witnessed").start(() -> until(this::lookAround));
        Thread.ofVirtual().name("log-comparing").start(() -> until(this::compareOnce));
    }

    @Override
    public void stop() {
        running = false;
        Thread sealer = thread;
        if (sealer == null) return;
        try {
            sealer.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** One round; false: never again. */
    private interface Round {
        boolean again() throws InterruptedException;
    }

    private void until(Round round) {
        while (running && altered == null) {
            try {
                if (!round.again()) return;
            } catch (LogAltered | NoteFault e) {
                LOG.error("nothing is sealed any more: {}", e.getMessage());
                altered = e.getMessage();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!running) return;
                // the database is away, or another one to come sees better; what was sealed stays
                LOG.warn("sealing waits: {}", e.getMessage());
                failing = String.valueOf(e.getMessage());
                pause(AFTER_FAILURE);
            }
        }
    }

    private boolean sealAll() throws InterruptedException {
        int sealed = sealing.step();
        lastStep = nanos.getAsLong();
        if (sealed < Sealing.BATCH) TimeUnit.NANOSECONDS.sleep(EVERY.toNanos());
        return true;
    }

    /** For what other nodes found, and what witnesses handed in to them. */
    private boolean lookAround() throws InterruptedException {
        contradictions.look();
        try {
            if (!contradictions.closed()) witnessed.keep();
        } catch (IOException e) {
            LOG.warn("the last witnessed checkpoint was not kept: {}", e.toString());
        }
        TimeUnit.NANOSECONDS.sleep(LOOKS_AROUND.toNanos());
        return true;
    }

    private boolean compareOnce() {
        sealing.compare();
        return false;
    }

    private void pause(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public Health health() {
        String why = altered;
        if (why != null) return Health.down().withDetail("altered", why).build();
        if (contradictions.closed())
            return Health.down().withDetail("contradicted", "logContradictions").build();
        if (contradictions.impossible())
            return Health.down().withDetail("unreadable", "last-witnessed").build();
        if (running && nanos.getAsLong() - lastStep > LONGEST_FAILING.toNanos()) {
            Long behind = behind();
            // without the database nobody knows, and its own health says so
            if (behind != null && behind > 0)
                return Health.down()
                        .withDetail("behind", behind)
                        .withDetail("failing", failing)
                        .build();
        }
        return Health.up().build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("minhchung.seal.behind", this::behind)
                .description("Events that no checkpoint covers yet")
                .register(registry);
        Gauge.builder("minhchung.seal.altered", () -> altered == null ? 0 : 1)
                .description("1 when the log is not what was sealed")
                .register(registry);
    }

    /** No number while the database is away. */
    private @Nullable Long behind() {
        try {
            // asked for first: what is sealed meanwhile must not count as more than there is
            long size = sealed.newest().map(SealedLog.State::size).orElse(0L);
            return Math.max(0, log.head() - size);
        } catch (RuntimeException e) {
            return null;
        }
    }
}
