package vn.minhchung.platform.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.StoryClock;

/** The system's time, or a story's: a driven clock shows what it was set to plus the time since. */
public final class OneClock extends Clock implements StoryClock {
    private final Clock real;
    private final @Nullable AtomicReference<Duration> shift;

    private OneClock(Clock real, @Nullable AtomicReference<Duration> shift) {
        this.real = real;
        this.shift = shift;
    }

    public static OneClock real() {
        return new OneClock(Clock.systemUTC(), null);
    }

    public static OneClock drivenFrom(Instant start) {
        return drivenFrom(Clock.systemUTC(), start);
    }

    public static OneClock drivenFrom(Clock real, Instant start) {
        return new OneClock(real, new AtomicReference<>(Duration.between(real.instant(), start)));
    }

    @Override
    public Instant now() {
        Instant now = real.instant();
        return shift == null ? now : now.plus(shift.get());
    }

    @Override
    public void moveTo(Instant instant) {
        if (shift == null) throw Refusal.of(ErrorCode.CLOCK_NOT_DRIVEN, "to", instant);
        shift.updateAndGet(old -> {
            Duration wanted = Duration.between(real.instant(), instant);
            return wanted.compareTo(old) > 0 ? wanted : old;
        });
    }

    @Override
    public @Nullable String label() {
        return shift == null ? null : "demo";
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }

    @Override
    public Instant instant() {
        return now();
    }
}
